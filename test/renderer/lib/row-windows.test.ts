import { describe, expect, test } from 'vitest';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import type { FindAnswer } from '../../../preload/contract/calls.ts';
import {
  indexOfRow,
  lackingWindows,
  noWindows,
  rowAt,
  windowSize,
  withAllStale,
  withAnswer,
  type RowWindows,
} from '../../../renderer/lib/row-windows.ts';

function row(id: string): ArticleRow {
  return {
    id,
    title: id,
    byline: null,
    site: null,
    url: null,
    published: null,
    savedAt: '2026-01-01T00:00:00Z',
    language: null,
    tags: [],
    read: false,
    starred: false,
    archived: false,
    deletedAt: null,
    words: 1,
    images: { found: 0, saved: 0 },
    status: 'complete',
    lead: null,
    marks: 0,
    snippet: [],
  };
}

/** What `find` answers for one window of a list whose rows are called by their places. */
function answer(window: number, total: number): FindAnswer {
  const from = window * windowSize;
  const length = Math.max(0, Math.min(windowSize, total - from));
  const rows = Array.from({ length }, (_unused, place) => row(`row ${from + place}`));
  return { total, tookMs: 1, rows, exact: true, partial: false, sort: 'newest', odd: [], didYouMean: null, indexing: false };
}

function filled(total: number, ...windows: readonly number[]): RowWindows {
  return windows.reduce((held, window) => withAnswer(held, window, answer(window, total)), noWindows);
}

describe('the sparse cache of rows', () => {
  test('asks for the first window before anything is known', () => {
    expect(lackingWindows(noWindows, 0, 20)).toEqual([0]);
  });

  test('asks for the windows that the rows in view touch, and not for those it holds', () => {
    const windows = filled(100_000, 0, 500);
    expect(lackingWindows(windows, 45, 60)).toEqual([1]);
    expect(lackingWindows(windows, 24_990, 25_055)).toEqual([499, 501]);
  });

  test('gives rows by their place in the whole list, and null for those it does not hold', () => {
    const windows = filled(100_000, 1999);
    expect(rowAt(windows, 99_999)?.id).toBe('row 99999');
    expect(rowAt(windows, 5)).toBeNull();
    expect(indexOfRow(windows, 'row 99950')).toBe(99_950);
    expect(indexOfRow(windows, 'row 5')).toBeNull();
  });

  test('does not ask beyond the end', () => {
    expect(lackingWindows(filled(60, 0), 45, 400)).toEqual([1]);
    expect(lackingWindows(filled(60, 0, 1), 45, 400)).toEqual([]);
  });

  test('an empty list is held after one answer, and asked for again when something has changed', () => {
    const empty = filled(0, 0);
    expect(lackingWindows(empty, 0, 20)).toEqual([]);
    expect(lackingWindows(withAllStale(empty), 0, 20)).toEqual([0]);
    expect(rowAt(withAnswer(withAllStale(empty), 0, answer(0, 3)), 2)?.id).toBe('row 2');
  });

  test('another total makes every other window stale: rows have moved', () => {
    const windows = withAnswer(filled(150, 0, 1, 2), 0, answer(0, 149));
    expect(lackingWindows(windows, 0, 149)).toEqual([1, 2]);
    expect(rowAt(windows, 75)?.id).toBe('row 75');
  });

  test('windows past a shorter end are dropped', () => {
    const windows = withAnswer(filled(150, 0, 1, 2), 0, answer(0, 50));
    expect(rowAt(windows, 125)).toBeNull();
    expect(windows.total).toBe(50);
  });

  test('keeps a bounded number of windows: those nearest to the last answer', () => {
    const windows = filled(100_000, ...Array.from({ length: 120 }, (_unused, place) => place));
    expect(windows.rows.size).toBe(80);
    expect(rowAt(windows, 119 * windowSize)).not.toBeNull();
    expect(rowAt(windows, 0)).toBeNull();
  });
});
