// Chooses among the places where a quote may stand, and says how sure the choice is: never a wrong place without saying so.

import type { TextPositionSelector, TextQuoteSelector } from './mark.ts';
import { betweenCandidates, exactCandidates, similarCandidates, type Candidate, type Wanted } from './quote-search.ts';
import { squeezedIndex, squeezeWords, wholeRange, type SqueezedText } from './squeezed-text.ts';

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
}

/** One whole side of the surroundings, or most of both. */
const enoughContext = 0.45;
/** Less than this is chance. */
const leastContext = 0.3;
/** How far edits around a mark usually move it, in units. */
const placeReach = 120;
/** Two places this near to each other in context cannot be told apart. */
const tie = 0.05;

/** The place of a quote in a text where it does not stand as it was described; null where no place is sure enough. */
export function choosePlace(
  squeezed: SqueezedText,
  quote: TextQuoteSelector,
  position: TextPositionSelector | undefined,
): Anchored | null {
  const wanted: Wanted = {
    exact: squeezeWords(quote.exact),
    prefix: squeezeWords(quote.prefix),
    suffix: squeezeWords(quote.suffix),
  };
  if (wanted.exact === '') return null;
  const near = position === undefined ? 0 : squeezedIndex(squeezed, position.start);
  const place = (found: Candidate, state: AnchorState): Anchored => ({
    ...wholeRange(squeezed, found.start, found.end),
    state,
  });

  const same = exactCandidates(squeezed.text, wanted, near);
  const best = same[0];
  if (best !== undefined) {
    const edited = position === undefined ? null : editedInPlace(squeezed.text, wanted, near, best);
    if (edited !== null) return place(edited, 'changed');
    const state = stateOfSame(same, wanted, position === undefined ? null : near);
    if (state !== null) return place(best, state);
  }
  const similar = similarCandidates(squeezed.text, wanted).find((found) => isSimilarEnough(found, wanted));
  if (similar !== undefined) return place(similar, 'changed');
  const between = betweenCandidates(squeezed.text, wanted).find((found) => isRewritten(found, wanted));
  return between === undefined ? null : place(between, 'changed');
}

/**
 * A page may have the same words twice, in menus for instance. Where the marked ones were edited, the others are still
 * found as they were: so a place far off is taken only when nothing like the quote stands where it was.
 */
function editedInPlace(text: string, wanted: Wanted, near: number, best: Candidate): Candidate | null {
  if (!isFarFrom(near, best, wanted)) return null;
  const reach = wanted.exact.length + placeReach;
  const from = Math.max(0, near - reach);
  const window = text.slice(from, near + wanted.exact.length + reach);
  const found = [...similarCandidates(window, wanted), ...betweenCandidates(window, wanted)];
  const edited = found.find((one) => one.context >= best.context - tie && one.context >= enoughContext);
  return edited === undefined ? null : { ...edited, start: edited.start + from, end: edited.end + from };
}

/** What the best of the places with the same words is worth; null for chance. */
function stateOfSame(same: readonly Candidate[], wanted: Wanted, near: number | null): AnchorState | null {
  const [best, next] = same;
  if (best === undefined) return null;
  const noContext = wanted.prefix === '' && wanted.suffix === '';
  const atPlace = best.start === near;
  if (noContext && atPlace) return 'exact';
  const told = next === undefined || best.context - next.context > tie || atPlace;
  const rivalled = near !== null && isFarFrom(near, best, wanted) && same.some((one) => !isFarFrom(near, one, wanted));
  if (told && !rivalled && best.context >= enoughContext) return 'exact';
  if (best.context >= leastContext) return 'moved';
  // Words that long, standing once, are their own surroundings.
  if (next === undefined && weight(wanted.exact) >= 48) return 'exact';
  return weight(wanted.exact) >= 24 || (next === undefined && noContext) ? 'moved' : null;
}

function isFarFrom(near: number, found: Candidate, wanted: Wanted): boolean {
  return Math.abs(found.start - near) > wanted.exact.length + placeReach;
}

function isSimilarEnough(found: Candidate, wanted: Wanted): boolean {
  if (found.context >= leastContext) return true;
  return weight(wanted.exact) >= 48 && found.likeness >= 0.8;
}

/** A single word may be replaced as a whole; of a sentence, something must be left. */
function isRewritten(found: Candidate, wanted: Wanted): boolean {
  return found.likeness >= 0.4 || weight(wanted.exact) < 24;
}

/** How much a quote says: letters, where an ideograph or a syllable counts as three. */
function weight(words: string): number {
  return words.length + 2 * (words.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g)?.length ?? 0);
}
