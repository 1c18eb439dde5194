// The pair describe / anchor: a stretch of a view's text (view-text.ts) as W3C selectors, and selectors back to a stretch,
// in this view or another, in this capture or a later one. Pure rules over strings.

import { choosePlace, type Anchored } from './anchor-choice.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './mark.ts';
import { squeeze, type SqueezedText } from './squeezed-text.ts';

export type { Anchored, AnchorState } from './anchor-choice.ts';
export { createDescribe, describeSelection } from './describe-selection.ts';

/**
 * Where selectors stand in a text; null when their words are gone, or no place is sure enough.
 * @param sameCapture the selectors were made on this capture, in this view or the other: its words were not edited since
 */
export function anchorSelectors(text: string, selectors: readonly Selector[], sameCapture = false): Anchored | null {
  return createAnchor(text)(selectors, sameCapture);
}

export type Anchor = (selectors: readonly Selector[], sameCapture?: boolean) => Anchored | null;

/** `anchorSelectors` for many marks on one text: what they share is made once. */
export function createAnchor(text: string): Anchor {
  let shared: SqueezedText | null = null;
  return (selectors, sameCapture = false) => {
    const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
    const position = selectors.find((one) => one.type === 'TextPositionSelector');
    // A position without words cannot be checked: any edit before it makes it wrong unseen.
    if (quote === undefined) return null;
    if (position !== undefined && standsAt(text, quote, position)) {
      return { start: position.start, end: position.end, state: 'exact', sure: true };
    }
    shared ??= squeeze(text);
    return choosePlace(shared, quote, position, sameCapture);
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
