// The lists of a term in all segments as one, and the articles that hold several terms side by side.

import type { Segment } from './segment.ts';
import { placesIn, type Places } from './places.ts';
import { readArticles, type TermList } from './term-list.ts';

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
  const candidates = candidatesOf(lists.map(({ list }) => list), base);
  if (candidates.length === 0) return;
  const places = lists.map(({ list, offset }) => ({ ...placesIn(list, base, candidates), offset }));
  const open = slots.findIndex(({ prefix }) => prefix);
  if (open !== -1) places.push({ ...placesOfPrefix(segment, slots[open]?.term ?? '', candidates), offset: open });
  for (const [at, doc] of candidates.entries()) {
    const hits = hitsSideBySide(places, at);
    if (hits === 0) continue;
    docs.push(doc);
    weights.push(hits + Math.min(...places.slice(0, lists.length).map(({ extras }) => extras[at] ?? 0)));
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

/** Of terms that begin with something, as of one term. */
function placesOfPrefix(segment: Segment, prefix: string, candidates: Int32Array): Places {
  const { base } = segment.head;
  const found: number[] = [];
  for (const [, list] of segment.from(prefix)) {
    const { firsts, places } = placesIn(list, base, candidates);
    for (let at = 0; at < candidates.length; at += 1) {
      for (let hit = firsts[at] as number; hit < (firsts[at + 1] as number); hit += 1) found.push(at * widestPlace + (places[hit] as number));
    }
  }
  const sorted = Float64Array.from(found).sort();
  const firsts = new Int32Array(candidates.length + 1);
  for (const packed of sorted) firsts[Math.floor(packed / widestPlace) + 1] = (firsts[Math.floor(packed / widestPlace) + 1] as number) + 1;
  for (let at = 1; at < firsts.length; at += 1) firsts[at] = (firsts[at] as number) + (firsts[at - 1] as number);
  return { firsts, places: Int32Array.from(sorted, (packed) => packed % widestPlace), extras: new Uint8Array(candidates.length) };
}

/** Above every place in an article, so that an article and a place are one number. */
const widestPlace = 2 ** 31;

interface PlacesOfSlot extends Places {
  readonly offset: number;
}

/** How often the places of one article follow each other at their offsets. */
function hitsSideBySide(slots: readonly PlacesOfSlot[], at: number): number {
  const [first] = slots;
  if (first === undefined) return 0;
  const next = slots.map(({ firsts }) => firsts[at] as number);
  const end = first.firsts[at + 1] as number;
  let hits = 0;
  for (let hit = next[0] as number; hit < end; hit += 1) {
    if (othersFollow(slots, next, at, (first.places[hit] as number) - first.offset)) hits += 1;
  }
  return hits;
}

function othersFollow(slots: readonly PlacesOfSlot[], next: number[], at: number, begins: number): boolean {
  for (let slot = 1; slot < slots.length; slot += 1) {
    const { places, firsts, offset } = slots[slot] as PlacesOfSlot;
    const end = firsts[at + 1] as number;
    let hit = next[slot] as number;
    while (hit < end && (places[hit] as number) < begins + offset) hit += 1;
    next[slot] = hit;
    if (hit === end || places[hit] !== begins + offset) return false;
  }
  return true;
}
