// What articles are filtered, ordered and counted by, as arrays in memory: some 30 bytes an article, so that a condition
// on every hit of a frequent word costs less than drawing one row. The table `state` is where they come from.

import type { Database } from './database.ts';

export interface State {
  readonly flags: number;
  /** Milliseconds since 1970, UTC; with a fraction where several were saved in one, to keep their order. */
  readonly saved: number;
  /** Days since 1970 of the first day that it may have been, or `noDay`. */
  readonly published: number;
  readonly words: number;
  /** How many tokens. */
  readonly length: number;
  /** Numbers of labels; 0 for none. */
  readonly site: number;
  readonly language: number;
  readonly tags: number;
}

type StoredState = readonly [doc: number, flags: number, saved: number, published: number, words: number, length: number, site: number, language: number, tags: number];

export const noDay = -0x8000_0000;
const spare = 1024;

export class Columns {
  flags = new Uint16Array(spare);
  saved = new Float64Array(spare);
  published = new Int32Array(spare);
  words = new Int32Array(spare);
  length = new Int32Array(spare);
  site = new Int32Array(spare);
  language = new Int32Array(spare);
  tags = new Int32Array(spare);
  /** One more than the highest number of an article. */
  end = 0;
  /** Articles, and the tokens of all of them. */
  articles = 0;
  tokens = 0;

  constructor(database: Database) {
    const last = database.one<{ doc: number | null }>('SELECT max(doc) AS doc FROM state')?.doc ?? 0;
    if (last >= this.flags.length) this.#grow(last + spare);
    for (const stored of database.eachTuple<StoredState>('SELECT doc, flags, saved, published, words, length, site, language, tags FROM state ORDER BY doc')) {
      const [doc, flags, saved, published, words, length, site, language, tags] = stored;
      this.set(doc, { flags, saved, published, words, length, site, language, tags });
    }
  }

  /** Zero for an article that is not there (any more). */
  isGone(doc: number): boolean {
    return (this.flags[doc] ?? 0) === 0;
  }

  set(doc: number, state: State): void {
    if (doc >= this.flags.length) this.#grow(doc + 1);
    if (doc >= this.end) this.end = doc + 1;
    if (!this.isGone(doc)) this.remove(doc);
    this.flags[doc] = state.flags;
    this.saved[doc] = state.saved;
    this.published[doc] = state.published;
    this.words[doc] = state.words;
    this.length[doc] = state.length;
    this.site[doc] = state.site;
    this.language[doc] = state.language;
    this.tags[doc] = state.tags;
    this.articles += 1;
    this.tokens += state.length;
  }

  remove(doc: number): void {
    if (this.isGone(doc)) return;
    this.flags[doc] = 0;
    this.articles -= 1;
    this.tokens -= this.length[doc] ?? 0;
  }

  #grow(needed: number): void {
    const size = Math.max(needed, Math.ceil(this.flags.length * 1.5));
    const grown = <A extends { set(from: A): void }>(larger: A, from: A): A => (larger.set(from), larger);
    this.flags = grown(new Uint16Array(size), this.flags);
    this.saved = grown(new Float64Array(size), this.saved);
    this.published = grown(new Int32Array(size), this.published);
    this.words = grown(new Int32Array(size), this.words);
    this.length = grown(new Int32Array(size), this.length);
    this.site = grown(new Int32Array(size), this.site);
    this.language = grown(new Int32Array(size), this.language);
    this.tags = grown(new Int32Array(size), this.tags);
  }
}

export function writeState(database: Database, columns: Columns, doc: number, state: State): void {
  database.run(
    'INSERT OR REPLACE INTO state (doc, flags, saved, published, words, length, site, language, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    doc, state.flags, state.saved, state.published, state.words, state.length, state.site, state.language, state.tags,
  );
  columns.set(doc, state);
}

/** Days since 1970 of the first day of `2024`, `2024-05` or `2024-05-06…`; `noDay` for what is no date. */
export function dayOf(date: string | null): number {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  if (year === undefined) return noDay;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Number.isNaN(time) ? noDay : Math.floor(time / 86_400_000);
}
