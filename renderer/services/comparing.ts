// Compares two captures of the open article, and goes from change to change.

import type { ArticleView } from '../../preload/contract/article.ts';
import { comparison, noComparison } from '../state/comparison.ts';
import { reader, shownCapture } from '../state/reader.ts';
import { ask } from './ask.ts';
import { showView } from './reading.ts';

/** The comparison for the view: the capture in view with the one before it, unless others of this article were chosen. */
export async function compareInView(article: ArticleView): Promise<void> {
  const now = comparison.get();
  const ids = article.captures.map(({ id }) => id);
  const isHere = now.articleId === article.id && now.from !== null && now.to !== null && ids.includes(now.from) && ids.includes(now.to);
  if (isHere) return;
  const inView = Math.max(1, ids.indexOf(shownCapture(reader.get())?.id ?? ''));
  const [from, to] = [ids[inView - 1], ids[inView]];
  if (from === undefined || to === undefined) return comparison.set({ ...noComparison, articleId: article.id });
  await compare(from, to);
}

/** Compares these two; the earlier one counts as the one before, in whichever order they were chosen. */
export async function compare(one: string, other: string): Promise<void> {
  const { article } = reader.get();
  if (article === null) return;
  const order = article.captures.map(({ id }) => id);
  const [from = one, to = other] = [one, other].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  comparison.set({ ...noComparison, articleId: article.id, from, to });
  const answer = await ask('diff', { id: article.id, from, to });
  const now = comparison.get();
  if (now.articleId !== article.id || now.from !== from || now.to !== to) return;
  comparison.change(answer.ok ? { diff: answer.value } : { failure: answer.failure });
}

/** What the view found out: how many places there are. */
export function tellStops(stops: number): void {
  comparison.change({ stops, at: null });
}

/** Shows the comparison of these two. */
export function showComparison(one: string, other: string): void {
  void compare(one, other);
  showView('changes');
}

export function nextChange(): void {
  const { stops, at } = comparison.get();
  if (stops > 0) comparison.change({ at: at === null ? 0 : (at + 1) % stops });
}

export function previousChange(): void {
  const { stops, at } = comparison.get();
  if (stops > 0) comparison.change({ at: at === null ? stops - 1 : (at + stops - 1) % stops });
}
