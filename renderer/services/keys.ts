// Every key of the window, said once: single keys with what they do, and those that menus and fields own, for the sheet
// that shows them all.

import { reader } from '../state/reader.ts';
import { dialog, panes } from '../state/surface.ts';
import type { WordKey } from '../state/words.ts';
import { commandIds, find, runOnArticles } from './commands.ts';
import { toggleMarks, toggleOutline } from './reading.ts';
import { pointAtPicture } from './pointing.ts';
import { markByKey, noteByKey } from './selected.ts';
import { selectSentence } from './sentences.ts';
import { toggleSpeech } from './speaking.ts';
import { enterArticle, stepArticle } from './stepping.ts';

export interface KeyLine {
  readonly what: WordKey;
  /** As `KeyboardEvent.key` says them, with `Mod`, `Shift`, `Alt` before them; several do the same. */
  readonly keys: readonly string[];
  /** Absent where a menu, a field or the list owns the keys. */
  readonly run?: () => void;
  /** In an article's own page only, not in a comparison or the notebook. */
  readonly inArticle?: boolean;
}

export interface KeyGroup {
  readonly title: WordKey;
  readonly lines: readonly KeyLine[];
}

const onArticles = (command: Parameters<typeof runOnArticles>[0]) => (): void => runOnArticles(command, commandIds());

export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'keys-list',
    lines: [
      { what: 'key-next-article', keys: ['j', 'ArrowDown'], run: () => void stepArticle(1) },
      { what: 'key-previous-article', keys: ['k', 'ArrowUp'], run: () => void stepArticle(-1) },
      { what: 'key-open', keys: ['o', 'Enter'], run: () => void enterArticle() },
      { what: 'key-back', keys: ['Escape'] },
      { what: 'star', keys: ['s'], run: onArticles('toggle-star') },
      { what: 'archive', keys: ['e'], run: onArticles('archive') },
      { what: 'mark-read', keys: ['u'], run: onArticles('toggle-read') },
      { what: 'edit-tags', keys: ['t'], run: editTags },
      { what: 'move-to-trash', keys: ['Delete'] },
      { what: 'key-choose-more', keys: ['Shift+ArrowDown', 'Mod+A'] },
    ],
  },
  {
    title: 'keys-article',
    lines: [
      { what: 'key-scroll', keys: ['Space', 'Shift+Space'] },
      { what: 'find-in-article', keys: ['Mod+F'] },
      { what: 'key-next-found', keys: ['Mod+G', 'Shift+Mod+G'] },
      { what: 'outline', keys: ['c'], run: () => toggleOutline(true), inArticle: true },
      { what: 'read-aloud', keys: ['r'], run: toggleSpeech, inArticle: true },
      { what: 'key-alone', keys: ['f'], run: toggleAlone },
      { what: 'key-full-screen', keys: [] },
      { what: 'key-views', keys: ['Mod+1', 'Mod+2'] },
    ],
  },
  {
    title: 'marks',
    lines: [
      { what: 'key-sentence', keys: ['[', ']'] },
      { what: 'key-extend', keys: ['Shift+ArrowRight'] },
      { what: 'key-picture', keys: ['p'], run: () => pointAtPicture(1), inArticle: true },
      { what: 'key-mark', keys: ['h'], run: markByKey, inArticle: true },
      { what: 'key-note', keys: ['n'], run: noteByKey, inArticle: true },
      { what: 'key-steps', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
      { what: 'key-panel', keys: ['m'], run: toggleMarks, inArticle: true },
      { what: 'remove-mark', keys: ['Delete'] },
    ],
  },
  {
    title: 'keys-everywhere',
    lines: [
      { what: 'key-palette', keys: ['Mod+K'] },
      { what: 'key-search', keys: ['/', 'Shift+Mod+F'] },
      { what: 'add', keys: ['Mod+N'] },
      { what: 'undo', keys: ['Mod+Z'] },
      { what: 'settings', keys: ['Mod+,'] },
      { what: 'keys-title', keys: ['?'], run: showKeys },
    ],
  },
];

/** What single keys do that stand in the sheet under another name, or as pairs. */
const further: readonly KeyLine[] = [
  { what: 'key-search', keys: ['/'], run: find },
  { what: 'key-sentence', keys: ['['], run: () => selectSentence(-1), inArticle: true },
  { what: 'key-sentence', keys: [']'], run: () => selectSentence(1), inArticle: true },
];

const plain = new Map([...keyGroups.flatMap(({ lines }) => lines), ...further].flatMap((line) => (line.run === undefined ? [] : line.keys.filter((key) => key.length === 1).map((key) => [key, line] as const))));

/** Does what a single key without modifiers stands for; false where it stands for nothing here. */
export function pressPlainKey(key: string): boolean {
  const line = plain.get(key) ?? plain.get(key.toLowerCase());
  if (line?.run === undefined) return false;
  if (panes.get().notebook && key !== '?' && key !== '/') return false;
  if (line.inArticle === true && (reader.get().article === null || reader.get().view === 'changes')) return false;
  line.run();
  return true;
}

export function showKeys(): void {
  dialog.set({ kind: 'keys' });
}

/** Only the article, without the list and the sidebar. */
export function toggleAlone(): void {
  const { alone } = panes.get();
  if (alone || reader.get().article !== null) panes.change({ alone: !alone, notebook: false, showing: 'article' });
}

export function editTags(): void {
  const ids = commandIds();
  if (ids.length > 0) dialog.set({ kind: 'tags', ids });
}
