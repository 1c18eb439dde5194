// How a query is read: what it means, and which parts of it are odd.

import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../main/engine/search/query/query-language.ts';
import { spanOfTime } from '../../../../main/engine/search/query/spans-of-time.ts';

const now = new Date(2024, 4, 15, 13, 30);

function oddParts(query: string, typing = false): readonly string[] {
  return parseQuery(query, typing, now).odd.map(({ start, end }) => query.slice(start, end));
}

describe('odd parts', () => {
  it.each([
    ['is:unknown tide', ['is:unknown']],
    ['tide has:wings', ['has:wings']],
    ['before:soon mill', ['before:soon']],
    ['saved:2024-13', ['saved:2024-13']],
    ['published:2023-02-30', ['published:2023-02-30']],
    ['words:many', ['words:many']],
    ['words:>5..9', ['words:>5..9']],
    ['sort:colour tide', ['sort:colour']],
    ['"high water', ['"']],
    ['title:"high water', ['"']],
    ['OR tide', ['OR']],
    ['tide OR', ['OR']],
    ['tide OR OR mill', ['OR']],
    ['&&& tide', ['&&&']],
    ['tag:', ['tag:']],
    ['title:', ['title:']],
    ['pinyin:北京', ['pinyin:北京']],
    ['tide mill -moon "high water" tag:Sea is:unread sort:newest words:>10 after:2020', []],
    ['12:30 http://example.org/a foo:bar', []],
  ])('in %s', (query, odd) => {
    expect(oddParts(query)).toEqual(odd);
  });

  it('is what lies beyond the length that is read', () => {
    const [odd] = parseQuery(`tide ${'x '.repeat(3000)}`, false, now).odd;
    expect(odd?.end).toBe(6005);
    expect(odd?.start).toBeGreaterThan(100);
  });

  it('is nothing that may still be typed', () => {
    for (const query of ['is:unr', 'has:', 'before:20', 'saved:2024-0', 'saved:yest', 'words:>', 'sort:ne', '"high wat', 'tide OR', 'tag:']) {
      expect(oddParts(query, true), query).toEqual([]);
      expect(parseQuery(query, true, now).groups.length, query).toBeLessThanOrEqual(1);
    }
  });
});

it('takes the order out of the query', () => {
  expect(parseQuery('tide sort:newest', false, now)).toMatchObject({ sort: 'newest', groups: [[{ tokens: ['tide'] }]] });
  expect(parseQuery('sort:TITLE', false, now).sort).toBe('title');
  expect(parseQuery('"sort:title"', false, now).sort).toBeNull();
});

describe('times', () => {
  const days = (text: string): readonly (string | null)[] => {
    const span = spanOfTime(text, now);
    return [span?.from, span?.to].map((day) => (day === null || day === undefined ? null : new Date(day.day * 86_400_000).toISOString().slice(0, 10)));
  };

  it.each([
    ['2023', '2023-01-01', '2024-01-01'],
    ['2023-02', '2023-02-01', '2023-03-01'],
    ['2023-12', '2023-12-01', '2024-01-01'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
    ['2024/2/9', '2024-02-09', '2024-02-10'],
    ['today', '2024-05-15', '2024-05-16'],
    ['yesterday', '2024-05-14', '2024-05-15'],
    ['1d', '2024-05-15', '2024-05-16'],
    ['7d', '2024-05-09', '2024-05-16'],
    ['2w', '2024-05-02', '2024-05-16'],
    ['1m', '2024-04-16', '2024-05-16'],
    ['1y', '2023-05-16', '2024-05-16'],
    ['2020..2022-03', '2020-01-01', '2022-04-01'],
    ['..2022', null, '2023-01-01'],
    ['2022..', '2022-01-01', null],
  ])('%s', (text, from, to) => {
    expect(days(text)).toEqual([from, to]);
  });

  it.each(['', '..', '20', '2023-00', '2023-02-29', '2023-1-1-1', 'soon', '7', '7x', '2020..soon', '1..2..3'])('not %s', (text) => {
    expect(spanOfTime(text, now)).toBeNull();
  });

  it('begins days where the user is', () => {
    expect(spanOfTime('2024-05-15', now)?.from?.begins).toBe(new Date(2024, 4, 15).getTime());
  });
});
