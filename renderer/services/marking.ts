// Makes, changes and removes the open article's marks. Each of these can be undone.

import type { MarkChange } from '../../preload/contract/calls.ts';
import { describeSelection } from '../../preload/contract/anchor.ts';
import { noteOf, tagsOf, type Annotation, type MarkColor, type Selector } from '../../preload/contract/mark.ts';
import { margin, marks, noMarks, reader, shownCapture } from '../state/reader.ts';
import { currentWords } from '../state/words.ts';
import { ask, askAloud } from './ask.ts';
import { didStep, undoThis } from './history.ts';
import { showToast } from './toasts.ts';

/** Asks for an article's marks; those of another article are dropped. */
export async function loadMarks(id: string): Promise<void> {
  if (marks.get().articleId !== id) marks.set({ ...noMarks, color: marks.get().color, articleId: id });
  const answer = await ask('marks', { id });
  if (marks.get().articleId === id && answer.ok) marks.change({ list: answer.value });
}

/** Marks a stretch of the shown view's text (UTF-16 units); answers the mark's id, or null where it could not be made. */
export function addMark(text: string, start: number, end: number, color: MarkColor): Promise<string | null> {
  return markSelected(describeSelection(text, start, end), color);
}

/** Marks what selectors of the shown view say. */
export async function markSelected(selector: readonly Selector[], color: MarkColor): Promise<string | null> {
  const { id, view } = reader.get();
  const capture = shownCapture(reader.get());
  if (id === null || capture === null || view === 'changes' || selector.length === 0) return null;
  marks.change({ color });
  const result = await askAloud('addMark', { id, draft: { captureId: capture.id, view, selector, color, note: '' } });
  if (!result.ok) return null;
  await loadMarks(id);
  const made = result.value;
  didStep({ undo: () => takeAway(id, made.id), redo: () => putBack(id, made) });
  return made.id;
}

/** Answers whether it was done. */
export async function editMark(markId: string, change: MarkChange): Promise<boolean> {
  const { articleId: id, list } = marks.get();
  const before = list.find((mark) => mark.id === markId);
  if (id === null || before === undefined) return false;
  const result = await askAloud('editMark', { id, markId, ...change });
  if (!result.ok) return false;
  replace(result.value);
  const { target } = before;
  const place = { captureId: target['offprint:capture'], view: target['offprint:view'], selector: target.selector };
  const back = { note: noteOf(before), color: target.styleClass, tags: tagsOf(before), ...(change.place === undefined ? {} : { place }) };
  didStep({ undo: () => editQuietly(id, markId, back), redo: () => editQuietly(id, markId, change) });
  return true;
}

export async function removeMark(markId: string): Promise<void> {
  const { articleId: id, list } = marks.get();
  if (id === null) return;
  marks.change({ list: list.filter((mark) => mark.id !== markId) });
  const result = await askAloud('removeMark', { id, markId });
  if (!result.ok) return loadMarks(id);
  const step = { undo: () => putBack(id, result.value), redo: () => takeAway(id, markId) };
  didStep(step);
  const { say } = currentWords();
  showToast(say('mark-removed-toast'), { label: say('undo'), run: () => undoThis(step) });
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

/** Chooses the mark `by` places after the chosen one, in the order of the page. */
export function stepToMark(by: number): void {
  const { list, chosen } = marks.get();
  const order = [...(margin.get().tops?.keys() ?? list.map(({ id }) => id))];
  const at = order.findIndex((id) => id === chosen);
  const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by))];
  if (next !== undefined) showMark(next);
}

export function hoverMark(markId: string | null): void {
  if (marks.get().hovered !== markId) marks.change({ hovered: markId });
}

/** Chooses a mark and puts the caret into its note. */
export function writeNote(markId: string): void {
  reader.change({ marksOpen: true });
  marks.change({ chosen: markId, noting: markId });
}

/** The next words that are selected may be those that the mark is put on; null for no mark. */
export function attachMark(markId: string | null): void {
  marks.change({ attaching: markId });
}

/** Puts a mark on a stretch of the shown view's text. */
export async function placeMark(markId: string, selector: readonly Selector[]): Promise<void> {
  const { view } = reader.get();
  const capture = shownCapture(reader.get());
  if (capture === null || view === 'changes' || selector.length === 0) return;
  marks.change({ attaching: null });
  await editMark(markId, { place: { captureId: capture.id, view, selector } });
}

async function editQuietly(id: string, markId: string, change: MarkChange): Promise<void> {
  const result = await askAloud('editMark', { id, markId, ...change });
  if (result.ok) replace(result.value);
}

async function takeAway(id: string, markId: string): Promise<void> {
  const result = await askAloud('removeMark', { id, markId });
  if (result.ok) await reloadShown(id);
}

async function putBack(id: string, mark: Annotation): Promise<void> {
  const result = await askAloud('putMark', { id, mark });
  if (result.ok) await reloadShown(id);
}

/** The article may have been left meanwhile. */
async function reloadShown(id: string): Promise<void> {
  if (marks.get().articleId === id) await loadMarks(id);
}

function replace(changed: Annotation): void {
  marks.change({ list: marks.get().list.map((mark) => (mark.id === changed.id ? changed : mark)) });
}
