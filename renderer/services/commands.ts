// What menus, shortcuts and the system ask the window to do.

import type { WindowCommand } from '../../preload/contract/events.ts';
import { listing, selection } from '../state/listing.ts';
import { reader } from '../state/reader.ts';
import { dialog, panes } from '../state/surface.ts';
import { chooseFiles, saveInputs } from './adding.ts';
import { archive, purgeAsked, setRead, star, trash } from './changes.ts';
import { openFind, stepFound } from './finding.ts';
import { redoStep } from './history.ts';
import { showView } from './reading.ts';
import { stepArticle } from './stepping.ts';
import { undoLast } from './toasts.ts';

/** Puts the caret into the search field; the field says how when it is drawn. */
let focusSearch: () => void = () => undefined;

export function onFind(focus: () => void): void {
  focusSearch = focus;
}

export function find(): void {
  focusSearch();
}

/** In the open article; where none is shown, in the library. */
export function findInArticle(): void {
  if (reader.get().article === null || panes.get().notebook) find();
  else openFind();
}

/** The articles that a command is about: those chosen in the list, else the open one. */
export function commandIds(): readonly string[] {
  const { ids } = selection.get();
  const { id } = reader.get();
  if (ids.size > 0) return [...ids];
  return id === null ? [] : [id];
}

/** The menu owns the key; while something is written, it undoes the writing. */
function undo(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) document.execCommand('undo');
  else undoLast();
}

function redo(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) document.execCommand('redo');
  else redoStep();
}

export function runCommand(command: WindowCommand): void {
  switch (command.do) {
    case 'add-link':
    case 'settings':
    case 'about':
    case 'keys':
    case 'palette':
      return dialog.set({ kind: command.do });
    case 'add-files':
      return void chooseFiles();
    case 'confirm-save':
      return dialog.set({ kind: 'confirm-save', url: command.url });
    case 'save-inputs':
      return void saveInputs(command.inputs);
    case 'find':
      return find();
    case 'find-in-article':
      return findInArticle();
    case 'find-next':
      return stepFound(1);
    case 'find-previous':
      return stepFound(-1);
    case 'undo':
      return undo();
    case 'redo':
      return redo();
    case 'next-article':
      return void stepArticle(1);
    case 'previous-article':
      return void stepArticle(-1);
    case 'show-reader':
      return showView('reader');
    case 'show-original':
      return showView('original');
    case 'export':
    case 'toggle-star':
    case 'toggle-read':
    case 'archive':
    case 'delete':
      return runOnArticles(command.do, commandIds());
  }
}

type ArticleCommand = 'export' | 'toggle-star' | 'toggle-read' | 'archive' | 'delete';

export function runOnArticles(command: ArticleCommand, ids: readonly string[]): void {
  if (ids.length === 0) return;
  switch (command) {
    case 'export':
      return dialog.set({ kind: 'export', ids });
    case 'toggle-star':
      return void star(ids, !every(ids, 'starred'));
    case 'toggle-read':
      return void setRead(ids, !every(ids, 'read'));
    case 'archive':
      return void archive(ids, !every(ids, 'archived'));
    case 'delete':
      return listing.get().question.place === 'trash' ? purgeAsked(ids) : void trash(ids);
  }
}

/** Whether all of these articles, as far as they are in view, have it. */
export function every(ids: readonly string[], what: 'starred' | 'read' | 'archived'): boolean {
  const { article } = reader.get();
  const wanted = new Set(ids);
  const { windows } = listing.get();
  const shown = [...windows.rows.values()].flat().filter((row) => wanted.has(row.id));
  if (article !== null && wanted.has(article.id)) shown.push(article);
  return shown.length > 0 && shown.every((row) => row[what]);
}
