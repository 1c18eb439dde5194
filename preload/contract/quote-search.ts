// Finds where a quote may stand in a squeezed text. How well each place fits is surroundings.ts's matter, the verdict
// anchor-choice.ts's.

import search from 'approx-string-match';
import { agreementAt, likeness, nearPrefix, nearSuffix, touchingUnits, type Agreement, type Wanted } from './surroundings.ts';

export interface Candidate extends Agreement {
  readonly start: number;
  readonly end: number;
  /** How much of the quote is there, 0 to 1. */
  readonly likeness: number;
}

export interface SamePlaces {
  /** The best of the places, best surroundings first; of equals, the nearest to where it was. */
  readonly best: readonly Candidate[];
  /** Where the words stand, rising: all of them. */
  readonly starts: readonly number[];
}

/** A common word may stand thousands of times; only the best are compared by their whole surroundings. */
const mostCompared = 40;
/** Longer quotes are found by their two ends: the cost of the search grows with the length. */
const longestWhole = 400;
const endLength = 80;
/** Errors per unit of the quote. English words at random come to .6, so this is far from chance. */
const errorBound = 0.3;
/** A side that stands in more places than this tells nothing. */
const mostBetween = 40;

/** Every place where the words stand as they are. */
export function exactPlaces(text: string, wanted: Wanted, near: number): SamePlaces {
  const starts: number[] = [];
  for (let start = text.indexOf(wanted.exact); start !== -1; start = text.indexOf(wanted.exact, start + 1)) starts.push(start);
  const length = wanted.exact.length;
  const apart = (start: number): number => Math.abs(start - near);
  const best = starts
    .map((start) => ({ start, touching: starts.length > mostCompared ? touchingUnits(text, start, start + length, wanted) : 0 }))
    .sort((one, other) => other.touching - one.touching || apart(one.start) - apart(other.start))
    .slice(0, mostCompared)
    .map(({ start }) => candidate(text, start, start + length, 1, wanted))
    .sort((one, other) => other.context - one.context || apart(one.start) - apart(other.start));
  return { best, starts };
}

/** Places from `from` to `to` of the text where nearly the same words stand, best first. */
export function similarPlaces(text: string, wanted: Wanted, from: number, to: number): Candidate[] {
  const { exact } = wanted;
  const bound = Math.floor(exact.length * errorBound);
  if (bound === 0) return [];
  const window = text.slice(from, to);
  const matches = exact.length > longestWhole ? matchesByEnds(window, exact) : search(window, exact, bound);
  return matches
    .map((match) => {
      const [start, end] = snapToContext(text, from + match.start, from + match.end, wanted, bound);
      return candidate(text, start, end, 1 - match.errors / exact.length, wanted);
    })
    .filter((found) => found.end > found.start)
    .sort((one, other) => other.context + other.likeness - one.context - one.likeness);
}

/**
 * What stands between the quote's two surroundings, where both are there as they were: the words may have been rewritten,
 * or taken out (`end` is `start` then). Empty where far more stands between them.
 */
export function placesBetween(text: string, wanted: Wanted): Candidate[] {
  const [before, after] = [nearPrefix(wanted), nearSuffix(wanted)];
  if (before.length < 8 || after.length < 8) return [];
  const found: Candidate[] = [];
  for (let at = text.indexOf(before), seen = 0; at !== -1 && seen < mostBetween; at = text.indexOf(before, at + 1), seen += 1) {
    const start = at + before.length;
    const end = text.indexOf(after, start);
    if (end === -1 || end - start > wanted.exact.length * 2 + 24) continue;
    found.push(candidate(text, start, end, likeness(text.slice(start, end), wanted.exact), wanted));
  }
  return found.sort((one, other) => other.context + other.likeness - one.context - one.likeness);
}

/** Where one of the sides stands as it was: the quote would be beside it. */
export function placesBeside(text: string, wanted: Wanted): number[] {
  const found: number[] = [];
  const look = (side: string, offset: number): void => {
    if (side.length < 8) return;
    for (let at = text.indexOf(side), seen = 0; at !== -1 && seen < 8; at = text.indexOf(side, at + 1), seen += 1) found.push(at + offset);
  };
  const [before, after] = [nearPrefix(wanted), nearSuffix(wanted)];
  look(before, before.length);
  look(after, -wanted.exact.length);
  return found;
}

function matchesByEnds(window: string, exact: string): { start: number; end: number; errors: number }[] {
  const bound = Math.floor(endLength * errorBound);
  const heads = search(window, exact.slice(0, endLength), bound);
  const tails = search(window, exact.slice(-endLength), bound);
  return heads.flatMap((head) => {
    const tail = tails.find((one) => Math.abs(one.end - head.start - exact.length) <= exact.length * errorBound);
    if (tail === undefined) return [];
    return { start: head.start, end: tail.end, errors: Math.round(((head.errors + tail.errors) * exact.length) / (2 * endLength)) };
  });
}

function candidate(text: string, start: number, end: number, like: number, wanted: Wanted): Candidate {
  return { start, end, likeness: like, ...agreementAt(text, start, end, wanted) };
}

/**
 * An approximate match may end inside a changed word, or short of it. Where the surroundings begin within `reach` of it
 * as they were, they are the better edge.
 */
function snapToContext(text: string, start: number, end: number, wanted: Wanted, reach: number): [number, number] {
  const before = wanted.prefix.slice(-8);
  const after = wanted.suffix.slice(0, 8);
  const lowest = Math.max(0, start - reach - before.length);
  const prefixAt = text.slice(lowest, start + reach).lastIndexOf(before);
  const suffixAt = text.slice(Math.max(start + 1, end - reach), end + reach + after.length).indexOf(after);
  const snappedStart = before.length < 4 || prefixAt === -1 ? start : lowest + prefixAt + before.length;
  const snappedEnd = after.length < 4 || suffixAt === -1 ? end : Math.max(start + 1, end - reach) + suffixAt;
  return snappedStart < snappedEnd ? [snappedStart, snappedEnd] : [start, end];
}
