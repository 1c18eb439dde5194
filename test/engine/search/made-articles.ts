// Articles made from a seed: Chinese, English, Japanese and mixed, with words as frequent as in real text (Zipf).
// For tests that compare with a plain scan, and for the bench.

import type { IndexedArticle } from '../../../main/engine/search/index-types.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = ['ca', 'ten', 'ri', 'mo', 'sal', 'ver', 'lin', 'do', 'pre', 'con', 'ta', 'ble', 'ing', 'er', 'tion', 'é', 'ü', 'st', 'an', 'ga'];
const firstIdeograph = 0x4e00;
const commonIdeographs = 2500;

export interface Maker {
  /** The same number gives the same article, whatever was made before. */
  article(number: number): IndexedArticle;
}

/** `length` is the mean number of words of spaced scripts in a text and of Chinese words. */
export function makerFrom(seed: number, length: number): Maker {
  const languages = { latin: latinWords(seed, 20_000), chinese: chineseWords(seed, 8000) };
  return { article: (number) => madeArticle(seed * 1_000_003 + number, number, languages, length) };
}

interface Languages {
  readonly latin: readonly string[];
  readonly chinese: readonly string[];
}

/** Words of one to four ideographs, most of them of two, as in Chinese. */
function chineseWords(seed: number, size: number): readonly string[] {
  const random = randomFrom(seed + 1);
  const ideograph = (): string => String.fromCodePoint(firstIdeograph + Math.floor(commonIdeographs * random() ** 2));
  const words = new Set<string>();
  while (words.size < size) words.add(Array.from({ length: pick([1, 2, 2, 2, 2, 3, 4], random) }, ideograph).join(''));
  return [...words];
}

function latinWords(seed: number, size: number): readonly string[] {
  const random = randomFrom(seed);
  const words = new Set<string>();
  while (words.size < size) {
    const count = 1 + Math.floor(random() * 4);
    words.add(Array.from({ length: count }, () => pick(syllables, random)).join(''));
  }
  return [...words];
}

function madeArticle(seed: number, number: number, languages: Languages, length: number): IndexedArticle {
  const random = randomFrom(seed);
  const kind = random();
  const writeSome = (count: number): string => {
    if (kind < 0.3) return chinese(count, languages.chinese, random);
    if (kind < 0.4) return `${chinese(count / 2, languages.chinese, random)} ${latin(count / 2, languages.latin, random)}${chinese(2, languages.chinese, random)}`;
    return latin(count, languages.latin, random);
  };
  const id = `made-${String(number).padStart(7, '0')}`;
  const savedAt = new Date(Date.UTC(2015, 0, 1) + number * 3_137_000).toISOString();
  const site = pick(['观察者网', 'The Daily', '朝日新聞', 'Blog'], random);
  return {
    row: {
      id, title: writeSome(4 + random() * 6), byline: pick([null, 'Ada Weber', '王小明'], random), site,
      url: `https://www.site-${String(Math.floor(random() * 40))}.example/${id}`, published: random() < 0.2 ? null : savedAt.slice(0, 10),
      savedAt, language: kind < 0.4 ? 'zh-CN' : 'en', tags: random() < 0.3 ? [pick(['新媒体', '头条', 'New York', 'science'], random)] : [],
      read: random() < 0.5, starred: random() < 0.05, archived: random() < 0.1, deletedAt: random() < 0.03 ? savedAt : null,
      words: length, images: { found: 3, saved: random() < 0.1 ? 2 : 3 }, status: 'complete', lead: null, marks: 0,
    },
    text: writeSome(length * (0.5 + random())),
    captions: writeSome(5),
    quotes: '',
    annotations: [],
    notes: random() < 0.05 ? writeSome(6) : '',
    hasVideo: false,
    knownAs: [`https://site.example/${id}`],
    folder: `articles/${savedAt.slice(0, 4)}/${id}`,
    revision: '1',
  };
}

function latin(count: number, words: readonly string[], random: () => number): string {
  return Array.from({ length: Math.ceil(count) }, (_, at) => zipf(words, random) + (at % 12 === 11 ? '.' : '')).join(' ');
}

function chinese(count: number, words: readonly string[], random: () => number): string {
  return Array.from({ length: Math.ceil(count) }, (_, at) => zipf(words, random) + (at % 8 === 7 ? '，' : '')).join('');
}

function zipf(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? 'word';
}

export function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
