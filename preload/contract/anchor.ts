// The pair describe / anchor: a stretch of a view's text (view-text.ts) as W3C selectors, and selectors back to a stretch,
// in this view or another, in this capture or a later one. Pure rules over strings.

import type { Selector, TextPositionSelector, TextQuoteSelector } from './mark.ts';
import { betweenCandidates, exactCandidates, similarCandidates, type Candidate, type Wanted } from './quote-search.ts';
import { squeeze, squeezedIndex, squeezeWords, wholeRange, type SqueezedText } from './squeezed-text.ts';

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

const contextLength = 32;
/** One whole side of the surroundings, or most of both. */
const enoughContext = 0.45;
/** Less than this is chance. */
const leastContext = 0.3;
/** Two places this near to each other in context cannot be told apart. */
const tie = 0.05;

/** The selectors for `start` to `end` (UTF-16 units) of a text; empty where there are no words. Never cuts a character. */
export function describeSelection(text: string, start: number, end: number): Selector[] {
  const from = startOfCharacter(text, clamp(Math.min(start, end), text.length));
  const to = endOfCharacter(text, clamp(Math.max(start, end), text.length));
  const exact = text.slice(from, to);
  if (squeezeWords(exact) === '') return [];
  const prefix = text.slice(endOfCharacter(text, Math.max(0, from - contextLength)), from);
  const suffix = text.slice(to, startOfCharacter(text, Math.min(text.length, to + contextLength)));
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start: from, end: to },
  ];
}

/** Where selectors stand in a text; null when their words are gone, or no place is sure enough. */
export function anchorSelectors(text: string, selectors: readonly Selector[]): Anchored | null {
  return createAnchor(text)(selectors);
}

/** `anchorSelectors` for many marks on one text: what they share is made once. */
export function createAnchor(text: string): (selectors: readonly Selector[]) => Anchored | null {
  let shared: SqueezedText | null = null;
  return (selectors) => {
    const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
    const position = selectors.find((one) => one.type === 'TextPositionSelector');
    // A position without words cannot be checked: any edit before it makes it wrong unseen.
    if (quote === undefined) return null;
    if (position !== undefined && standsAt(text, quote, position)) {
      return { start: position.start, end: position.end, state: 'exact' };
    }
    shared ??= squeeze(text);
    return search(shared, quote, position);
  };
}

function standsAt(text: string, quote: TextQuoteSelector, { start, end }: TextPositionSelector): boolean {
  return (
    quote.exact !== '' &&
    text.slice(start, end) === quote.exact &&
    text.slice(Math.max(0, start - quote.prefix.length), start) === quote.prefix &&
    text.slice(end, end + quote.suffix.length) === quote.suffix
  );
}

function search(
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
    const state = stateOfSame(best, same[1], wanted, position !== undefined && best.start === near);
    if (state !== null) return place(best, state);
  }
  const similar = similarCandidates(squeezed.text, wanted).find((found) => isSimilarEnough(found, wanted));
  if (similar !== undefined) return place(similar, 'changed');
  const between = betweenCandidates(squeezed.text, wanted).find((found) => isRewritten(found, wanted));
  return between === undefined ? null : place(between, 'changed');
}

function stateOfSame(best: Candidate, next: Candidate | undefined, wanted: Wanted, atPlace: boolean): AnchorState | null {
  const alone = next === undefined;
  const noContext = wanted.prefix === '' && wanted.suffix === '';
  if (noContext && atPlace) return 'exact';
  const told = alone || best.context - next.context > tie || (atPlace && best.context >= enoughContext);
  if (told && best.context >= enoughContext) return 'exact';
  if (best.context >= leastContext) return 'moved';
  // Words that long, standing once, are their own surroundings.
  if (alone && weight(wanted.exact) >= 48) return 'exact';
  return weight(wanted.exact) >= 24 || (alone && noContext) ? 'moved' : null;
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

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length, index));
}

function startOfCharacter(text: string, index: number): number {
  return isInsidePair(text, index) ? index - 1 : index;
}

function endOfCharacter(text: string, index: number): number {
  return isInsidePair(text, index) ? index + 1 : index;
}

function isInsidePair(text: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, index - 1), index + 1));
}
