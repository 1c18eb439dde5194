// What stands around a search: facets, what was meant, related articles, hits in the text that is read.

import { describe, expect, it } from 'vitest';
import type { Index } from '../../../../main/engine/search/index-types.ts';
import type { Facets } from '../../../../preload/contract/calls.ts';
import { makerFrom } from '../made-articles.ts';
import { article, find, foundIds, temporaryIndex } from '../search-room.ts';

const everything = { place: 'all', tag: null, typing: false } as const;

describe('facets', () => {
  const kinds: readonly (keyof Facets)[] = ['sites', 'tags', 'years', 'languages', 'states'];

  it('counts what the hits have in common', () => {
    const index = temporaryIndex();
    index.put(article('a', { text: 'tide', site: 'The Daily', tags: ['Sea', 'New York'], published: '2021-05-01', language: 'en', read: true }));
    index.put(article('b', { text: 'tide', site: 'The Daily', tags: ['Sea'], published: '2020', language: 'en-GB', marks: 2 }));
    index.put(article('c', { text: 'moon', site: 'Other' }));
    const facets = index.facets({ ...everything, query: 'tide' });
    expect(facets.sites).toEqual([{ value: 'The Daily', count: 2, narrow: 'site:"The Daily"' }]);
    expect(facets.tags).toEqual([{ value: 'Sea', count: 2, narrow: 'tag:Sea' }, { value: 'New York', count: 1, narrow: 'tag:"New York"' }]);
    expect(facets.years.map(({ value }) => value)).toEqual(['2021', '2020']);
    expect(facets.states.map(({ value, count }) => [value, count])).toEqual([['unread', 1], ['read', 1], ['mark', 1]]);
  });

  it('narrows to as many as it counts', async () => {
    const index = temporaryIndex();
    const maker = makerFrom(21, 40);
    await index.putMany(Array.from({ length: 600 }, (_, number) => maker.article(number)));
    for (const query of ['ca', 'is:unread', '']) {
      const facets = index.facets({ ...everything, query: `${query} words:>0` });
      for (const { narrow, count } of kinds.flatMap((kind) => facets[kind])) expect(find(index, `${query} words:>0 ${narrow}`).total, `${query} ${narrow}`).toBe(count);
    }
  });
});

describe('what was meant', () => {
  const meant = (index: Index, query: string): string | null => find(index, query).didYouMean;

  it('is the frequent word one edit away, or two', () => {
    const index = temporaryIndex();
    for (const id of ['a', 'b']) index.put(article(id, { text: 'the harbour and the lighthouse' }));
    index.put(article('c', { text: 'harbours with café' }));
    expect(meant(index, 'harbuor')).toBe('harbour');
    expect(meant(index, 'harbor')).toBe('harbour');
    expect(meant(index, 'lihgthuose')).toBe('lighthouse');
    expect(meant(index, 'the lighthouze -moon')).toBe('the lighthouse -moon');
    expect(meant(index, 'title:harbuor')).toBeNull();
    expect(meant(index, 'harbuor lighthose')).toBe('harbour lighthouse');
    expect(meant(index, 'harbour')).toBeNull();
    expect(meant(index, 'zzzzzz')).toBeNull();
    expect(meant(index, 'ab')).toBeNull();
    expect(find(index, 'harbuor', { typing: true }).didYouMean).toBeNull();
    expect(find(index, 'harbuor', { typing: true, exact: true }).didYouMean).toBe('harbour');
  });

  it('is a run of Chinese that differs by one character, first one that is read alike', () => {
    const index = temporaryIndex();
    index.put(article('a', { text: '商务部发言人回应关税' }));
    index.put(article('b', { text: '商业部发布公告' }));
    expect(meant(index, '商物部')).toBe('商务部');
    expect(meant(index, '发言任')).toBe('发言人');
    expect(meant(index, '回应关关税')).toBe('回应关税');
    expect(meant(index, '伤务部')).toBe('商务部');
    expect(meant(index, '天地玄黄')).toBeNull();
  });
});

describe('related articles', () => {
  it('share telling words, the nearest first', async () => {
    const index = temporaryIndex();
    const maker = makerFrom(31, 60);
    await index.putMany(Array.from({ length: 300 }, (_, number) => maker.article(number)));
    index.put(article('mill', { title: 'The tide mill', text: 'A miller grinds flour by the sluice of the tide mill every day.' }));
    index.put(article('near', { title: 'Grinding flour', text: 'The sluice of a tide mill turns, and the miller grinds flour.' }));
    index.put(article('far', { title: 'A sluice', text: 'Flour is white.' }));
    index.put(article('gone', { title: 'The tide mill', text: 'A miller grinds flour.', deletedAt: '2025-01-01T00:00:00Z' }));
    const ids = index.related('mill', 5)?.map(({ id }) => id) ?? [];
    expect(ids.slice(0, 2)).toEqual(['near', 'far']);
    expect(ids).not.toContain('mill');
    expect(ids).not.toContain('gone');
    expect(index.related('unknown', 5)).toBeNull();
  });
});

describe('hits in a text', () => {
  const parts = (query: string, text: string, typing = false): readonly string[] => temporaryIndex().findInText(query, typing, text).map(({ start, end }) => text.slice(start, end));

  it('are all places of the words, in order, each once', () => {
    expect(parts('tide mill', 'The tide, the mill; Tide mills and a Mill.')).toEqual(['tide', 'mill', 'Tide', 'Mill']);
    expect(parts('"tide mill" -moon', 'tide mill, tide. moon mill')).toEqual(['tide mill']);
    expect(parts('mil', 'mill milk', true)).toEqual(['mill', 'milk']);
    expect(parts('国际', '國際貿易，国际')).toEqual(['國際', '国际']);
    expect(parts('cafe', 'Ｃａｆé, CAFE')).toEqual(['Ｃａｆé', 'CAFE']);
    expect(parts('罗斯总', '俄罗斯总统')).toEqual(['罗斯总']);
    expect(parts('is:unread', 'is unread')).toEqual([]);
  });
});

it('says that it is being made until it is filled', () => {
  const index = temporaryIndex();
  index.put(article('a', { text: 'tide' }));
  expect(find(index, 'tide')).toMatchObject({ indexing: true, total: 1 });
  index.settle();
  expect(find(index, 'tide').indexing).toBe(false);
  expect(foundIds(index, 'tide')).toEqual(['a']);
});
