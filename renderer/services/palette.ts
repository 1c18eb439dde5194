// The commands that the palette offers, and the articles that it finds.

import type { ArticleRow } from '../../preload/contract/article.ts';
import type { Place } from '../../preload/contract/calls.ts';
import { papers } from '../../preload/contract/settings.ts';
import { indexed, matches } from '../lib/command-match.ts';
import { reader } from '../state/reader.ts';
import { session } from '../state/session.ts';
import { dialog, panes } from '../state/surface.ts';
import { currentWords, type Values, type WordKey } from '../state/words.ts';
import { ask } from './ask.ts';
import { findInArticle, find, runCommand } from './commands.ts';
import { editTags, showKeys, toggleAlone } from './keys.ts';
import { askList } from './listing.ts';
import { openNotebook } from './notebook.ts';
import { openArticle, openSource, recapture, showInFolder, showView, toggleMarks, toggleOutline } from './reading.ts';
import { chooseArticle } from './selecting.ts';
import { changeSettings } from './settings.ts';
import { toggleSpeech } from './speaking.ts';
import { stepArticle } from './stepping.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** For the end of its line; null where it has none. */
  readonly keys: string | null;
  readonly run: () => void;
}

const mostArticles = 8;
const sizes = { least: 14, most: 28 } as const;

export function openPalette(): void {
  dialog.set({ kind: 'palette' });
}

/** Those that make sense now and that fit what was typed, in the order of the table. */
export function commandsFor(typed: string): readonly Command[] {
  return everything().filter(({ label, id }) => matches(indexed(`${label} ${id}`), typed));
}

/** Articles for what was typed; none for nothing. */
export async function articlesFor(typed: string): Promise<readonly ArticleRow[]> {
  if (typed.trim() === '') return [];
  const answer = await ask('find', { query: typed, place: 'all', tag: null, sort: 'relevance', offset: 0, limit: mostArticles, typing: true });
  return answer.ok ? answer.value.rows : [];
}

export function openFound(id: string): void {
  panes.change({ notebook: false, showing: 'article' });
  chooseArticle(id);
  void openArticle(id);
}

function everything(): readonly Command[] {
  return [...(reader.get().article === null ? [] : ofArticle()), ...ofWindow()];
}

function ofArticle(): readonly Command[] {
  const { article } = reader.get();
  const id = article?.id ?? '';
  const url = article?.url ?? null;
  return [
    command('find-in-article', findInArticle, 'Mod+F'),
    command('command-star', () => runCommand({ do: 'toggle-star' }), 'S'),
    command('command-archive', () => runCommand({ do: 'archive' }), 'E'),
    command('command-read', () => runCommand({ do: 'toggle-read' }), 'U'),
    command('edit-tags', editTags, 'T'),
    command('marks', toggleMarks, 'M'),
    command('command-reader', () => showView('reader'), 'Mod+1'),
    command('command-original', () => showView('original'), 'Mod+2'),
    ...((article?.captures.length ?? 0) > 1 ? [command('compare-captures', () => showView('changes'))] : []),
    command('outline', () => toggleOutline(true), 'C'),
    command('read-aloud', toggleSpeech, 'R'),
    command('key-alone', toggleAlone, 'F'),
    command('command-export', () => runCommand({ do: 'export' }), 'Shift+Mod+E'),
    ...(url === null ? [] : [command('open-source', () => openSource(url)), command('recapture', () => void recapture(id))]),
    command('show-in-folder', () => showInFolder(id)),
    command('move-to-trash', () => runCommand({ do: 'delete' })),
  ];
}

function ofWindow(): readonly Command[] {
  const go = (place: Place, name: WordKey): Command => named(`go ${place}`, 'command-go', { place: currentWords().say(name) }, () => goTo(place));
  return [
    command('command-next-article', () => void stepArticle(1), 'J'),
    command('command-previous-article', () => void stepArticle(-1), 'K'),
    command('key-search', find, '/'),
    command('command-add-link', () => runCommand({ do: 'add-link' }), 'Mod+N'),
    command('command-add-files', () => runCommand({ do: 'add-files' }), 'Mod+O'),
    go('all', 'place-all'),
    go('unread', 'place-unread'),
    go('starred', 'place-starred'),
    go('archived', 'place-archived'),
    go('trash', 'place-trash'),
    command('notebook', openNotebook),
    command('command-bigger', () => resize(1)),
    command('command-smaller', () => resize(-1)),
    ...papers.map((paper) => named(`paper ${paper}`, 'command-paper', { paper: currentWords().say(`paper-${paper}`) }, () => void changeSettings({ readerPaper: paper }))),
    command('settings', () => runCommand({ do: 'settings' }), 'Mod+,'),
    command('keys-title', showKeys, '?'),
  ];
}

function command(key: WordKey, run: () => void, keys: string | null = null): Command {
  return { id: key.replace(/^command-/, ''), label: currentWords().say(key), keys, run };
}

function named(id: string, key: WordKey, values: Values, run: () => void): Command {
  return { id, label: currentWords().say(key, values), keys: null, run };
}

function goTo(place: Place): void {
  panes.change({ notebook: false, alone: false, showing: 'list' });
  askList({ place, tag: null, query: '', sort: 'newest', typing: false });
}

function resize(by: 1 | -1): void {
  const { readerSize } = session.get().settings;
  void changeSettings({ readerSize: Math.min(sizes.most, Math.max(sizes.least, readerSize + by)) });
}
