// Asks for what the list shows: window by window, only what is in view, and drops answers that came too late.

import type { ArticleRow } from '../../preload/contract/article.ts';
import {
  indexOfRow,
  lackingWindows,
  noWindows,
  rowAt,
  windowSize,
  withAllStale,
  withAnswer,
} from '../lib/row-windows.ts';
import { counts, listing, noSelection, selection, type Question } from '../state/listing.ts';
import { panes } from '../state/surface.ts';
import { ask } from './ask.ts';

/** Rises with each new question and each change in the library: answers to older ones are dropped. */
let generation = 0;
const asking = new Map<number, Promise<void>>();
let visible = { from: 0, to: 0 };

/** Asks something else of the list. */
export function askList(change: Partial<Question>): void {
  const { question } = listing.get();
  const next = { ...question, ...change };
  listing.change({ question: next });
  if (next.place !== question.place || next.tag !== question.tag) selection.set(noSelection);
  visible = { from: 0, to: 0 };
  restart();
}

/** Looks for words as they stand, in the whole library. */
export function searchFor(words: string): void {
  const query = `"${words.replace(/["\s]+/g, ' ').trim().slice(0, 200)}"`;
  panes.change({ notebook: false, showing: 'list' });
  askList({ place: 'all', tag: null, query, sort: 'relevance', typing: false });
}

/** The rows now in view, inclusive. */
export function showRows(from: number, to: number): void {
  visible = { from, to };
  fetchLacking();
}

/** The library has changed: what is in view is asked for again, and stays in view meanwhile. */
export function refreshList(): void {
  const { windows } = listing.get();
  listing.change({ windows: withAllStale(windows) });
  restart();
}

export async function refreshCounts(): Promise<void> {
  const answer = await ask('counts', {});
  if (answer.ok) counts.set(answer.value);
}

/** The rows from one place to another, both inclusive, asking for those that are not held. */
export async function rowsBetween(from: number, to: number): Promise<readonly ArticleRow[]> {
  const [low, high] = from < to ? [from, to] : [to, from];
  const { windows } = listing.get();
  for (const window of lackingWindows(windows, low, high)) await fetchWindow(window);
  const held = listing.get().windows;
  const places = Array.from({ length: high - low + 1 }, (_unused, step) => low + step);
  return places.flatMap((place) => rowAt(held, place) ?? []);
}

function restart(): void {
  generation += 1;
  asking.clear();
  fetchLacking();
}

function fetchLacking(): void {
  const { windows, question, answered } = listing.get();
  const held = question === answered ? windows : noWindows;
  for (const window of lackingWindows(held, visible.from, visible.to)) void fetchWindow(window);
}

function fetchWindow(window: number): Promise<void> {
  const running = asking.get(window) ?? askWindow(window, generation);
  asking.set(window, running);
  return running;
}

async function askWindow(window: number, mine: number): Promise<void> {
  const { question } = listing.get();
  const answer = await ask('find', { ...question, offset: window * windowSize, limit: windowSize });
  if (mine !== generation) return;
  asking.delete(window);
  if (!answer.ok) {
    listing.change({ failure: answer.failure, answered: question, windows: { ...noWindows, total: 0 } });
    return;
  }
  const { windows, answered } = listing.get();
  const base = question === answered ? windows : noWindows;
  listing.set({ question, answered: question, windows: withAnswer(base, window, answer.value), failure: null });
  keepCursor();
  fetchLacking();
}

/** The cursor stays on its article when rows come or go above it. */
function keepCursor(): void {
  const { windows } = listing.get();
  const { cursorId, cursor } = selection.get();
  if (cursorId === null) return;
  const place = indexOfRow(windows, cursorId) ?? Math.max(0, Math.min(cursor, (windows.total ?? 1) - 1));
  if (place !== cursor) selection.change({ cursor: place, anchor: place });
}
