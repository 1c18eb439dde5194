// Opens articles, keeps the open one up to date, and counts it as read after a moment.

import type { SaveMode, SaveReport } from '../../preload/contract/calls.ts';
import { missingReason } from '../../preload/contract/messages/missing.ts';
import { session } from '../state/session.ts';
import { panes } from '../state/surface.ts';
import { closedReader, dismissed, reader, retrying, type ShownView } from '../state/reader.ts';
import { currentWords } from '../state/words.ts';
import { markRead } from './article-state.ts';
import { ask, askAloud } from './ask.ts';
import { forgetFound } from './finding.ts';
import { loadMarks } from './marking.ts';
import { keepNoted } from './progress.ts';
import { showToast } from './toasts.ts';

/** How long an article is open before it counts as read. */
const readAfter = 2000;
let readTimer: ReturnType<typeof setTimeout> | undefined;

/** Opens an article; one that is already open stays as it is. */
export async function openArticle(id: string): Promise<void> {
  if (reader.get().id === id) return;
  clearTimeout(readTimer);
  void keepNoted();
  const { marksOpen } = reader.get();
  reader.set({ ...closedReader, marksOpen, id });
  forgetFound();
  await Promise.all([refreshArticle(), loadMarks(id)]);
  const { article } = reader.get();
  if (article === null || article.id !== id || article.read || article.deletedAt !== null) return;
  readTimer = setTimeout(() => {
    if (reader.get().id === id) void markRead(id);
  }, readAfter);
}

export function closeArticle(): void {
  clearTimeout(readTimer);
  void keepNoted();
  reader.set({ ...closedReader, marksOpen: reader.get().marksOpen });
  forgetFound();
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

export function showView(view: ShownView): void {
  if (reader.get().article !== null) reader.change({ view });
}

/** Looks at a capture; null for the one that the library shows. From a comparison this goes back to reading. */
export function showCapture(captureId: string | null): void {
  const { view } = reader.get();
  reader.change({ captureId, view: view === 'changes' ? 'reader' : view });
}

/** Makes a capture the one that the library shows. */
export async function chooseCapture(id: string, captureId: string): Promise<void> {
  const result = await askAloud('chooseCapture', { id, captureId });
  if (result.ok && reader.get().id === id) reader.change({ captureId: null });
}

/** The user has heard that a capture came out worse. */
export function dismissWorse(captureId: string): void {
  dismissed.set(new Set([...dismissed.get(), captureId]));
}

export function toggleCheck(checkOpen: boolean): void {
  reader.change({ checkOpen });
}

export function toggleOutline(outlineOpen: boolean): void {
  reader.change({ outlineOpen });
}

export function toggleMarks(): void {
  reader.change({ marksOpen: !reader.get().marksOpen });
}

/** Takes the article again from its address and shows the new capture, unless it came out worse. */
export async function recapture(id: string, mode: SaveMode = session.get().settings.pages): Promise<void> {
  const result = await withRetrying(id, () => askAloud('recapture', { id, mode }));
  if (result.ok && result.value.worse === null && reader.get().id === id) reader.change({ captureId: null });
}

/** Tries again what a capture is missing, or one address of it, and says what came of it. */
export async function retryMissing(id: string, captureId: string, url: string | null): Promise<void> {
  const result = await withRetrying(url === null ? captureId : `${captureId} ${url}`, () => askAloud('retryMissing', { id, captureId, urls: url === null ? null : [url] }));
  if (!result.ok || result.value.status === 'failed') return;
  const brought = result.value.captureId !== captureId;
  showToast(retrySentence(result.value, url, brought));
  if (!brought || reader.get().id !== id) return;
  await refreshArticle();
  const { article } = reader.get();
  // What completes a capture that the library does not show is looked at by its own id.
  reader.change({ captureId: article?.shown === result.value.captureId ? null : result.value.captureId });
}

function retrySentence({ images: { missing } }: SaveReport, url: string | null, brought: boolean): string {
  const { say, locale } = currentWords();
  if (missing.length === 0) return say('retry-all-here');
  if (brought) return say('retry-some-here', { count: missing.length });
  const reasons = new Set(missing.filter((one) => url === null || one.url === url).map(({ reason }) => reason));
  const [reason] = reasons;
  return reasons.size === 1 && reason !== undefined ? say('retry-vain-reason', { reason: missingReason(reason, locale) }) : say('retry-vain');
}

async function withRetrying<T>(key: string, work: () => Promise<T>): Promise<T> {
  retrying.set(new Set([...retrying.get(), key]));
  try {
    return await work();
  } finally {
    retrying.set(new Set([...retrying.get()].filter((other) => other !== key)));
  }
}

export async function copyAddress(url: string): Promise<void> {
  const result = await askAloud('copyText', { text: url });
  if (result.ok) showToast(currentWords().say('copied-toast'));
}

export function openSource(url: string): void {
  void askAloud('openExternal', { url });
}

export function showInFolder(id: string): void {
  void askAloud('showInFolder', { id });
}
