// The inverted lists against plain ones: whatever is put in, changed and taken out, merged or not, over restarts.

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { openIndex } from '../../../../main/engine/search/index-store.ts';
import { SegmentBuilder } from '../../../../main/engine/search/inverted/segment-builder.ts';
import { mergeSegments } from '../../../../main/engine/search/inverted/merge-segments.ts';
import { phrasePostings } from '../../../../main/engine/search/inverted/phrases.ts';
import { postingsOf } from '../../../../main/engine/search/inverted/postings.ts';
import { unsealed } from '../../../../main/engine/search/inverted/sealed-row.ts';
import { Segment } from '../../../../main/engine/search/inverted/segment.ts';
import { pick, randomFrom } from '../made-articles.ts';
import { article, foundIds, temporaryFolder } from '../search-room.ts';

const words = ['tide', 'mill', 'moon', 'sea', 'a', 'flour', 'zebra', 'grindstone'];

interface Text {
  readonly doc: number;
  readonly words: readonly string[];
}

function segmentOf(id: number, texts: readonly Text[]): Segment {
  const builder = new SegmentBuilder();
  for (const { doc, words: said } of texts) said.forEach((word, place) => builder.add(doc, word, place, word === 'tide' ? 9 : 0, true));
  const rows: Uint8Array[] = [];
  const base = texts[0]?.doc ?? 0;
  const starts = builder.write(base, (row) => rows.push(row) - 1, () => undefined);
  return new Segment({ id, base, last: texts.at(-1)?.doc ?? 0, articles: texts.length }, starts, (row) => unsealed(rows[row] ?? new Uint8Array()));
}

function madeTexts(seed: number, count: number): readonly Text[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, doc) => ({ doc, words: Array.from({ length: 1 + Math.floor(random() ** 3 * 400) }, () => pick(words, random)) }));
}

function merged(segments: readonly Segment[], isGone: (doc: number) => boolean): Segment {
  const rows: Uint8Array[] = [];
  const merging = mergeSegments(segments, (row) => rows.push(row) - 1, isGone);
  for (let step = merging.next(); ; step = merging.next()) {
    if (step.done === true) return new Segment({ id: 9, base: segments[0]?.head.base ?? 0, last: segments.at(-1)?.head.last ?? 0, articles: 0 }, step.value, (row) => unsealed(rows[row] ?? new Uint8Array()));
  }
}

function hits(text: Text, phrase: readonly string[]): number {
  return text.words.filter((_, at) => phrase.every((word, offset) => text.words[at + offset] === word)).length;
}

it('answers what plain lists would, for words and phrases, before and after merging', () => {
  const texts = madeTexts(1, 900);
  const parts = [texts.slice(0, 300), texts.slice(300, 301), texts.slice(301, 700), texts.slice(700)];
  const segments = parts.map((part, id) => segmentOf(id, part));
  const gone = new Set([0, 5, 300, 301, 650, 899]);
  const isGone = (doc: number): boolean => gone.has(doc);
  for (const [now, all] of [[texts, segments], [texts.filter(({ doc }) => !gone.has(doc)), [merged(segments, isGone)]]] as const) {
    for (const word of words) {
      const holding = now.map((text) => ({ doc: text.doc, count: hits(text, [word]) })).filter(({ count }) => count > 0);
      const found = postingsOf(all, word);
      expect([...found.docs], word).toEqual(holding.map(({ doc }) => doc));
      expect([...found.weights], word).toEqual(holding.map(({ count }) => count + (word === 'tide' ? Math.min(255, count * 9) : 0)));
    }
    for (const phrase of [['tide', 'mill'], ['a', 'a'], ['a', 'a', 'a'], ['sea', 'moon', 'flour'], ['zebra', 'nothing']]) {
      const found = phrasePostings(all, phrase.map((term) => ({ term, prefix: false })), () => false);
      const holding = now.filter((text) => hits(text, phrase) > 0);
      expect([...found.docs], phrase.join(' ')).toEqual(holding.map(({ doc }) => doc));
      expect([...found.weights], phrase.join(' ')).toEqual(holding.map((text) => hits(text, phrase)));
    }
    const begun = phrasePostings(all, [{ term: 'tide', prefix: false }, { term: 'm', prefix: true }], () => false);
    expect([...begun.docs]).toEqual(now.filter((text) => hits(text, ['tide', 'mill']) + hits(text, ['tide', 'moon']) > 0).map(({ doc }) => doc));
  }
});

it('looks for a phrase in the most promising articles alone where it may not look at all, and finds nothing else there', () => {
  const texts = madeTexts(3, 4000);
  const segments = [segmentOf(0, texts.slice(0, 3000)), segmentOf(1, texts.slice(3000))];
  const slots = ['tide', 'mill'].map((term) => ({ term, prefix: false }));
  const all = phrasePostings(segments, slots, () => false);
  const weights = new Map([...all.docs].map((doc, at) => [doc, all.weights[at]]));
  let reached = 0;
  const bounded = (mostHits: number) => phrasePostings(segments, slots, () => false, { mostHits, worth: (_, weight) => weight / (weight + 1), reached: () => (reached += 1) });
  const some = bounded(40_000);
  expect(reached).toBe(1);
  expect(some.docs.length).toBeLessThan(all.docs.length / 2);
  for (const [at, doc] of some.docs.entries()) expect(some.weights[at], String(doc)).toBe(weights.get(doc));
  const best = [...weights].sort(([, one = 0], [, other = 0]) => other - one).slice(0, 10);
  expect(best.filter(([doc]) => some.docs.includes(doc)).length).toBeGreaterThan(8);
  expect(bounded(1_000_000)).toEqual(all);
  expect(reached).toBe(1);
});

