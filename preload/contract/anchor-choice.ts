// Chooses among the places where a quote may stand, and says how sure the choice is: never a wrong place without saying so.

import type { TextPositionSelector, TextQuoteSelector } from './mark.ts';
import { exactPlaces, placesBeside, placesBetween, similarPlaces, type Candidate, type SamePlaces } from './quote-search.ts';
import { isInsideWord, squeezedIndex, squeezeWords, wholeRange, type SqueezedText } from './squeezed-text.ts';
import { strongSide, type Wanted } from './surroundings.ts';

/**
 * `exact`: the same words in the same surroundings, white space aside.
 * `moved`: the same words, but other surroundings, or several places that fit as well.
 * `changed`: other words stand there now; what is left of the quote and its surroundings says that this is the place.
 */
export type AnchorState = 'exact' | 'moved' | 'changed';

export interface Anchored {
  /** UTF-16 units of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
  /** False where another place may be meant: to be shown as a guess. Always true for `exact`. */
  readonly sure: boolean;
}

interface Choice {
  readonly found: Candidate;
  readonly state: AnchorState;
  readonly sure: boolean;
  /** No edited place can be meant instead. */
  readonly settled: boolean;
}

/** One whole side of the surroundings, or most of both. */
const enoughContext = 0.45;
/** Less than this is chance. */
const leastContext = 0.3;
/** Two places this near to each other in context cannot be told apart. */
const tie = 0.05;
/** How far edits around a mark usually move it, in units. */
const placeReach = 120;
/** Words of this weight do not stand in a text twice by chance. */
const sentenceWeight = 24;
const longWeight = 48;

/** The place of a quote in a text where it does not stand as it was described; null where no place is sure enough. */
export function choosePlace(
  squeezed: SqueezedText,
  quote: TextQuoteSelector,
  position: TextPositionSelector | undefined,
  sameCapture: boolean,
): Anchored | null {
  const exact = squeezeWords(quote.exact);
  if (exact === '') return null;
  const mayGap = weightOf(exact) >= sentenceWeight && (quote['offprint:occurrence']?.of ?? 1) === 1;
  const wanted: Wanted = { exact, prefix: squeezeWords(quote.prefix), suffix: squeezeWords(quote.suffix), mayGap };
  const near = position === undefined ? null : squeezedIndex(squeezed, position.start);
  const same = exactPlaces(squeezed.text, wanted, near ?? 0);
  const first = chooseSame(same, wanted, quote, near, sameCapture);
  // Blocks may stand without a blank between them in one view: only an edit makes another word of it.
  const choice = sameCapture ? first : soberly(first, squeezed, quote);
  const better = choice?.settled === true ? null : chooseEdited(squeezed.text, wanted, quote, near, same.best[0] ?? null);
  const chosen = better === 'taken-out' ? null : (better ?? choice);
  if (chosen === null) return null;
  const { found, state, sure } = chosen;
  return { ...wholeRange(squeezed, found.start, found.end), state, sure };
}

/** Words that began and ended with whole words are not the same inside longer ones. */
function soberly(choice: Choice | null, squeezed: SqueezedText, quote: TextQuoteSelector): Choice | null {
  if (choice === null || choice.state !== 'exact') return choice;
  const { start, end } = choice.found;
  const cutBefore = !letter.test(quote.prefix.slice(-1)) && isInsideWord(squeezed, start);
  const cutAfter = !letter.test(quote.suffix.slice(0, 1)) && isInsideWord(squeezed, end);
  return cutBefore || cutAfter ? { ...choice, ...perhaps } : choice;
}

const letter = /[\p{L}\p{N}]/u;

/** The best of the places with the same words, and what it is worth; null for chance. */
function chooseSame(
  same: SamePlaces,
  wanted: Wanted,
  quote: TextQuoteSelector,
  near: number | null,
  sameCapture: boolean,
): Choice | null {
  const [best, next] = same.best;
  if (best === undefined) return null;
  const rivals = same.best.filter((one) => best.context - one.context <= tie);
  if (rivals.length > 1) return chooseRival(rivals, countedPlace(same, quote), near, wanted);
  if (wanted.prefix === '' && wanted.suffix === '') return { found: best, ...(best.start === near ? exactly : perhaps) };
  const before = wanted.prefix !== '' && best.before >= strongSide;
  const after = wanted.suffix !== '' && best.after >= strongSide;
  if (before && after) return { found: best, ...exactly };
  const { of = null, told = null } = quote['offprint:occurrence'] ?? {};
  const disputed = same.best.slice(1).some((one) => one.before >= strongSide || one.after >= strongSide);
  if ((before || after) && !disputed && best.context >= enoughContext) {
    if (of === null) return { found: best, ...exactly, settled: false };
    if (told === 'both' || told === (before ? 'prefix' : 'suffix')) return { found: best, ...exactly };
  }
  const weight = weightOf(wanted.exact);
  if (next === undefined && of === 1 && sameCapture) return { found: best, ...exactly };
  if (next === undefined && of === 1) return { found: best, state: 'moved', sure: weight >= sentenceWeight, settled: false };
  const counted = countedPlace(same, quote);
  if (counted !== null) return { found: counted, ...perhaps };
  return best.context >= leastContext || weight >= sentenceWeight ? { found: best, ...perhaps } : null;
}

