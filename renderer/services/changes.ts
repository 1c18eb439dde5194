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
  if (!(await setState(ids, { archived }))) return;
  undoable(archived ? 'archived-toast' : 'unarchived-toast', ids.length, () => void setState(ids, { archived: !archived }));
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

export async function changeTags(ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<void> {
  const { article, id } = reader.get();
  if (article !== null && id !== null && ids.includes(id)) reader.change({ article: { ...article, tags: tagged(article) } });
  listing.change({
    windows: withRows(listing.get().windows, (row) => (ids.includes(row.id) ? { ...row, tags: tagged(row) } : row)),
  });
  await askAloud('setTags', { ids, add, remove });

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

function undoable(key: WordKey, count: number, undo: () => void): void {
  const { say, number } = currentWords();
  showUndo(say(key, { count, n: number(count) }), say('undo'), undo);
}
