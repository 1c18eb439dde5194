// Read, starred, archived: set at once in the window; what the main side says afterwards counts.

import type { ArticleRow } from '../../preload/contract/article.ts';
import type { StateChange } from '../../preload/contract/calls.ts';
import { withRows } from '../lib/row-windows.ts';
import { listing } from '../state/listing.ts';
import { reader } from '../state/reader.ts';
import { ask, askAloud } from './ask.ts';

type State = Omit<StateChange, 'ids'>;

/** Answers the articles that were otherwise before, or null where it could not be done. */
export async function setState(ids: readonly string[], state: State): Promise<readonly string[] | null> {
  patchShown(ids, state);
  const result = await askAloud('setState', { ids, ...state });
  return result.ok ? result.value : null;
}

/** Read quietly, without a word about failures: nobody asked for it. */
export async function markRead(id: string): Promise<void> {
  patchShown([id], { read: true });
  await ask('setState', { ids: [id], read: true });
}

function patchShown(ids: readonly string[], state: State): void {
  const wanted = new Set(ids);
  const patch = <R extends ArticleRow>(row: R): R => (wanted.has(row.id) ? { ...row, ...state } : row);
  listing.change({ windows: withRows(listing.get().windows, patch) });
  const { article } = reader.get();
  if (article !== null) reader.change({ article: patch(article) });
}
