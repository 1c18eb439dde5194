// What a search finds, against a plain scan of thousands of articles: nothing is missed, nothing is found by mistake.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIndex } from '../../../main/engine/search/index-store.ts';
import type { Index, IndexedArticle } from '../../../main/engine/search/index-types.ts';
import { makerFrom, pick, randomFrom } from './made-articles.ts';
import { find } from './search-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-recall-'));
const maker = makerFrom(5, 120);
const articles = Array.from({ length: 2000 }, (_, number) => maker.article(number));
const searchable = articles.filter(({ row }) => row.deletedAt === null);
const index: Index = openIndex(join(folder, 'index.sqlite'), 'write');

beforeAll(async () => {
  expect(await index.putMany(articles)).toBe(articles.length);
});

afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

const simplified = new Map(traditionalToSimplified.split('|').map((pair) => pair.split(' ').slice(0, 2) as [string, string]));

/** The scan: every field, without case and accents, traditional Chinese as simplified, each field for itself. */
const scanned = searchable.map(({ row, text, captions, notes }) => ({ id: row.id, fields: [row.title, row.byline ?? '', row.site ?? '', text, captions, notes].map(plain) }));

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{sc=Han}/gu, (character) => simplified.get(character) ?? character);
}

/** The ids of articles in which some field holds the words side by side (signs between them aside), whole words where they are Latin. */
function scan(phrase: string): readonly string[] {
  const wanted = plain(phrase).replaceAll(' ', '[^\\p{L}]+');
  const pattern = new RegExp(`${/^[a-z]/.test(wanted) ? '(?<![a-z])' : ''}${wanted}${/[a-z]$/.test(wanted) ? '(?![a-z])' : ''}`, 'u');
  return scanned.filter(({ fields }) => fields.some((field) => pattern.test(field))).map(({ id }) => id);
}

function everyFound(query: string): readonly string[] {
  const ids: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const answer = find(index, query, { offset });
    ids.push(...answer.rows.map(({ id }) => id));
    if (answer.rows.length < 500) {
      expect(answer.total, query).toBe(ids.length);
      return ids.sort();
    }
  }
}

/** Probes cut out of the articles, so that each is there to be found. */
function probes(number: number, cut: (article: IndexedArticle, random: () => number) => string | null): readonly string[] {
  const random = randomFrom(77);
  const found = new Set<string>();
  for (let tries = 0; found.size < number && tries < 20_000; tries += 1) {
    const probe = cut(pick(searchable, random), random);
    if (probe !== null) found.add(probe);
  }
  expect(found.size).toBe(number);
  return [...found];
}

function runOf(characters: number) {
  return ({ text }: IndexedArticle, random: () => number): string | null => {
    const at = Math.floor(random() * text.length);
    const run = text.slice(at, at + characters);
    return new RegExp(`^\\p{sc=Han}{${String(characters)}}$`, 'u').test(run) ? run : null;
  };
}

function wordsOf(words: number) {
  return ({ text }: IndexedArticle, random: () => number): string | null => {
    const all = text.split(' ');
    const some = all.slice(Math.floor(random() * all.length)).slice(0, words);
    return some.length === words && some.every((word) => /^[a-zéü]+$/u.test(word)) ? some.join(' ') : null;
  };
}

describe('recall and precision against a scan of 2,000 articles', () => {
  for (const characters of [1, 2, 3, 4]) {
    it(`Chinese, ${String(characters)} characters`, () => {
      for (const probe of probes(30, runOf(characters))) expect(everyFound(probe), probe).toEqual(scan(probe));
    });
  }

  it('an English word', () => {
    for (const probe of probes(30, wordsOf(1))) expect(everyFound(probe), probe).toEqual(scan(probe));
  });

  it('an English phrase', () => {
    for (const probe of probes(30, wordsOf(2))) expect(everyFound(`"${probe}"`), probe).toEqual(scan(probe));
  });

  it('two words in any place', () => {
    for (const probe of probes(30, wordsOf(2))) {
      const [one = '', other = ''] = probe.split(' ');
      const both = new Set(scan(other));
      expect(everyFound(`${other} ${one}`), probe).toEqual(scan(one).filter((id) => both.has(id)));
    }
  });

  it('Chinese and English together, as one phrase', () => {
    const mixed = probes(30, ({ text }) => /\p{sc=Han}{2} [a-zéü]+(?= )/u.exec(text)?.[0] ?? null);
    for (const probe of mixed) expect(everyFound(`"${probe}"`), probe).toEqual(scan(probe));
  });

  it('one without the other', () => {
    const [one = '', other = ''] = probes(2, runOf(1));
    const excluded = new Set(scan(other));
    expect(everyFound(`${one} -${other}`)).toEqual(scan(one).filter((id) => !excluded.has(id)));
    const rest = searchable.filter(({ row }) => !excluded.has(row.id)).map(({ row }) => row.id);
    expect(everyFound(`-${other}`)).toEqual(rest);
  });

  it('one or the other', () => {
    const [one = '', other = ''] = probes(2, runOf(2));
    expect(everyFound(`${one} OR ${other}`)).toEqual([...new Set([...scan(one), ...scan(other)])].sort());
  });

  it('while a word is typed, everything found does hold it, and a short list is whole', () => {
    for (const probe of probes(30, wordsOf(1))) {
      const begun = probe.slice(0, Math.max(3, probe.length - 1));
      const all = new Set(scanned.filter(({ fields }) => fields.some((field) => new RegExp(`(?<![a-z])${plain(begun)}`).test(field))).map(({ id }) => id));
      const answer = find(index, begun, { typing: true });
      for (const { id } of answer.rows) expect(all, `${begun} in ${id}`).toContain(id);
      if (begun.length >= 8) expect(answer.total, begun).toBe(all.size);
    }
  });
});
