// A mark by its words, as a user types them: nothing but the same words will do, and white space does not matter.

import { describeSelection } from '../../../preload/contract/anchor.ts';
import type { Selector } from '../../../preload/contract/mark.ts';
import { exactPlaces } from '../../../preload/contract/quote-search.ts';
import { squeeze, squeezeWords, wholeRange } from '../../../preload/contract/squeezed-text.ts';

export interface Quote {
  readonly quote: string;
  /** What stands before and after it, as far as the user says; empty strings for anywhere. */
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The selectors of a quote in a view's text: where several places fit, the one with the best surroundings, then the
 * first. Null where the words do not stand, or only with other surroundings than those asked for.
 */
export function selectQuote(text: string, { quote, prefix, suffix }: Quote): Selector[] | null {
  const squeezed = squeeze(text);
  const wanted = { exact: squeezeWords(quote), prefix: squeezeWords(prefix), suffix: squeezeWords(suffix), mayGap: false };
  if (wanted.exact === '') return null;
  const best = exactPlaces(squeezed.text, wanted, 0).best[0];
  const anywhere = wanted.prefix === '' && wanted.suffix === '';
  if (best === undefined || (!anywhere && best.context === 0)) return null;
  const { start, end } = wholeRange(squeezed, best.start, best.end);
  return describeSelection(text, start, end);
}