it('holds one list for a term, whichever way it came and however it was written', () => {
  const builder = new SegmentBuilder();
  builder.add(1, 'cm', 0, 0, false);
  builder.addPlain(1, 'a CM more', 2, 4, 1, 0);
  builder.add(1, 'cm', 2, 0, true);
  builder.addPlain(1, 'Tide', 0, 4, 3, 9);
  builder.add(2, 'tide', 0, 0, true);
  builder.add(2, 'tidé', 1, 0, true);
  const [rows, counted] = [[] as Uint8Array[], [] as string[]];
  const starts = builder.write(1, (row) => rows.push(row) - 1, (word, articles) => counted.push(`${word} ${String(articles)}`));
  const segment = new Segment({ id: 1, base: 1, last: 2, articles: 2 }, starts, (row) => unsealed(rows[row] ?? new Uint8Array()));
  expect([...segment.from('')].map(([term]) => term)).toEqual(['cm', 'tide', 'tidé']);
  expect([...postingsOf([segment], 'cm').weights]).toEqual([3]);
  expect([...postingsOf([segment], 'tide').weights]).toEqual([10, 1]);
  // What came first of a script without spaces is no word that may be completed.
  expect(counted).toEqual(['tide 2', 'tidé 1']);
});

it('gives all terms that begin with something, in order, over many blocks', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `word${String(at)}`);
  const segment = segmentOf(1, [{ doc: 7, words: many }]);
  expect([...segment.from('word12')].map(([term]) => term)).toEqual(many.filter((word) => word.startsWith('word12')).sort());
  expect([...segment.from('')]).toHaveLength(5000);
  expect([...segment.from('x')]).toEqual([]);
  for (const word of many) expect(segment.find(word)?.count, word).toBe(1);
  for (const word of ['word', 'word5000', 'a', 'zzz', '']) expect(segment.find(word), word).toBeNull();
});

it('notices a row that is not what was written', () => {
  const segment = segmentOf(1, [{ doc: 1, words: ['tide'] }]);
  expect(segment.find('tide')?.count).toBe(1);
  const bent = new Segment(segment.head, [{ term: 'tide', row: 0 }], () => unsealed(new Uint8Array(50).fill(3)));
  expect(() => bent.find('tide')).toThrow('not what was written');
});

it('keeps few segments however articles come, and forgets those that are gone', async () => {
  const path = join(temporaryFolder(), 'index.sqlite');
  let index = openIndex(path, 'write');
  onTestFinished(() => index.close());
  const random = randomFrom(5);
  const now = new Map<string, string>();
  await index.putMany(Array.from({ length: 1200 }, (_, at) => article(`bulk${String(at)}`, { text: `tide bulk${String(at % 10)}` })));
  for (let at = 0; at < 1200; at += 1) now.set(`bulk${String(at)}`, `bulk${String(at % 10)}`);
  for (let round = 0; round < 400; round += 1) {
    const id = random() < 0.5 ? `bulk${String(Math.floor(random() * 1200))}` : `single${String(round)}`;
    const word = `round${String(round % 20)}`;
    if (random() < 0.2) {
      index.remove(id);
      now.delete(id);
    } else {
      index.put(article(id, { text: `tide ${word}` }));
      now.set(id, word);
    }
    if (round === 200) {
      index.close();
      index = openIndex(path, 'write');
    }
    if (round % 50 === 0) await wait(1);
  }
  const holding = (word: string): readonly string[] => [...now].filter(([, said]) => said === word).map(([id]) => id).sort();
  for (const word of ['bulk3', 'bulk9', 'round0', 'round7', 'round19']) expect([...foundIds(index, word)].sort(), word).toEqual(holding(word));
  await expect.poll(() => segmentSizes(path).length, { timeout: 20_000 }).toBeLessThan(30);
  for (const word of ['bulk3', 'round7']) expect([...foundIds(index, word)].sort(), word).toEqual(holding(word));
});

/** From another connection, as another program would see them. */
function segmentSizes(path: string): readonly number[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare('SELECT articles FROM segment ORDER BY base').all().map(({ articles }) => Number(articles));
  } finally {
    database.close();
  }
}

it('does not write large segments again for a few small ones', async () => {
  const path = join(temporaryFolder(), 'index.sqlite');
  const index = openIndex(path, 'write');
  onTestFinished(() => index.close());
  await index.putMany(Array.from({ length: 1000 }, (_, at) => article(`bulk${String(at)}`, { text: 'tide' })));
  for (let at = 0; at < 30; at += 1) {
    index.put(article(`single${String(at)}`, { text: 'tide' }));
    await wait(5);
  }
  await expect.poll(() => segmentSizes(path).length, { timeout: 10_000 }).toBeLessThan(12);
  expect(segmentSizes(path)[0]).toBe(1000);
});
