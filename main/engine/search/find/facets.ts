// What the hits of a question have in common: sites, tags, years, languages and states, with how many have each.

import type { Facet, Facets, FacetsRequest } from '../../../../preload/contract/calls.ts';
import { parseQuery } from '../query/query-language.ts';
import type { StateName } from '../query/query.ts';
import { noDay } from '../store/columns.ts';
import type { Ground } from '../store/ground.ts';
import { tagsOfLabel } from '../store/labels.ts';
import { Asking } from './asking.ts';
import { stateFlags } from './conditions.ts';
import { byTag } from './count-articles.ts';
import { matchesOf, type Desk } from './find-articles.ts';

/** Of each kind. */
const mostFacets = 50;
const isStates: readonly StateName[] = ['unread', 'read', 'starred', 'archived', 'partial', 'damaged'];
const hasStates: readonly StateName[] = ['mark', 'note', 'image', 'video', 'missing'];

export function countFacets(desk: Desk, request: FacetsRequest): Facets {
  const { ground } = desk;
  const { docs } = matchesOf(desk, new Asking(ground, request.typing), request, parseQuery(request.query, request.typing, desk.now)).matches;
  const { columns, labels } = ground;
  const named = (numbers: Int32Array, name: string): readonly Facet[] =>
    mostFrequent(tally(docs, (doc) => numbers[doc] as number)).map(([number, count]) => facet(labels.name(number), count, name));
  const sets = [...tally(docs, (doc) => columns.tags[doc] as number)].map(([number, articles]) => ({ tags: tagsOfLabel(labels.name(number)), articles }));
  return {
    sites: named(columns.site, 'site'),
    tags: byTag(sets).slice(0, mostFacets).map(({ tag, count }) => facet(tag, count, 'tag')),
    years: mostFrequent(tally(docs, (doc) => yearOf(columns.published[doc] as number))).map(([year, count]) => facet(String(year), count, 'published')),
    languages: named(columns.language, 'lang'),
    states: statesOf(ground, docs),
  };
}

/** How often each number but 0 occurs. */
function tally(docs: Int32Array, numberOf: (doc: number) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const doc of docs) {
    const number = numberOf(doc);
    if (number !== 0) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function mostFrequent(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].sort(([first, one], [second, other]) => other - one || second - first).slice(0, mostFacets);
}

function yearOf(day: number): number {
  return day === noDay ? 0 : new Date(day * 86_400_000).getUTCFullYear();
}

function statesOf({ columns }: Ground, docs: Int32Array): readonly Facet[] {
  return [...isStates, ...hasStates].flatMap((state) => {
    const { mask, value } = stateFlags[state];
    let count = 0;
    for (const doc of docs) if (((columns.flags[doc] as number) & mask) === value) count += 1;
    return count === 0 ? [] : [facet(state, count, isStates.includes(state) ? 'is' : 'has')];
  });
}

function facet(value: string, count: number, field: string): Facet {
  // A quotation mark inside a name would end the phrase; signs do not count in comparing.
  const quoted = /^[\p{L}\p{N}-]+$/u.test(value) ? value : `"${value.replace(/["“”„＂]/gu, ' ')}"`;
  return { value, count, narrow: `${field}:${quoted}` };
}