/** The place with the same number among its likes, where all of them are still there; null elsewhere. */
function countedPlace({ best, starts }: SamePlaces, quote: TextQuoteSelector): Candidate | null {
  const occurrence = quote['offprint:occurrence'];
  const start = occurrence !== undefined && occurrence.of === starts.length ? starts[occurrence.nth - 1] : undefined;
  return best.find((one) => one.start === start) ?? null;
}

const exactly = { state: 'exact', sure: true, settled: true } as const;
const perhaps = { state: 'moved', sure: false, settled: false } as const;

/** Several places fit as well: the counted one, else the nearest. */
function chooseRival(rivals: readonly Candidate[], counted: Candidate | null, near: number | null, wanted: Wanted): Choice | null {
  const [best] = rivals;
  if (best === undefined) return null;
  const untouched = best.before >= 1 && best.after >= 1 && best.context > 0;
  if (counted !== null && rivals.includes(counted)) return { found: counted, ...(untouched ? exactly : perhaps) };
  const there = rivals.find(({ start }) => start === near);
  if (there !== undefined && untouched) return { found: there, ...exactly };
  return best.context >= leastContext || weightOf(wanted.exact) >= sentenceWeight ? { found: there ?? best, ...perhaps } : null;
}

/**
 * A page may have the same words twice, in menus for instance. Where the marked ones were edited, the others are still
 * found as they were: so a place that is not sure gives way to an edited one which fits better, and to the knowledge
 * that the words were taken out.
 */
function chooseEdited(
  text: string,
  wanted: Wanted,
  quote: TextQuoteSelector,
  near: number | null,
  same: Candidate | null,
): Choice | 'taken-out' | null {
  const between = placesBetween(text, wanted);
  const edited = [...between, ...similarAround(text, wanted, near, same === null)]
    .filter((found) => found.end > found.start && found.likeness < 1 && isEnough(found, wanted))
    .sort((one, other) => worth(other) - worth(one))[0];
  if (edited !== undefined && worth(edited) > (same === null ? 0 : worth(same) + tie)) {
    return { found: edited, state: 'changed', sure: edited.context >= strongSide || isLike(edited, wanted), settled: true };
  }
  const twin = (quote['offprint:occurrence']?.of ?? 1) > 1 || weightOf(wanted.exact) < sentenceWeight;
  return twin && between.some(({ start, end }) => start === end) ? 'taken-out' : null;
}

/** Everywhere, where the words are nowhere else; else where they were and beside their surroundings: the words themselves would outdo all. */
function similarAround(text: string, wanted: Wanted, near: number | null, everywhere: boolean): Candidate[] {
  const reach = Math.min(wanted.exact.length, 600) + placeReach;
  const windows = [...placesBeside(text, wanted), ...(near === null ? [] : [near])].flatMap((at) =>
    similarPlaces(text, wanted, Math.max(0, at - reach), at + wanted.exact.length + reach),
  );
  return everywhere && windows.every((found) => found.context < strongSide) ? [...windows, ...similarPlaces(text, wanted, 0, text.length)] : windows;
}

function worth({ context, likeness }: Candidate): number {
  return context + likeness / 2;
}

/** A single word may be replaced as a whole; of a sentence, something must be left. */
function isEnough(found: Candidate, wanted: Wanted): boolean {
  if (isLike(found, wanted)) return true;
  if (found.context < leastContext) return false;
  if (found.likeness >= 0.4) return true;
  return weightOf(wanted.exact) < sentenceWeight && found.before >= strongSide && found.after >= strongSide;
}

/** Words that long and that like are their own surroundings. */
function isLike(found: Candidate, wanted: Wanted): boolean {
  return weightOf(wanted.exact) >= longWeight && found.likeness >= 0.8;
}

/** How much a quote says: letters, where an ideograph or a syllable counts as three. */
function weightOf(words: string): number {
  return words.length + 2 * (words.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g)?.length ?? 0);
}
