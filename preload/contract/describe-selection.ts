// A stretch of a view's text as W3C selectors: its words, as much of their surroundings as tells them from the same words
// elsewhere, and their position.

import type { Occurrence, Selector } from './mark.ts';
import { squeeze, squeezedIndex, squeezeWords, type SqueezedText } from './squeezed-text.ts';

/** The least and the most of a text (UTF-16 units) that is kept on each side of a quote. */
const shortestContext = 32;
const longestContext = 256;
/** No more than this part of a side may be the same at a twin: what follows is like it by chance, in part. */
const mostAlike = 1 / 3;
/** A single letter stands everywhere: no more twins than this are looked at. */
const mostTwins = 2000;
/** No cluster of characters in real text is longer; a boundary is looked for in so much of it. */
const clusterReach = 64;
const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The selectors for `start` to `end` (UTF-16 units) of a text; empty where there are no words. Never cuts a character. */
export function describeSelection(text: string, start: number, end: number): Selector[] {
  return createDescribe(text)(start, end);
}

/** `describeSelection` for many stretches of one text: what they share is made once. */
export function createDescribe(text: string): (start: number, end: number) => Selector[] {
  let shared: SqueezedText | null = null;
  return (start, end) => {
    const from = startOfCharacter(text, clamp(Math.min(start, end), text.length));
    const to = endOfCharacter(text, clamp(Math.max(start, end), text.length));
    const exact = text.slice(from, to);
    if (squeezeWords(exact) === '') return [];
    shared ??= squeeze(text);
    const { before, after, occurrence } = surroundingsOf(shared, from, to);
    const prefix = text.slice(endOfCharacter(text, before), from);
    const suffix = text.slice(to, startOfCharacter(text, after));
    return [
      { type: 'TextQuoteSelector', exact, prefix, suffix, 'offprint:occurrence': occurrence },
      { type: 'TextPositionSelector', start: from, end: to },
    ];
  };
}

/** Where the context of a stretch begins and ends in the whole text, and which of its twins it is. Blanks do not count: views differ in them. */
function surroundingsOf(squeezed: SqueezedText, from: number, to: number): { before: number; after: number; occurrence: Occurrence } {
  const { text } = squeezed;
  const [start, end] = [squeezedIndex(squeezed, from), squeezedIndex(squeezed, to)];
  const places = placesOf(text, text.slice(start, end), start);
  const twins = places.filter((place) => place !== start);
  const before = sideLength(twins.map((place) => alikeBefore(text, start, place)), start);
  const after = sideLength(twins.map((place) => alikeAfter(text, end, place + end - start)), text.length - end);
  const told = before.told && after.told ? 'both' : before.told ? 'prefix' : after.told ? 'suffix' : 'neither';
  return {
    before: Math.min(from, Math.max(0, from - shortestContext), squeezed.places[start - before.length] ?? from),
    after: Math.max(Math.min(squeezed.length, to + shortestContext), (squeezed.places[end + after.length - 1] ?? to - 1) + 1),
    occurrence: { nth: places.indexOf(start) + 1, of: places.length, told },
  };
}

/**
 * A side grows until it tells the place from its twins by itself, as the other may be edited.
 * @param alike how many units of the side each twin has too
 * @param most how many units there are
 */
function sideLength(alike: readonly number[], most: number): { length: number; told: boolean } {
  const longest = alike.reduce((one, other) => Math.max(one, other), 0);
  const length = Math.min(Math.max(0, Math.ceil(longest / mostAlike)), longestContext, most);
  return { length, told: most > 0 && longest <= Math.max(length, Math.min(most, shortestContext)) * mostAlike };
}

function alikeBefore(text: string, one: number, other: number): number {
  let units = 0;
  while (units < longestContext && units < one && text[one - 1 - units] === text[other - 1 - units]) units += 1;
  return units;
}

function alikeAfter(text: string, one: number, other: number): number {
  let units = 0;
  while (units < longestContext && one + units < text.length && text[one + units] === text[other + units]) units += 1;
  return units;
}

/** Where the same words stand, rising; the described place is among them. */
function placesOf(text: string, exact: string, from: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at !== -1 && places.length < mostTwins; at = text.indexOf(exact, at + 1)) places.push(at);
  return places.includes(from) ? places : [...places, from];
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length, index));
}

function startOfCharacter(text: string, index: number): number {
  return clusterAround(text, index)?.start ?? index;
}

function endOfCharacter(text: string, index: number): number {
  return clusterAround(text, index)?.end ?? index;
}

/** Two units of plain text never belong together: most boundaries are told without a segmenter. */
const joinable = /[^\u0000-\u007f\u3000-\u3098\u309b-\u9fff]/;

/** The cluster that an index cuts: an emoji of several parts, a letter with its accents; null at a boundary. */
function clusterAround(text: string, index: number): { start: number; end: number } | null {
  if (index <= 0 || index >= text.length || !joinable.test(text.slice(index - 1, index + 1))) return null;
  const base = Math.max(0, index - clusterReach);
  const found = clusters.segment(text.slice(base, index + clusterReach)).containing(index - base);
  if (found === undefined || found.index === index - base) return null;
  return { start: base + found.index, end: base + found.index + found.segment.length };
}
