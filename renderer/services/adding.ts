// Brings things in: typed links, what is pasted or dropped, files chosen in a dialog.

import type { MarksImport, SaveOptions, SaveReport } from '../../preload/contract/calls.ts';
import { readTransfer, withoutPartFolders, type Transfer } from '../lib/dropped.ts';
import { panes } from '../state/surface.ts';
import { session } from '../state/session.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { openArticle } from './reading.ts';
import { chooseArticle } from './selecting.ts';
import { showProblem, showToast } from './toasts.ts';

/**
 * Saves each input. Progress is in the tray of captures; what is known already is said, with a way to it.
 * @param options null for what the settings say
 */
export async function saveInputs(inputs: readonly string[], options: SaveOptions | null = null): Promise<void> {
  if (inputs.length === 0) return;
  const result = await askAloud('save', { inputs, ...(options ?? { tags: [], mode: session.get().settings.pages, base: null }) });
  if (!result.ok) return;
  for (const { marks } of result.value) if (marks !== undefined) tellMarks(marks);
  tellKnown(result.value.filter(({ marks }) => marks === undefined));
}

/** Merges marks that were dragged out of another window. */
export async function mergeMarks(text: string): Promise<void> {
  const result = await askAloud('importMarks', { text });
  if (result.ok) tellMarks(result.value);
}

function tellMarks({ added, known, unplaced, articles }: MarksImport): void {
  const { say, number } = currentWords();
  const first = articles.find((article) => article.added > 0) ?? articles[0];
  const open = first === undefined ? null : { label: say('open'), run: () => openSaved(first.id) };
  if (added + known > 0) showToast(say('marks-merged-toast', { added, n: number(added), known }), open);
  if (unplaced.length > 0) showProblem(say('marks-unplaced-toast', { count: unplaced.length, n: number(unplaced.length) }));
}

/** Saves what a drop or paste holds; says so when that is nothing. Reads the transfer before it returns. */
export function saveTransfer(transfer: Transfer): void {
  const dropped = readTransfer(transfer);
  switch (dropped.kind) {
    case 'files':
      return saveFiles(dropped.files);
    case 'links':
      return void saveInputs(dropped.links);
    case 'marks':
      return void mergeMarks(dropped.text);
    case 'nothing':
      return showProblem(currentWords().say('nothing-to-save'));
  }
}

export async function chooseFiles(): Promise<void> {
  const result = await askAloud('chooseFiles', {});
  if (result.ok) await saveInputs(withoutPartFolders(result.value));
}

/** Opens an article that a save has brought. */
export function openSaved(id: string): void {
  panes.change({ showing: 'article' });
  chooseArticle(id);
  void openArticle(id);
}

function saveFiles(files: readonly File[]): void {
  const paths = withoutPartFolders(window.offprint.pathsOf(files));
  if (paths.length === 0) showProblem(currentWords().say('nothing-to-save'));
  else void saveInputs(paths);
}

function tellKnown(reports: readonly SaveReport[]): void {
  const [first, ...more] = reports.filter((report) => report.status === 'known');
  if (first === undefined) return;
  const { say } = currentWords();
  const { id } = first;
  const open = id === null ? null : { label: say('open'), run: () => openSaved(id) };
  const title = first.title ?? first.input;
  if (more.length === 0) showToast(say('known-toast', { title }), open);
  else showToast(say('known-several-toast', { count: more.length + 1 }));
}
