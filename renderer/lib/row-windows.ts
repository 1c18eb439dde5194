// The sparse cache behind the list: windows of fifty rows, asked for as they come into view.
// Pure: it says what is held and what is lacking, and never asks for anything itself.

import type { ArticleRow } from '../../preload/contract/article.ts';
import type { FindAnswer } from '../../preload/contract/calls.ts';

export const windowSize = 50;
/** Windows kept; those farthest from the last answer go first. */
const mostWindows = 80;

export interface RowWindows {
  /** Null before the first answer. */
  readonly total: number | null;
  readonly tookMs: number;
  readonly rows: ReadonlyMap<number, readonly ArticleRow[]>;
  /** Windows whose rows may have changed since they were answered. */
  readonly stale: ReadonlySet<number>;
}

export const noWindows: RowWindows = { total: null, tookMs: 0, rows: new Map(), stale: new Set() };

/** The row at a place in the list, or null while it is not held. */
export function rowAt(windows: RowWindows, index: number): ArticleRow | null {
  return windows.rows.get(Math.floor(index / windowSize))?.[index % windowSize] ?? null;
}

/** Where an article stands in what is held, or null. */
export function indexOfRow(windows: RowWindows, id: string): number | null {
  for (const [window, rows] of windows.rows) {
    const place = rows.findIndex((row) => row.id === id);
    if (place >= 0) return window * windowSize + place;
  }
  return null;
}

/** The windows that must be asked for so that rows `from` to `to` (inclusive) are held and fresh. */
export function lackingWindows(windows: RowWindows, from: number, to: number): readonly number[] {
  // The first window is asked for even of an empty list: that is how it is found out that rows have come.
  const last = Math.max(0, Math.min(to, (windows.total ?? 1) - 1));
  const lacking: number[] = [];
  for (let window = Math.floor(Math.max(0, from) / windowSize); window * windowSize <= last; window += 1) {
    if (!windows.rows.has(window) || windows.stale.has(window)) lacking.push(window);
  }
  return lacking;
}

/** The cache with one answer put in. Where the total has changed, every other window is stale. */
export function withAnswer(windows: RowWindows, window: number, answer: FindAnswer): RowWindows {
  const rows = new Map(windows.rows).set(window, answer.rows);
  const changed = windows.total !== null && windows.total !== answer.total;
  const stale = new Set(changed ? rows.keys() : windows.stale);
  stale.delete(window);
  for (const held of rows.keys()) {
    if (held * windowSize < answer.total || held === window) continue;
    rows.delete(held);
    stale.delete(held);
  }
  return { total: answer.total, tookMs: answer.tookMs, rows: nearest(rows, window), stale };
}

/** The cache with everything held marked as stale: still shown, asked for again. */
export function withAllStale(windows: RowWindows): RowWindows {
  return { ...windows, stale: new Set(windows.rows.keys()) };
}

/** The cache with the rows of some articles changed in place, before the main side has answered. */
export function withRows(windows: RowWindows, change: (row: ArticleRow) => ArticleRow): RowWindows {
  return { ...windows, rows: new Map([...windows.rows].map(([window, rows]) => [window, rows.map(change)])) };
}

function nearest(rows: Map<number, readonly ArticleRow[]>, window: number): ReadonlyMap<number, readonly ArticleRow[]> {
  if (rows.size <= mostWindows) return rows;
  const order = [...rows.keys()].sort((a, b) => Math.abs(a - window) - Math.abs(b - window));
  return new Map(order.slice(0, mostWindows).map((key) => [key, rows.get(key) ?? []]));
}
