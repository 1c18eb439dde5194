// A query narrowed by a click: a clause put behind it, and taken away again.

import type { Facet, Facets } from '../../preload/contract/calls.ts';

/** Whether the query has the clause, standing by itself. */
export function isNarrowed(query: string, clause: string): boolean {
  return placeOf(query, clause) !== null;
}

/** The query with the clause behind it. @param typing its last word is the beginning of one, and stays that. */
export function narrowed(query: string, clause: string, typing: boolean): string {
  const before = (typing ? completed(query) : query).trimEnd();
  return before === '' ? clause : `${before} ${clause}`;
}

export function widened(query: string, clause: string): string {
  const at = placeOf(query, clause);
  if (at === null) return query;
  return `${query.slice(0, at).trimEnd()} ${query.slice(at + clause.length).trimStart()}`.trim();
}

function placeOf(query: string, clause: string): number | null {
  for (let at = query.indexOf(clause); at >= 0; at = query.indexOf(clause, at + 1)) {
    const [before, after] = [query[at - 1], query[at + clause.length]];
    if ((before === undefined || /\s/.test(before)) && (after === undefined || /\s/.test(after))) return at;
  }
  return null;
}

/** A query in which nothing is under way any more: with a star where the last word is a word that may have an end to come, and the quotation mark closed that is open. */
export function completed(query: string): string {
  if ((query.match(/["“”„＂]/g) ?? []).length % 2 === 1) return `${query}"`;
  const [last = ''] = /\S+$/.exec(query) ?? [];
  const [, field, word = ''] = /^-?(?:([a-z]+)[:：])?(.*)$/i.exec(last) ?? [];
  const takesStar = field === undefined || /^(?:title|byline|site|note|url|tag)$/i.test(field);
  return takesStar && /[\p{L}\p{N}]$/u.test(word) && !/^(?:OR|AND)$/.test(word) ? `${query}*` : query;
}

/** A few facets of several kinds that tell the hits apart, those that the query has already first. */
export function tellingFacets(facets: Facets, query: string, total: number): readonly Facet[] {
  const kinds = [facets.tags, facets.sites, facets.states, facets.years, facets.languages];
  const chosen = kinds.flatMap((kind) => kind.filter(({ narrow }) => isNarrowed(query, narrow)));
  const telling = kinds.map((kind) => kind.filter((facet) => facet.count < total && !chosen.includes(facet)));
  return [...chosen, ...[0, 1].flatMap((rank) => telling.flatMap((kind) => kind[rank] ?? []))];
}
