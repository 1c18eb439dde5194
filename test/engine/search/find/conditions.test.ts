// Fields that are no words: times, lengths, states, orders; and which rows then come.

import { expect, it } from 'vitest';
import { article, find, foundIds, temporaryIndex } from '../search-room.ts';

const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();

it('asks by time of publication, of saving, and of either', () => {
  const index = temporaryIndex();
  index.put(article('old', { published: '2019-06-01', savedAt: ago(2) }));
  index.put(article('month', { published: '2021-03', savedAt: ago(40) }));
  index.put(article('undated', { savedAt: ago(400) }));
  index.put(article('exact', { published: '2023-12-31T23:30:00Z', savedAt: ago(3) }));
  const year = new Date(Date.now() - 400 * day).getFullYear();
  const expected: Readonly<Record<string, readonly string[]>> = {
    'published:2021': ['month'], 'published:2021-03': ['month'], 'published:2023-12-31': ['exact'], 'published:2019..2021': ['month', 'old'],
    'saved:7d': ['exact', 'old'], [`saved:${String(year)}`]: ['undated'], '-saved:7d': ['month', 'undated'],
    'before:2020': ['old'], 'before:2021-03-01': ['old'], 'after:2023': ['exact', 'undated'], 'before:7d': ['exact', 'month', 'old', 'undated'],
    'published:2021 OR saved:7d': ['exact', 'month', 'old'],
  };
  for (const [query, ids] of Object.entries(expected)) expect([...foundIds(index, query)].sort(), query).toEqual(ids);
});

it('asks by length, video and damage', () => {
  const index = temporaryIndex();
  index.put(article('short', { words: 100, hasVideo: true }));
  index.put(article('middle', { words: 500, status: 'damaged' }));
  index.put(article('long', { words: 3000 }));
  const expected: Readonly<Record<string, readonly string[]>> = {
    'words:>500': ['long'], 'words:>=500': ['long', 'middle'], 'words:<500': ['short'], 'words:<=500': ['middle', 'short'], 'words:500': ['middle'], 'words:100..500': ['middle', 'short'],
    'words:500..': ['long', 'middle'], 'has:video': ['short'], '-has:video is:damaged': ['middle'],
  };
  for (const [query, ids] of Object.entries(expected)) expect([...foundIds(index, query)].sort(), query).toEqual(ids);
});

it('lets the query say the order, and says which one it is', () => {
  const index = temporaryIndex();
  index.put(article('a', { title: 'Zebra tide tide', savedAt: '2024-01-01T00:00:00Z' }));
  index.put(article('b', { title: 'Apple', text: 'tide', savedAt: '2024-02-01T00:00:00Z' }));
  expect(foundIds(index, 'tide')).toEqual(['a', 'b']);
  expect(find(index, 'tide sort:newest')).toMatchObject({ sort: 'newest', rows: [{ id: 'b' }, { id: 'a' }] });
  expect(foundIds(index, 'tide sort:title')).toEqual(['b', 'a']);
  expect(foundIds(index, 'sort:oldest')).toEqual(['a', 'b']);
});

it('breaks ties by when they were saved', () => {
  const index = temporaryIndex();
  for (const [id, month] of [['first', '01'], ['third', '03'], ['second', '02']] as const) index.put(article(id, { title: 'same words', savedAt: `2024-${month}-01T00:00:00Z` }));
  expect(foundIds(index, 'words')).toEqual(['third', 'second', 'first']);
});

it('keeps the order over deep windows, whatever was asked before', async () => {
  const index = temporaryIndex();
  await index.putMany(Array.from({ length: 1500 }, (_, at) => article(`n${String(at)}`, { text: 'tide '.repeat(1 + (at % 7)), savedAt: new Date(Date.UTC(2024, 0, 1) + at * 1000).toISOString() })));
  const whole = [0, 500, 1000].flatMap((offset) => foundIds(index, 'tide', { offset }));
  const first = foundIds(index, 'tide -moon', { limit: 20 });
  expect(new Set(whole).size).toBe(1500);
  expect(whole.slice(0, 20)).toEqual(first);
});
