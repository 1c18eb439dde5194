// Makes, changes and removes the open article's marks.

import { describeSelection } from '../../preload/contract/anchor.ts';
import type { Annotation, MarkColor } from '../../preload/contract/mark.ts';
import { marks, noMarks, reader, shownCapture, type MarkState } from '../state/reader.ts';
import { currentWords } from '../state/words.ts';
import { ask, askAloud } from './ask.ts';
import { showUndo } from './toasts.ts';

/** Asks for an article's marks; those of another article are dropped. */
export async function loadMarks(id: string): Promise<void> {
  if (marks.get().articleId !== id) marks.set({ ...noMarks, color: marks.get().color, articleId: id });
  const answer = await ask('marks', { id });
  if (marks.get().articleId === id && answer.ok) marks.change({ list: answer.value });
}

/** Marks a stretch of the shown view's text (UTF-16 units); answers the mark's id, or null where it could not be made. */
export async function addMark(text: string, start: number, end: number, color: MarkColor): Promise<string | null> {
  const { id, view } = reader.get();
  const capture = shownCapture(reader.get());
  const selector = describeSelection(text, start, end);
  if (id === null || capture === null || view === 'changes' || selector.length === 0) return null;
  marks.change({ color });
  const result = await askAloud('addMark', { id, draft: { captureId: capture.id, view, selector, color, note: '' } });
  if (!result.ok) return null;
  await loadMarks(id);
  return result.value.id;
}

export async function editMark(markId: string, change: { readonly note?: string; readonly color?: MarkColor }): Promise<void> {
  const { articleId: id } = marks.get();
  if (id === null) return;
  const result = await askAloud('editMark', { id, markId, ...change });
  if (result.ok) replace(result.value);
}

export async function removeMark(markId: string): Promise<void> {
  const { articleId: id, list } = marks.get();
  if (id === null) return;
  marks.change({ list: list.filter((mark) => mark.id !== markId) });
  const result = await askAloud('removeMark', { id, markId });
  if (!result.ok) return loadMarks(id);
  const { say } = currentWords();
  showUndo(say('mark-removed-toast'), say('undo'), () => void putBack(id, result.value));
}

/** Chooses a mark and asks the view to bring it into sight. */
export function showMark(markId: string): void {
  marks.change({ chosen: markId, scrolls: marks.get().scrolls + 1 });
}

/** Chooses a mark that was clicked on in the text, and opens the panel at it. */
export function chooseMark(markId: string | null): void {
  if (marks.get().chosen !== markId) marks.change({ chosen: markId });
  if (markId !== null) reader.change({ marksOpen: true });
}

/** Chooses a mark and puts the caret into its note. */
export function writeNote(markId: string): void {
  reader.change({ marksOpen: true });
  marks.change({ chosen: markId, noting: markId });
}

/** What the view found out about where the marks stand. */
export function tellMarkStates(states: ReadonlyMap<string, MarkState>): void {
  marks.change({ states });
}

async function putBack(id: string, mark: Annotation): Promise<void> {
  const result = await askAloud('putMark', { id, mark });
  if (result.ok) await loadMarks(id);
}

function replace(changed: Annotation): void {
  marks.change({ list: marks.get().list.map((mark) => (mark.id === changed.id ? changed : mark)) });
}
