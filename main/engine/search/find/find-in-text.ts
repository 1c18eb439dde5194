// Where a query's words stand in a text that is being read: for painting them, and going from one to the next.

import type { TextHit } from '../../../../preload/contract/calls.ts';
import { parseQuery } from '../query/query-language.ts';
import { findHits, needlesOf } from './needles.ts';

/** UTF-16 units that are looked through: longer than books. */
const longestText = 4_000_000;
const mostHits = 20_000;

/** In the order of the text; hits that touch or overlap (pairs of characters, words of two clauses) are one. */
export function findInText(query: string, typing: boolean, text: string, now: Date): readonly TextHit[] {
  const needles = needlesOf(parseQuery(query, typing, now));
  if (needles.length === 0) return [];
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of findHits(text, needles, longestText)) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (joined.length < mostHits) joined.push({ start, end });
  }
  return joined;
}
