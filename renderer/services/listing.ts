// Asks for what the list shows: window by window, only what is in view, and drops answers that came too late.

import type { ArticleRow } from '../../preload/contract/article.ts';
import type { FindAnswer } from '../../preload/contract/calls.ts';
import {
  indexOfRow,
  lackingWindows,
  noWindows,
  rowAt,
  windowSize,
  withAllStale,
  withAnswer,
  type RowWindows,
} from '../lib/row-windows.ts';
import { counts, listing, noSelection, selection, subjectOf, type Question } from '../state/listing.ts';
import { panes } from '../state/surface.ts';
import { ask } from './ask.ts';

/** Typing that pauses for so long (ms) has come to rest. */
const rest = 150;
let resting: ReturnType<typeof setTimeout> | undefined;
/** Rises with each new question and each change in the library: answers to older ones are dropped. */
let generation = 0;
const asking = new Map<number, Promise<void>>();
let visible = { from: 0, to: 0 };
/** Windows that are asked for at once: of those that a quick scroll passes, only the last are wanted. */
const mostAsked = 2;
/** Rows beside those in view that are asked for with them. */
const ahead = 20;

/** Asks something else of the list. While a query is typed, the exact answer follows when typing comes to rest. */
export function askList(change: Partial<Omit<Question, 'exact'>>): void {
  clearTimeout(resting);
  const { question } = listing.get();
  const next = { ...question, ...change, exact: false };
  listing.change({ question: next });
  if (next.place !== question.place || next.tag !== question.tag) selection.set(noSelection);
  if (subjectOf(next) !== subjectOf(question)) visible = { from: 0, to: 0 };
  restart();
  if (next.typing) resting = setTimeout(askExactly, rest);
}

/** An answer that is exact already is asked for again only where nothing was found: what was meant is said to the exact question alone. */
function askExactly(): void {
  const { question, answered, findings, windows } = listing.get();
  if (question.exact || !question.typing) return;
  if (question === answered && findings.exact && windows.total !== 0) return;
  listing.change({ question: { ...question, exact: true } });
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
  visible = { from: Math.max(0, from - ahead), to: to + ahead };
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
  const fresh = listing.get().windows;
  const places = Array.from({ length: high - low + 1 }, (_unused, step) => low + step);
  return places.flatMap((place) => rowAt(fresh, place) ?? []);
}

function restart(): void {
  generation += 1;
  asking.clear();
  fetchLacking();
}

function fetchLacking(): void {
  const { question } = listing.get();
  for (const window of lackingWindows(held(question), visible.from, visible.to)) {
    // Each answer looks again at what is in view by then.
    if (asking.size >= mostAsked && !asking.has(window)) return;
    void fetchWindow(window);
  }
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
  take(question, window, answer.value);
  keepCursor();
  fetchLacking();
}

function take(question: Question, window: number, answer: FindAnswer): void {
  const { exact, partial, sort, odd, didYouMean, indexing } = answer;
  const findings = { exact, partial, sort, odd, didYouMean, indexing };
  listing.set({ question, answered: question, windows: withAnswer(held(question), window, answer), findings, failure: null });
}

/** What is held for a question: of the same one asked less exactly the rows stay in view until they are replaced. */
function held(question: Question): RowWindows {
  const { windows, answered } = listing.get();
  if (question === answered) return windows;
  return subjectOf(question) === subjectOf(answered) ? withAllStale(windows) : noWindows;
}

/** The cursor stays on its article when rows come or go above it. */
function keepCursor(): void {
  const { windows } = listing.get();
  const { cursorId, cursor } = selection.get();
  if (cursorId === null) return;
  const place = indexOfRow(windows, cursorId) ?? Math.max(0, Math.min(cursor, (windows.total ?? 1) - 1));
  if (place !== cursor) selection.change({ cursor: place, anchor: place });
}
