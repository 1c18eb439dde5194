// All hits of a question, without their rows: how many, and their ids for what is done to all of them.

import type { AllIdsRequest, FacetsRequest } from '../../../../preload/contract/calls.ts';
import { parseQuery } from '../query/query-language.ts';
import { Asking } from './asking.ts';
import { matchesOf, windowOf, type Desk } from './find-articles.ts';

export function countHits(desk: Desk, request: FacetsRequest): number {
  return hitsOf(desk, request).matches.docs.length;
}

/** In the order of the list that asks the same. */
export function idsOfHits(desk: Desk, request: AllIdsRequest): readonly string[] {
  const { ground, remembered, now } = desk;
  const found = hitsOf(desk, request);
  const sort = parseQuery(request.query, request.typing, now).sort ?? request.sort;
  const docs = windowOf(ground, remembered, found, sort, { offset: 0, limit: found.matches.docs.length });
  const ids = new Map<number, string>();
  // One walk over all is quicker than a question for each.
  for (const { doc, id } of ground.database.each<{ doc: number; id: string }>('SELECT doc, id FROM article')) ids.set(doc, id);
  return Array.from(docs).flatMap((doc) => ids.get(doc) ?? []);
}

function hitsOf(desk: Desk, request: FacetsRequest): ReturnType<typeof matchesOf> {
  return matchesOf(desk, new Asking(desk.ground, false), request, parseQuery(request.query, request.typing, desk.now));
}
