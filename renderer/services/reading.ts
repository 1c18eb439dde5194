// Opens articles, keeps the open one up to date, and counts it as read after a moment.

import type { ViewName } from '../../preload/contract/mark.ts';
import { panes } from '../state/surface.ts';
import { closedReader, reader } from '../state/reader.ts';
import { markRead } from './article-state.ts';
import { ask, askAloud } from './ask.ts';
import { loadMarks } from './marking.ts';

/** How long an article is open before it counts as read. */
const readAfter = 2000;
let readTimer: ReturnType<typeof setTimeout> | undefined;

/** Opens an article; one that is already open stays as it is. */
export async function openArticle(id: string): Promise<void> {
  if (reader.get().id === id) return;
  clearTimeout(readTimer);
  const { marksOpen } = reader.get();
  reader.set({ ...closedReader, marksOpen, id });
  await Promise.all([refreshArticle(), loadMarks(id)]);
  const { article } = reader.get();
  if (article === null || article.id !== id || article.read || article.deletedAt !== null) return;
  readTimer = setTimeout(() => {
    if (reader.get().id === id) void markRead(id);
  }, readAfter);
}

export function closeArticle(): void {
  clearTimeout(readTimer);
  reader.set({ ...closedReader, marksOpen: reader.get().marksOpen });
  panes.change({ showing: 'list' });
}

/** Asks again for the open article. What is shown stays until the answer is there. */
export async function refreshArticle(): Promise<void> {
  const { id } = reader.get();
  if (id === null) return;
  const answer = await ask('article', { id });
  if (reader.get().id !== id) return;
  if (answer.ok) reader.change({ article: answer.value, failure: null });
  else if (answer.failure.kind === 'not-found' && reader.get().article !== null) closeArticle();
  else reader.change({ article: null, failure: answer.failure });
}

export function showView(view: ViewName): void {
  if (reader.get().article !== null) reader.change({ view });
}

export function showCapture(captureId: string): void {
  reader.change({ captureId });
}

export function toggleMarks(): void {
  reader.change({ marksOpen: !reader.get().marksOpen });
}

/** Takes the article again from its address and shows the new capture. */
export async function recapture(id: string): Promise<void> {
  const result = await askAloud('recapture', { id });
  if (result.ok && reader.get().id === id) reader.change({ captureId: null });
}

export function openSource(url: string): void {
  void askAloud('openExternal', { url });
}

export function showInFolder(id: string): void {
  void askAloud('showInFolder', { id });
}
