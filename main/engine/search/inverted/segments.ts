// The segments of an index: stored as rows, looked through together, and merged so that there are never many.
// New articles come as small segments; eight neighbours of a size become one. Transactions are the caller's.

import type { Database } from '../store/database.ts';
import { packStarts, unpackStarts, type BlockStart, type RowSink } from './block.ts';
import { mergeSegments } from './merge-segments.ts';
import { RowCache } from './row-cache.ts';
import { DamagedRow, unsealed } from './sealed-row.ts';
import { Segment, type SegmentHead } from './segment.ts';
import type { SegmentBuilder, WordCounter } from './segment-builder.ts';

/** So many rows a segment may have: its number is the upper part of their numbers. */
const rowsOfSegment = 2 ** 24;
const fanOut = 8;
/** No larger one is made by merging, so that a merge never rewrites a whole large library. */
const largestMerge = 150_000;
/** Rows of an ended segment that are removed at once. */
const sweptRows = 200;

interface StoredSegment extends SegmentHead {
  readonly starts: Uint8Array;
}

export class Segments {
  readonly #database: Database;
  readonly #cache = new RowCache();
  #all: readonly Segment[];
  #nextId: number;

  constructor(database: Database) {
    this.#database = database;
    this.#all = this.#load();
    this.#nextId = 1 + Math.max(0, ...this.#all.map(({ head }) => head.id), Math.floor(this.#lastRow() / rowsOfSegment));
  }

  /** In the order of their articles, which are never in two. */
  get all(): readonly Segment[] {
    return this.#all;
  }

  /** @param countWord is given each word, with how many of the articles hold it. */
  add(builder: SegmentBuilder, head: Omit<SegmentHead, 'id'>, countWord: WordCounter): void {
    const id = this.#nextId++;
    const starts = builder.write(head.base, this.#sinkOf(id), countWord);
    this.#store({ ...head, id }, starts);
  }

  /** One round of tidying, pausing often; nothing where there is nothing to do. */
  *tidy(isGone: (doc: number) => boolean): Generator<null, boolean> {
    const merged = this.#mergeable(isGone);
    if (merged.length > 0) yield* this.#merge(merged, isGone);
    const swept = yield* this.#sweep();
    return merged.length > 0 || swept;
  }

  *#merge(segments: readonly Segment[], isGone: (doc: number) => boolean): Generator<null, void> {
    const id = this.#nextId++;
    // Not by way of the cache: a merge reads every row once.
    const whole = segments.map(({ head }) => this.#segment(head, this.#startsOf(head.id), this.#read));
    const starts = yield* mergeSegments(whole, this.#sinkOf(id), isGone);
    const [base, last] = [segments[0]?.head.base ?? 0, segments.at(-1)?.head.last ?? 0];
    let articles = 0;
    for (const { head } of segments) for (let doc = head.base; doc <= head.last; doc += 1) articles += isGone(doc) ? 0 : 1;
    for (const { head } of segments) this.#database.run('DELETE FROM segment WHERE id = ?', head.id);
    const ended = new Set(segments);
    this.#all = this.#all.filter((segment) => !ended.has(segment));
    if (starts.length > 0) this.#store({ id, base, last, articles }, starts);
  }

  /** The newest neighbours of which eight are of one size (the others are smaller); else one that has lost a third of its articles. */
  #mergeable(isGone: (doc: number) => boolean): readonly Segment[] {
    for (let size = fanOut; size <= largestMerge; size *= fanOut) {
      const newest = this.#all.slice(this.#all.findLastIndex(({ head }) => head.articles >= size) + 1);
      if (newest.filter(({ head }) => head.articles * fanOut >= size).length >= fanOut) return newest;
    }
    const thin = this.#all.find(({ head }) => {
      let gone = 0;
      for (let doc = head.base; doc <= head.last; doc += 1) gone += isGone(doc) ? 1 : 0;
      return gone - (head.last - head.base + 1 - head.articles) > head.articles / 3;
    });
    return thin === undefined ? [] : [thin];
  }

  /** Removes rows of segments that have ended, or that were never completed; not of those that come meanwhile. */
  *#sweep(): Generator<null, boolean> {
    let swept = false;
    const end = this.#nextId;
    for (let id = this.#segmentFrom(0); id !== null && id < end; id = this.#segmentFrom(id + 1)) {
      if (this.#all.some(({ head }) => head.id === id)) continue;
      for (let row = this.#rowFrom(id * rowsOfSegment); row !== null && row < (id + 1) * rowsOfSegment; row = this.#rowFrom(row)) {
        this.#database.run('DELETE FROM block WHERE id >= ? AND id < ?', row, Math.min(row + sweptRows, (id + 1) * rowsOfSegment));
        swept = true;
        yield null;
      }
    }
    return swept;
  }

  #store(head: SegmentHead, starts: readonly BlockStart[]): void {
    this.#database.run('INSERT INTO segment (id, base, last, articles, starts) VALUES (?, ?, ?, ?, ?)', head.id, head.base, head.last, head.articles, packStarts(starts));
    this.#all = [...this.#all, this.#segment(head, starts)].sort((one, other) => one.head.base - other.head.base);
  }

  #load(): readonly Segment[] {
    const heads = this.#database.all<SegmentHead>('SELECT id, base, last, articles FROM segment ORDER BY base');
    return heads.map((head) => this.#segment(head, this.#startsOf(head.id)));
  }

  #startsOf(id: number): readonly BlockStart[] {
    const stored = this.#database.one<StoredSegment>('SELECT starts FROM segment WHERE id = ?', id);
    return stored === null ? [] : unpackStarts(stored.starts);
  }

  #segment(head: SegmentHead, starts: readonly BlockStart[], read = this.#readAgain): Segment {
    const first = head.id * rowsOfSegment;
    return new Segment(head, starts, (row) => read(first + row));
  }

  readonly #readAgain = (id: number): Uint8Array => this.#cache.get(id, this.#read);

  readonly #read = (id: number): Uint8Array => {
    const found = this.#database.one<{ data: Uint8Array }>('SELECT data FROM block WHERE id = ?', id);
    if (found === null) throw new DamagedRow('a row of the index is missing');
    return unsealed(found.data);
  };

  #sinkOf(id: number): RowSink {
    let row = 0;
    return (data) => {
      this.#database.run('INSERT INTO block (id, data) VALUES (?, ?)', id * rowsOfSegment + row, data);
      return row++;
    };
  }

  #lastRow(): number {
    return this.#database.one<{ row: number | null }>('SELECT max(id) AS row FROM block')?.row ?? 0;
  }

  #rowFrom(row: number): number | null {
    return this.#database.one<{ row: number | null }>('SELECT min(id) AS row FROM block WHERE id >= ?', row)?.row ?? null;
  }

  #segmentFrom(id: number): number | null {
    const row = this.#rowFrom(id * rowsOfSegment);
    return row === null ? null : Math.floor(row / rowsOfSegment);
  }
}
