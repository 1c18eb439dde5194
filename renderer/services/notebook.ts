// Opens the notebook, asks for its marks page by page, and goes from one to its place in the article.

import type { MarksFormat, NotebookEntry, NotebookFilter } from '../../preload/contract/calls.ts';
import { noFilter, notebook } from '../state/notebook.ts';
import { panes } from '../state/surface.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { showMark } from './marking.ts';
import { exportMarks } from './marks-out.ts';
import { openArticle } from './reading.ts';
import { chooseArticle } from './selecting.ts';

const pageSize = 200;
/** Rises with each new question: answers to older ones are dropped. */
let generation = 0;
let asking = false;

export function openNotebook(): void {
  panes.change({ notebook: true, floating: false, showing: 'list' });
  void refreshNotebook();
}

export function closeNotebook(): void {
  if (panes.get().notebook) panes.change({ notebook: false });
}

export function filterNotebook(change: Partial<NotebookFilter>): void {
  notebook.change({ filter: { ...notebook.get().filter, ...change } });
  void refreshNotebook();
}

export function clearNotebookFilter(): void {
  filterNotebook(noFilter);
}

/** Asks again for as much as is held; what is shown stays until the answer is there. */
export async function refreshNotebook(): Promise<void> {
  if (!panes.get().notebook) return;
  generation += 1;
  const mine = generation;
  const { filter, entries } = notebook.get();
  const limit = Math.min(500, Math.max(pageSize, entries.length));
  const result = await askAloud('notebook', { ...filter, offset: 0, limit });
  if (!result.ok || mine !== generation) return;
  const { entries: found, ...answer } = result.value;
  notebook.change({ answer, entries: found });
}

/** The next marks, when those that are held come to their end. */
export async function moreOfNotebook(): Promise<void> {
  const { filter, answer, entries } = notebook.get();
  if (asking || answer === null || entries.length >= answer.total) return;
  asking = true;
  const mine = generation;
  const result = await askAloud('notebook', { ...filter, offset: entries.length, limit: pageSize });
  asking = false;
  if (result.ok && mine === generation) notebook.change({ entries: [...notebook.get().entries, ...result.value.entries] });
}

export async function showInArticle({ article, mark }: NotebookEntry): Promise<void> {
  panes.change({ notebook: false, showing: 'article' });
  chooseArticle(article.id);
  await openArticle(article.id);
  showMark(mark.id);
}

export function exportNotebook(format: MarksFormat): void {
  void exportMarks({ filter: notebook.get().filter }, currentWords().say('notebook'), format);
}
