// The articles that hold several terms side by side: article by article through the lists of all terms at once.

import { HitCursor } from './hit-cursor.ts';
import type { Postings } from './postings.ts';
import { promisingArticles, type Part, type PhraseBound } from './promising.ts';
import type { Segment } from './segment.ts';
import { SideBySide } from './side-by-side.ts';
import type { TermList } from './term-list.ts';

/** A term that must stand at its place in a phrase; the last may be any that begins with it (`prefix`). */
export interface Slot {
  readonly term: string;
  readonly prefix: boolean;
}

/**
 * Articles in which the slots stand side by side. `stop` ends it early, with what has been found until then.
 * @param bound where not all need be looked at: the most promising ones are.
 */
export function phrasePostings(segments: readonly Segment[], slots: readonly Slot[], stop: () => boolean, bound: PhraseBound | null = null): Postings {
  const found = new Found();
  const parts = segments.flatMap((segment) => partOf(segment, slots) ?? []);
  const promising = bound === null ? null : promisingArticles(parts, bound);
  const open = slots.findIndex(({ prefix }) => prefix);
  for (const part of parts) {
    if (stop()) break;
    const terms = part.lists.map(({ list, offset }): Term => ({ cursor: new HitCursor(list, part.base), offset }));
    const together: Together = (take) => eachTogether(terms, promising?.get(part) ?? null, found.sideBySide, stop, take);
    if (open === -1) together((doc, extra) => found.add(doc, found.sideBySide.count + extra));
    else addBegun(part, slots[open]?.term ?? '', open, together, found, stop);
  }
  return found.postings();
}

interface PhrasePart extends Part {
  readonly segment: Segment;
}

/** Null where one of the terms is nowhere in the segment. */
function partOf(segment: Segment, slots: readonly Slot[]): PhrasePart | null {
  const lists: { list: TermList; offset: number }[] = [];
  for (const [offset, { term, prefix }] of slots.entries()) {
    if (prefix) continue;
    const list = segment.find(term);
    if (list === null) return null;
    lists.push({ list, offset });
  }
  return { segment, base: segment.head.base, lists: lists.sort((one, other) => one.list.count - other.list.count) };
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

/** How many articles are looked at before the time is. */
const articlesAtOnce = 1024;

/** Calls `take` for each article in which all terms stand at their offsets. */
type Together = (take: (doc: number, extra: number) => void) => void;

/** `sideBySide` then has where. @param docs the articles that are looked at, all of which hold the terms; null for those that do. */
function eachTogether(terms: readonly Term[], docs: Int32Array | null, sideBySide: SideBySide, stop: () => boolean, take: (doc: number, extra: number) => void): void {
  const [first, ...others] = terms;
  if (first === undefined) return;
  const end = docs?.length ?? Number.POSITIVE_INFINITY;
  for (let looked = 0; looked < end; looked += 1) {
    if (looked % articlesAtOnce === articlesAtOnce - 1 && stop()) return;
    if (!(docs === null ? first.cursor.next() : first.cursor.seek(docs[looked] as number))) return;
    const { doc } = first.cursor;
    let extra = first.cursor.extra;
    let together = true;
    for (const { cursor } of others) {
      if (!cursor.seek(doc)) return;
      together = cursor.doc === doc;
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
function addBegun({ segment, base }: PhrasePart, prefix: string, offset: number, together: Together, found: Found, stop: () => boolean): void {
  const { sideBySide } = found;
  const candidates: { readonly doc: number; readonly extra: number; readonly begins: Int32Array; readonly ends: Uint8Array }[] = [];
  together((doc, extra) => {
    const begins = sideBySide.begins.slice(0, sideBySide.count);
    candidates.push({ doc, extra, begins, ends: new Uint8Array(begins.length) });
  });
  if (candidates.length === 0) return;
  for (const list of segment.listsFrom(prefix)) {
    if (stop()) break;
    const cursor = new HitCursor(list, base);
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
