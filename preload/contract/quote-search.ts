// Finds where a quote may stand in a squeezed text, and how well its surroundings agree there. The verdict is anchor.ts's.

import search from 'approx-string-match';

/** What is looked for, all squeezed. */
export interface Wanted {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** How much of the quote is there, 0 to 1. */
  readonly likeness: number;
  /** How much of prefix and suffix is there, 0 to 1. */
  readonly context: number;
}

/** A common word may stand thousands of times; only the best are compared by their whole surroundings. */
const mostCompared = 40;
/** Longer quotes are found by their two ends: the cost of the search grows with the length. */
const longestWhole = 400;
const endLength = 80;
/** Errors per unit of the quote. English words at random come to .6, so this is far from chance. */
const errorBound = 0.3;

/** Every place where the words stand as they are, best surroundings first; of equals, the nearest to `near`. */
export function exactCandidates(text: string, wanted: Wanted, near: number): Candidate[] {
  const places: { start: number; touching: number }[] = [];
  for (let start = text.indexOf(wanted.exact); start !== -1; start = text.indexOf(wanted.exact, start + 1)) {
    places.push({ start, touching: touchingUnits(text, start, start + wanted.exact.length, wanted) });
  }
  const nearest = (one: { start: number }, other: { start: number }): number =>
    Math.abs(one.start - near) - Math.abs(other.start - near);
  return places
    .sort((one, other) => other.touching - one.touching || nearest(one, other))
    .slice(0, mostCompared)
    .map(({ start }) => candidate(text, start, start + wanted.exact.length, 1, wanted))
    .sort((one, other) => other.context - one.context || nearest(one, other));
}

/** Places where nearly the same words stand, best first. */
export function similarCandidates(text: string, wanted: Wanted): Candidate[] {
  const { exact } = wanted;
  const bound = Math.floor(exact.length * errorBound);
  if (bound === 0) return [];
  if (exact.length > longestWhole) return longCandidates(text, wanted);
  return search(text, exact, bound)
    .map((match) => {
      const [start, end] = snapToContext(text, match.start, match.end, wanted, bound);
      return candidate(text, start, end, 1 - match.errors / exact.length, wanted);
    })
    .filter((found) => found.end > found.start)
    .sort((one, other) => other.context + other.likeness - one.context - one.likeness);
}

/**
 * What stands between the quote's two surroundings, where both are there as they were: the words may have been rewritten.
 * Empty where nothing or far more stands between them.
 */
export function betweenCandidates(text: string, wanted: Wanted): Candidate[] {
  const before = wanted.prefix.slice(-20);
  const after = wanted.suffix.slice(0, 20);
  if (before.length < 8 || after.length < 8) return [];
  const found: Candidate[] = [];
  for (let at = text.indexOf(before); at !== -1; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = text.indexOf(after, start);
    if (end <= start || end - start > wanted.exact.length * 2 + 24) continue;
    found.push(candidate(text, start, end, likeness(text.slice(start, end), wanted.exact), wanted));
  }
  return found.sort((one, other) => other.likeness - one.likeness);
}

function longCandidates(text: string, wanted: Wanted): Candidate[] {
  const { exact } = wanted;
  const bound = Math.floor(endLength * errorBound);
  const heads = search(text, exact.slice(0, endLength), bound);
  const tails = search(text, exact.slice(-endLength), bound);
  const found: Candidate[] = [];
  for (const head of heads) {
    const tail = tails.find((one) => Math.abs(one.end - head.start - exact.length) <= exact.length * errorBound);
    if (tail === undefined) continue;
    const [start, end] = snapToContext(text, head.start, tail.end, wanted, bound);
    found.push(candidate(text, start, end, 1 - (head.errors + tail.errors) / (2 * endLength), wanted));
  }
  return found;
}

function candidate(text: string, start: number, end: number, like: number, wanted: Wanted): Candidate {
  return { start, end, likeness: like, context: contextAt(text, start, end, wanted) };
}

/** Both sides by their lengths; a selector without any surroundings agrees with none. */
function contextAt(text: string, start: number, end: number, { prefix, suffix }: Wanted): number {
  const length = prefix.length + suffix.length;
  if (length === 0) return 0;
  const before = text.slice(Math.max(0, start - Math.ceil(prefix.length * 1.5)), start);
  const after = text.slice(end, end + Math.ceil(suffix.length * 1.5));
  return (likeness(before, prefix) * prefix.length + likeness(after, suffix) * suffix.length) / length;
}

/** 1 where `words` stands in `text`, less with each error, 0 from one error in two units on. */
function likeness(text: string, words: string): number {
  if (words === '') return 0;
  if (text.includes(words)) return 1;
  const errors = search(text, words, Math.floor(words.length / 2))[0]?.errors;
  return errors === undefined ? 0 : 1 - errors / words.length;
}

/** How many units of the surroundings touch the quote unchanged: cheap, for a first ranking. */
function touchingUnits(text: string, start: number, end: number, { prefix, suffix }: Wanted): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
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
