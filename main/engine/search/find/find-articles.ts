// One window of a list or of a search, from the index alone.

import type { ArticleRow } from '../../../../preload/contract/article.ts';
import type { FacetsRequest, FindAnswer, FindRequest, SortOrder } from '../../../../preload/contract/calls.ts';
import type { Query } from '../query/query.ts';
import { parseQuery } from '../query/query-language.ts';
import { unpackBody } from '../store/packed-body.ts';
import type { Row } from '../store/packed-row.ts';
import { excerptOfShown, readShown } from '../store/stored-article.ts';
import type { Ground } from '../store/ground.ts';
import { Asking } from './asking.ts';
import { placeFlags, tagCondition } from './conditions.ts';
import { matchQuery } from './match-query.ts';
import { needlesOf } from './needles.ts';
import { firstOf } from './order-hits.ts';
import type { Remembered, RememberedMatches } from './remembered.ts';
import { snippetsFor, type Snippets } from './snippets.ts';
import { didYouMean } from './suggest.ts';

/** What is asked with beside the request. */
export interface Desk {
  readonly ground: Ground;
  readonly remembered: Remembered;
  readonly now: Date;
  /** The index is not filled yet. */
  readonly indexing: boolean;
}

const mostRows = 500;

export function findArticles(desk: Desk, request: FindRequest): FindAnswer {
  const started = performance.now();
  const { ground, remembered } = desk;
  const query = parseQuery(request.query, request.typing, desk.now);
  const asking = new Asking(ground, request.typing && request.exact !== true);
  const found = matchesOf(desk, asking, request, query);
  const { matches } = found;
  const sort = query.sort ?? request.sort;
  const bounds = { offset: wholeNumber(request.offset, Number.MAX_SAFE_INTEGER), limit: wholeNumber(request.limit, mostRows) };
  const docs = windowOf(ground, remembered, found, sort, bounds);
  const needles = needlesOf(query);
  const snippets = needles.length === 0 ? null : snippetsFor(needles);
  const rows = Array.from(docs).flatMap((doc) => rowOf(asking, doc, snippets) ?? []);
  const exact = !found.bounded && !found.partial;
  const total = matches.docs.length;
  const meant = total === 0 && exact && !asking.quick ? didYouMean(desk, request, query) : null;
  const tookMs = Math.round((performance.now() - started) * 100) / 100;
  return { total, tookMs, rows, exact, partial: found.partial || asking.partial, sort, odd: query.odd, didYouMean: meant, indexing: desk.indexing };
}

/** All hits of a question, found now or a moment ago. */
export function matchesOf(desk: Desk, asking: Asking, { query: asked, place, tag, typing }: FacetsRequest, query: Query): RememberedMatches {
  const { ground, remembered, now } = desk;
  // Times are asked for by days: what was found yesterday is another answer.
  const question = JSON.stringify([asked, place, tag, typing, asking.quick, now.toDateString()]);
  return remembered.matches(question, () => {
    const conditions = tag === null ? [] : [tagCondition(ground, tag)];
    const matches = matchQuery(asking, query, placeFlags(place, query.groups.length > 0), conditions);
    return { matches, bounded: asking.bounded, partial: asking.partial, ordered: new Map() };
  });
}

interface Bounds {
  readonly offset: number;
  readonly limit: number;
}

function wholeNumber(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0;
}

export function windowOf(ground: Ground, remembered: Remembered, { matches, ordered }: RememberedMatches, sort: SortOrder, { offset, limit }: Bounds): Int32Array {
  const known = ordered.get(sort);
  const docs = known ?? firstOf(ground, remembered, matches, sort, offset + limit);
  if (docs.length === matches.docs.length) ordered.set(sort, docs);
  return docs.subarray(offset, offset + limit);
}

/** A row with the place that matched, or the article's first words; those also when the time is over. */
export function rowOf(asking: Asking, doc: number, snippets: Snippets | null): ArticleRow | null {
  const shown = readShown(asking.ground.database, doc);
  if (shown === null) return null;
  const { row, packed } = shown;
  if (snippets !== null && packed !== null && !asking.isOver()) {
    const { text, notes, quotes, captions } = unpackBody(packed);
    const matched = snippets([text, notes, quotes, captions]);
    if (matched !== null) return { ...row, snippet: matched };
  }
  return plainRow(row, excerptOfShown(shown));
}

export function plainRow(row: Row, excerpt: string): ArticleRow {
  return { ...row, snippet: [{ text: excerpt, marked: false }] };
}
