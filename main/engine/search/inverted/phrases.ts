// The articles that hold several terms side by side: article by article through the lists of all terms at once.

import { HitCursor } from './hit-cursor.ts';
import type { Postings } from './postings.ts';
import type { Segment } from './segment.ts';
import { SideBySide } from './side-by-side.ts';
import type { TermList } from './term-list.ts';

/** A term that must stand at its place in a phrase; the last may be any that begins with it (`prefix`). */
export interface Slot {
  readonly term: string;
  readonly prefix: boolean;
}

/** Articles in which the slots stand side by side. `stop` ends it early, with what has been found until then. */
export function phrasePostings(segments: readonly Segment[], slots: readonly Slot[], stop: () => boolean): Postings {
  const found = new Found();
  for (const segment of segments) {
    if (stop()) break;
    phraseInSegment(segment, slots, found, stop);
  }
  return found.postings();
}

class Found {
  readonly sideBySide = new SideBySide();
  #docs = new Int32Array(1024);
  #weights = new Uint16Array(1024);
  #count = 0;

  add(doc: number, weight: number): void {
    if (this.#count === this.#docs.length) this.#grow();
    this.#docs[this.#count] = doc;
    this.#weights[this.#count] = Math.min(0xffff, weight);
    this.#count += 1;
  }

  postings(): Postings {
    return { docs: this.#docs.subarray(0, this.#count), weights: this.#weights.subarray(0, this.#count) };
  }

  #grow(): void {
    const [docs, weights] = [this.#docs, this.#weights];
    this.#docs = new Int32Array(docs.length * 4);
    this.#docs.set(docs);
    this.#weights = new Uint16Array(weights.length * 4);
    this.#weights.set(weights);
  }
}

interface Term {
  readonly cursor: HitCursor;
  readonly offset: number;
}

function phraseInSegment(segment: Segment, slots: readonly Slot[], found: Found, stop: () => boolean): void {
  const lists: { list: TermList; offset: number }[] = [];
  for (const [offset, { term, prefix }] of slots.entries()) {
    if (prefix) continue;
    const list = segment.find(term);
    if (list === null) return;
    lists.push({ list, offset });
  }
  lists.sort((one, other) => one.list.count - other.list.count);
  const terms = lists.map(({ list, offset }): Term => ({ cursor: new HitCursor(list, segment.head.base), offset }));
  const open = slots.findIndex(({ prefix }) => prefix);
  if (open === -1) eachTogether(terms, found.sideBySide, stop, (doc, extra) => found.add(doc, found.sideBySide.count + extra));
  else addBegun(segment, slots[open]?.term ?? '', open, terms, found, stop);
}

/** How many articles are looked at before the time is. */
const articlesAtOnce = 1024;

/** Calls `take` for each article in which all terms stand at their offsets; `sideBySide` then has where. */
function eachTogether(terms: readonly Term[], sideBySide: SideBySide, stop: () => boolean, take: (doc: number, extra: number) => void): void {
  const [first, ...others] = terms;
  if (first === undefined) return;
  for (let looked = 1; first.cursor.next(); looked += 1) {
    if (looked % articlesAtOnce === 0 && stop()) return;
    const { doc } = first.cursor;
    let extra = first.cursor.extra;
    let together = true;
    for (const { cursor } of others) {
      if (!cursor.seek(doc)) return;
      if (cursor.doc !== doc) together = false;
      if (!together) break;
      extra = Math.min(extra, cursor.extra);
    }
    if (!together) continue;
    sideBySide.from(first.cursor, first.offset);
    for (const { cursor, offset } of others) if (sideBySide.count > 0) sideBySide.narrow(cursor, offset);
    if (sideBySide.count > 0) take(doc, extra);
  }
}

/** Articles in which after the terms any stands that begins with the prefix. */
function addBegun(segment: Segment, prefix: string, offset: number, terms: readonly Term[], found: Found, stop: () => boolean): void {
  const { sideBySide } = found;
  const candidates: { readonly doc: number; readonly extra: number; readonly begins: Int32Array; readonly ends: Uint8Array }[] = [];
  eachTogether(terms, sideBySide, stop, (doc, extra) => {
    const begins = sideBySide.begins.slice(0, sideBySide.count);
    candidates.push({ doc, extra, begins, ends: new Uint8Array(begins.length) });
  });
  if (candidates.length === 0) return;
  for (const [, list] of segment.from(prefix)) {
    if (stop()) break;
    const cursor = new HitCursor(list, segment.head.base);
    for (const { doc, begins, ends } of candidates) {
      if (!cursor.seek(doc)) break;
      if (cursor.doc !== doc) continue;
      sideBySide.from(cursor, offset);
      markEnds(begins, ends, sideBySide);
    }
  }
  for (const { doc, extra, ends } of candidates) {
    const hits = ends.reduce((sum, end) => sum + end, 0);
    if (hits > 0) found.add(doc, hits + extra);
  }
}

function markEnds(begins: Int32Array, ends: Uint8Array, { begins: possible, count }: SideBySide): void {
  let at = 0;
  for (let next = 0; next < count; next += 1) {
    const begin = possible[next] as number;
    while (at < begins.length && (begins[at] as number) < begin) at += 1;
    if (begins[at] === begin) ends[at] = 1;
  }
}
