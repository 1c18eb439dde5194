// What the user does to articles: star, read, archive, tags, trash. Each can be taken back.

import type { ArticleRow } from '../../preload/contract/article.ts';
import { withRows } from '../lib/row-windows.ts';
import { listing, selection } from '../state/listing.ts';
import { reader } from '../state/reader.ts';
import { dialog } from '../state/surface.ts';
import { currentWords, type WordKey } from '../state/words.ts';
import { setState } from './article-state.ts';
import { askAloud } from './ask.ts';
import { closeArticle, openArticle } from './reading.ts';
import { neighbourOf } from './selecting.ts';
import { showToast, showUndo } from './toasts.ts';

export async function archive(ids: readonly string[], archived: boolean): Promise<void> {
  leave(ids);
  const changed = await setState(ids, { archived });
  if (changed === null) return;
  undoable(archived ? 'archived-toast' : 'unarchived-toast', ids.length, () => void setState(changed, { archived: !archived }));
}

/** A star of one article is undone by its button; of several, by what they were before. */
export async function star(ids: readonly string[], starred: boolean): Promise<void> {
  const changed = await setState(ids, { starred });
  if (changed === null || ids.length === 1) return;
  undoable(starred ? 'starred-toast' : 'unstarred-toast', changed.length, () => void setState(changed, { starred: !starred }));
}

export async function setRead(ids: readonly string[], read: boolean): Promise<void> {
  const changed = await setState(ids, { read });
  if (changed === null || ids.length === 1) return;
  undoable(read ? 'read-toast' : 'unread-toast', changed.length, () => void setState(changed, { read: !read }));
}

export async function trash(ids: readonly string[]): Promise<void> {
  leave(ids);
  const result = await askAloud('delete', { ids });
  if (result.ok) undoable('trashed-toast', ids.length, () => void askAloud('restore', { ids }));
}

export async function restore(ids: readonly string[]): Promise<void> {
  leave(ids);
  const result = await askAloud('restore', { ids });
  if (result.ok) undoable('restored-toast', ids.length, () => void askAloud('delete', { ids }));
}

/** Asks the user before articles are removed for good. */
export function purgeAsked(ids: readonly string[]): void {
  dialog.set({ kind: 'purge', ids });
}

/** Removes for good: those given, or with null all that is in the trash. The caller has asked the user. */
export async function purge(ids: readonly string[] | null): Promise<void> {
  leave(ids ?? [...selection.get().ids]);
  const result = await askAloud('purge', { ids });
  if (!result.ok) return;
  const { say, number } = currentWords();
  showToast(say('purged-toast', { count: result.value, n: number(result.value) }));
}

/** A tag goes on or comes off. Of several articles it can be taken back: from those that did not have it before. */
export async function changeTags(ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<void> {
  const { article, id } = reader.get();
  const wanted = new Set(ids);
  if (article !== null && id !== null && wanted.has(id)) reader.change({ article: { ...article, tags: tagged(article) } });
  listing.change({
    windows: withRows(listing.get().windows, (row) => (wanted.has(row.id) ? { ...row, tags: tagged(row) } : row)),
  });
  const changed = await askAloud('setTags', { ids, add, remove });
  if (!changed.ok || ids.length === 1) return;
  const undo = (): void => void askAloud('setTags', { ids: changed.value, add: remove, remove: add });
  undoable(add.length > 0 ? 'tagged-toast' : 'untagged-toast', changed.value.length, undo, [...add, ...remove].join(', '));

  function tagged({ tags }: ArticleRow): readonly string[] {
    return [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])];
  }
}

/** Before articles leave the list, the next one takes their place. */
function leave(ids: readonly string[]): void {
  const leaving = new Set(ids);
  const next = selection.get().ids.size > 0 ? neighbourOf(leaving) : null;
  const open = reader.get().id;
  if (next !== null) selection.set({ ids: new Set([next.id]), cursor: next.index, cursorId: next.id, anchor: next.index });
  if (open === null || !leaving.has(open)) return;
  if (next === null) closeArticle();
  else void openArticle(next.id);
}

function undoable(key: WordKey, count: number, undo: () => void, tag = ''): void {
  const { say, number } = currentWords();
  showUndo(say(key, { count, n: number(count), tag }), say('undo'), undo);
}
