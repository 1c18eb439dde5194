// The pair describe / anchor: a stretch of a view's text (view-text.ts) as W3C selectors, and selectors back to a stretch,
// in this view or another, in this capture or a later one. Pure rules over strings.

import { choosePlace, type Anchored } from './anchor-choice.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './mark.ts';
import { squeeze, squeezeWords, type SqueezedText } from './squeezed-text.ts';

export type { Anchored, AnchorState } from './anchor-choice.ts';

const contextLength = 32;

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
    return choosePlace(shared, quote, position);
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
