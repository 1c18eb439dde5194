// What may have been meant by a query without hits: each word that stands nowhere becomes the most frequent one that is an
// edit or two away. Only what then has hits is suggested.

import type { FacetsRequest } from '../../../../preload/contract/calls.ts';
import type { Clause, Query, TextMeaning } from '../query/query.ts';
import { parseQuery } from '../query/query-language.ts';
import { Asking } from './asking.ts';
import { placeFlags } from './conditions.ts';
import type { Desk } from './find-articles.ts';
import { findWords } from './find-words.ts';
import { matchQuery } from './match-query.ts';
import { nearGrams } from './near-grams.ts';
import { nearWords } from './near-words.ts';

/** Candidates for one word that are tried. */
const mostTried = 4;

/** The query with other words in the same places, or null. */
export function didYouMean(desk: Desk, request: FacetsRequest, query: Query): string | null {
  const asking = new Asking(desk.ground, false);
  const unfound = query.groups.flatMap((group) => group.filter((clause) => isUnfound(asking, clause)));
  if (unfound.length === 0) return null;
  let meant = [request.query];
  // From behind, so that the places of the words before stay what they are.
  for (const clause of unfound.toReversed()) {
    const candidates = candidatesFor(asking, clause);
    if (candidates.length === 0) return null;
    meant = candidates.flatMap((candidate) => meant.map((text) => `${text.slice(0, clause.start)}${prefixOf(text, clause)}${candidate}${suffixOf(text, clause)}${text.slice(clause.end)}`)).slice(0, mostTried);
  }
  return meant.find((text) => hasHits(desk, request, text)) ?? null;
}

type WordClause = TextMeaning & { readonly negated: boolean };

/** A single word, or a run of an unspaced script, that no article has. */
function isUnfound(asking: Asking, clause: Clause): clause is WordClause {
  if (clause.kind !== 'text' || clause.negated || (!clause.gram && clause.tokens.length > 1)) return false;
  return findWords(asking, { ...clause, field: null, initials: null }).docs.length === 0;
}

function candidatesFor(asking: Asking, { tokens, gram, prefix }: WordClause): readonly string[] {
  const [word = ''] = tokens;
  return gram ? nearGrams(asking, tokens, prefix).slice(0, mostTried) : nearWords(asking, word).slice(0, mostTried);
}

/** What stands before the word itself: `title:`, a quotation mark. */
function prefixOf(text: string, { start, end }: TextMeaning): string {
  return /^(?:[a-z]+[:：])?["“”„＂]?/i.exec(text.slice(start, end))?.[0] ?? '';
}

function suffixOf(text: string, { start, end }: TextMeaning): string {
  return /["“”„＂*]?$/.exec(text.slice(start, end))?.[0] ?? '';
}

function hasHits({ ground, now }: Desk, { place }: FacetsRequest, text: string): boolean {
  const query = parseQuery(text, false, now);
  return matchQuery(new Asking(ground, false), query, placeFlags(place, true), []).docs.length > 0;
}
