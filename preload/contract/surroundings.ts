// How far the surroundings of a quote agree with what stands around a place of a squeezed text.

import search from 'approx-string-match';

/** What is looked for, all squeezed. */
export interface Wanted {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The words stood once: a side that is found apart from them still means them. */
  readonly mayGap: boolean;
}

export interface Agreement {
  /** How much of the prefix stands before the place, 0 to 1; 1 where there is no prefix to miss. */
  readonly before: number;
  /** The same of the suffix, after it. */
  readonly after: number;
  /** Both sides by their lengths; 0 for a quote without any surroundings. */
  readonly context: number;
}

/** So much of a side that it is the same side: a word of it may have been changed. */
export const strongSide = 0.75;
/** A view may put a box between paragraphs, or leave one out: so far from its quote (units) a side is still looked for. */
const gapReach = 600;
/** So many units between a quote and a side make the side worth nothing. */
const gapUnits = 20;
/** The units next to the quote by which a side is known on the far end of a gap. */
const nearUnits = 20;
/** A word or two may stand within the other's surroundings: so many units of a side must touch them. */
const fewUnits = 16;
const touchUnits = 3;
/** The part of a long side that is compared by itself too. */
const nearbyUnits = 32;
/** What a side is worth that stands as it was, but not next to the quote. */
const gapWorth = 0.76;

export function agreementAt(text: string, start: number, end: number, wanted: Wanted): Agreement {
  const { prefix, suffix } = wanted;
  const before = prefix === '' ? 1 : sideBefore(text, start, wanted);
  const after = suffix === '' ? 1 : sideAfter(text, end, wanted);
  const length = prefix.length + suffix.length;
  return { before, after, context: length === 0 ? 0 : (before * prefix.length + after * suffix.length) / length };
}

/** 1 where `words` stands in `text`, less with each error, 0 from one error in two units on. */
export function likeness(text: string, words: string): number {
  if (words === '') return 0;
  if (text.includes(words)) return 1;
  const errors = search(text, words, Math.floor(words.length / 2))[0]?.errors;
  return errors === undefined ? 0 : 1 - errors / words.length;
}

/** How many units of the surroundings touch the quote unchanged: cheap, for a first ranking. */
export function touchingUnits(text: string, start: number, end: number, { prefix, suffix }: Wanted): number {
  return touchingBefore(text, start, prefix) + touchingAfter(text, end, suffix);
}

/** The part of the prefix that is next to the quote, as far as it can tell places apart. */
export function nearPrefix({ prefix }: Wanted): string {
  return prefix.slice(-nearUnits);
}

export function nearSuffix({ suffix }: Wanted): string {
  return suffix.slice(0, nearUnits);
}

function sideBefore(text: string, start: number, { exact, prefix, mayGap }: Wanted): number {
  const touching = touchingBefore(text, start, prefix);
  if (touching === prefix.length) return 1;
  const look = (words: string): number => {
    const window = text.slice(Math.max(0, start - Math.ceil(words.length * 1.5)), start);
    return closest(window, words, (match) => window.length - match.end);
  };
  const beside = weighed(look(prefix), prefix.length > nearbyUnits ? look(prefix.slice(-nearbyUnits)) : 1);
  if (exact.length < fewUnits && touching < touchUnits) return Math.min(beside, 0.5);
  if (beside >= gapWorth || !mayGap) return beside;
  const near = prefix.slice(-nearUnits);
  const apart = near.length === nearUnits && text.slice(Math.max(0, start - gapReach), start).includes(near);
  return apart ? gapWorth : beside;
}

function sideAfter(text: string, end: number, { exact, suffix, mayGap }: Wanted): number {
  const touching = touchingAfter(text, end, suffix);
  if (touching === suffix.length) return 1;
  const look = (words: string): number => closest(text.slice(end, end + Math.ceil(words.length * 1.5)), words, (match) => match.start);
  const beside = weighed(look(suffix), suffix.length > nearbyUnits ? look(suffix.slice(0, nearbyUnits)) : 1);
  if (exact.length < fewUnits && touching < touchUnits) return Math.min(beside, 0.5);
  if (beside >= gapWorth || !mayGap) return beside;
  const near = suffix.slice(0, nearUnits);
  return near.length === nearUnits && text.slice(end, end + gapReach).includes(near) ? gapWorth : beside;
}

/** A long side is not the same where what is next to the quote is another: a twin may stand within the side itself. */
function weighed(whole: number, nearby: number): number {
  return Math.min(whole, nearby + 0.05);
}

/** How much of `words` stands in the window, less what lies between it and the quote: a twin close by has the same words near it. */
function closest(window: string, words: string, apart: (match: { start: number; end: number }) => number): number {
  const gapCost = words.length / Math.min(words.length, gapUnits);
  const best = search(window, words, Math.floor(words.length / 2)).map((match) => match.errors + apart(match) * gapCost);
  return best.length === 0 ? 0 : Math.max(0, 1 - Math.min(...best) / words.length);
}

function touchingBefore(text: string, start: number, prefix: string): number {
  let units = 0;
  while (units < prefix.length && text[start - 1 - units] === prefix[prefix.length - 1 - units]) units += 1;
  return units;
}

function touchingAfter(text: string, end: number, suffix: string): number {
  let units = 0;
  while (units < suffix.length && text[end + units] === suffix[units]) units += 1;
  return units;
}
