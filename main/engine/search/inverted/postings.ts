// The lists of a term in all segments as one, and the articles that hold several terms side by side.

import type { Segment } from './segment.ts';
import { HitCursor, readArticles, type TermList } from './term-list.ts';

/** Articles in rising order, and what the hits in each weigh. Some may be gone meanwhile. */
export interface Postings {
  readonly docs: Int32Array;
  readonly weights: Uint16Array;
}

export const noPostings: Postings = { docs: new Int32Array(), weights: new Uint16Array() };

export function postingsOf(segments: readonly Segment[], term: string): Postings {
  const found: { list: TermList; base: number }[] = [];
  for (const segment of segments) {
    const list = segment.find(term);
    if (list !== null) found.push({ list, base: segment.head.base });
  }
  const count = found.reduce((sum, { list }) => sum + list.count, 0);
  const [docs, weights] = [new Int32Array(count), new Uint16Array(count)];
  let at = 0;
  for (const { list, base } of found) at = readArticles(list, base, docs, weights, at);
  return { docs, weights };
}

/** A term that must stand at its place in a phrase; `prefix` takes all terms that begin with it. */
export interface Slot {
  readonly term: string;
  readonly prefix: boolean;
}

/** Articles in which the slots stand side by side. `stop` ends it early, with what has been found until then. */
export function phrasePostings(segments: readonly Segment[], slots: readonly Slot[], stop: () => boolean): Postings {
  const docs: number[] = [];
  const weights: number[] = [];
  for (const segment of segments) {
    if (stop()) break;
    phraseInSegment(segment, slots, docs, weights);
  }
  return { docs: Int32Array.from(docs), weights: Uint16Array.from(weights) };
}

function phraseInSegment(segment: Segment, slots: readonly Slot[], docs: number[], weights: number[]): void {
  const { base } = segment.head;
  const lists: { list: TermList; offset: number }[] = [];
  for (const [offset, { term, prefix }] of slots.entries()) {
    if (prefix) continue;
    const list = segment.find(term);
    if (list === null) return;
    lists.push({ list, offset });
  }
  lists.sort((one, other) => one.list.count - other.list.count);
  let candidates = candidatesOf(lists.map(({ list }) => list), base);
  const open = slots.findIndex(({ prefix }) => prefix);
  const openPlaces = open === -1 ? null : placesOfPrefix(segment, slots[open]?.term ?? '', candidates);
  if (openPlaces !== null) candidates = candidates.filter((doc) => openPlaces.has(doc));
  const cursors = lists.map(({ list, offset }) => ({ cursor: new HitCursor(list, base), offset }));
  for (const doc of candidates) {
    const places = cursors.map(({ cursor, offset }) => (cursor.seek(doc), { places: cursor.places(), offset }));
    if (openPlaces !== null) places.push({ places: openPlaces.get(doc) ?? new Int32Array(), offset: open });
    const hits = hitsSideBySide(places);
    if (hits === 0) continue;
    docs.push(doc);
    weights.push(hits + Math.min(...cursors.map(({ cursor }) => cursor.extra)));
  }
}

function candidatesOf(lists: readonly TermList[], base: number): Int32Array {
  let candidates: Int32Array | null = null;
  for (const list of lists) {
    const docs = new Int32Array(list.count);
    readArticles(list, base, docs, new Uint16Array(list.count), 0);
    candidates = candidates === null ? docs : inBoth(candidates, docs);
    if (candidates.length === 0) break;
  }
  return candidates ?? new Int32Array();
}

function inBoth(few: Int32Array, many: Int32Array): Int32Array {
  const both = new Int32Array(few.length);
  let [count, at] = [0, 0];
  for (const doc of few) {
    while (at < many.length && (many[at] as number) < doc) at += 1;
    if (many[at] === doc) both[count++] = doc;
  }
  return both.subarray(0, count);
}

function placesOfPrefix(segment: Segment, prefix: string, candidates: Int32Array): ReadonlyMap<number, Int32Array> {
  const { base, last } = segment.head;
  const wanted = new Uint8Array(last - base + 1);
  for (const doc of candidates) wanted[doc - base] = 1;
  const found = new Map<number, number[]>();
  for (const [, list] of segment.from(prefix)) {
    const cursor = new HitCursor(list, base);
    while (cursor.next()) {
      if (wanted[cursor.doc - base] !== 1) continue;
      const known = found.get(cursor.doc) ?? [];
      known.push(...cursor.places());
      found.set(cursor.doc, known);
    }
  }
  return new Map([...found].map(([doc, places]) => [doc, Int32Array.from(places).sort()]));
}

/** How often the places follow each other at their offsets. */
function hitsSideBySide(slots: readonly { places: Int32Array; offset: number }[]): number {
  const [first, ...others] = slots;
  if (first === undefined) return 0;
  const next = others.map(() => 0);
  let hits = 0;
  for (const place of first.places) {
    const begins = place - first.offset;
    const all = others.every(({ places, offset }, slot) => {
      let at = next[slot] ?? 0;
      while (at < places.length && (places[at] as number) < begins + offset) at += 1;
      next[slot] = at;
      return places[at] === begins + offset;
    });
    if (all) hits += 1;
  }
  return hits;
}
