import { describe, expect, it } from 'vitest';
import type { Facet, Facets } from '../../../preload/contract/calls.ts';
import { isNarrowed, narrowed, tellingFacets, widened } from '../../../renderer/lib/narrowing.ts';

describe('a query that is narrowed', () => {
  it.each([
    ['', 'is:unread', false, 'is:unread'],
    ['tide mill ', 'is:unread', false, 'tide mill is:unread'],
    ['tid', 'tag:Sea', true, 'tid* tag:Sea'],
    ['灯', 'tag:Sea', true, '灯* tag:Sea'],
    ['title:mo', 'tag:Sea', true, 'title:mo* tag:Sea'],
    ['moon tag:se', 'is:read', true, 'moon tag:se* is:read'],
    ['mill ', 'is:read', true, 'mill is:read'],
    ['mill*', 'is:read', true, 'mill* is:read'],
    ['mill is:unread', 'tag:Sea', true, 'mill is:unread tag:Sea'],
    ['saved:7d', 'tag:Sea', true, 'saved:7d tag:Sea'],
    ['"high wat', 'tag:Sea', true, '"high wat" tag:Sea'],
    ['“high water”', 'tag:Sea', true, '“high water” tag:Sea'],
    ['mill OR', 'tag:Sea', true, 'mill OR tag:Sea'],
    ['-moo', 'tag:Sea', true, '-moo* tag:Sea'],
    ['high', 'tag:Sea', false, 'high tag:Sea'],
  ])('%j by %j (typing: %j) is %j', (query, clause, typing, expected) => {
    expect(narrowed(query, clause, typing)).toBe(expected);
  });

  it.each([
    ['tide is:unread', 'is:unread', true, 'tide'],
    ['is:unread tide', 'is:unread', true, 'tide'],
    ['tide is:unread mill', 'is:unread', true, 'tide mill'],
    ['tide -is:unread', 'is:unread', false, 'tide -is:unread'],
    ['tag:Seaside', 'tag:Sea', false, 'tag:Seaside'],
    ['tag:Seaside tag:Sea', 'tag:Sea', true, 'tag:Seaside'],
    ['site:"The Evening Post" fog', 'site:"The Evening Post"', true, 'fog'],
    ['', 'is:unread', false, ''],
  ])('%j has %j: %j, and without it is %j', (query, clause, has, expected) => {
    expect(isNarrowed(query, clause)).toBe(has);
    expect(widened(query, clause)).toBe(expected);
  });

  it('is what it was after there and back', () => {
    expect(widened(narrowed('tide mill', 'tag:Sea', false), 'tag:Sea')).toBe('tide mill');
  });
});

describe('the facets that are shown first', () => {
  const facet = (narrow: string, count: number): Facet => ({ value: narrow, count, narrow });
  const none: Facets = { sites: [], tags: [], years: [], languages: [], states: [] };

  it('tell the hits apart: what all of them have is left out', () => {
    const facets = { ...none, languages: [facet('lang:en', 9)], tags: [facet('tag:a', 9), facet('tag:b', 4)] };
    expect(tellingFacets(facets, 'fog', 9).map(({ narrow }) => narrow)).toEqual(['tag:b']);
  });

  it('begin with those that the query has', () => {
    const facets = { ...none, tags: [facet('tag:b', 4)], states: [facet('is:unread', 9), facet('is:read', 2)] };
    expect(tellingFacets(facets, 'fog is:unread', 9).map(({ narrow }) => narrow)).toEqual(['is:unread', 'tag:b', 'is:read']);
  });

  it('are of all kinds before a second of one kind', () => {
    const facets = { ...none, tags: [facet('tag:a', 3), facet('tag:b', 2), facet('tag:c', 1)], years: [facet('published:2020', 5)] };
    expect(tellingFacets(facets, '', 9).map(({ narrow }) => narrow)).toEqual(['tag:a', 'published:2020', 'tag:b']);
  });
});
