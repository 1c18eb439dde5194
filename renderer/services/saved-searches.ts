// Searches that the library keeps, as collections in the sidebar: kept, renamed, taken away, each of which can be undone.

import type { CountedSearch, PutSearchRequest, SavedSearch } from '../../preload/contract/calls.ts';
import { listing, savedSearches, type Question } from '../state/listing.ts';
import { dialog, panes } from '../state/surface.ts';
import { currentWords } from '../state/words.ts';
import { ask, askAloud } from './ask.ts';
import { askList } from './listing.ts';
import { showToast, showUndo } from './toasts.ts';

let asked = 0;

export async function refreshSearches(): Promise<void> {
  asked += 1;
  const mine = asked;
  const answer = await ask('savedSearches', {});
  if (answer.ok && mine === asked) savedSearches.set(answer.value);
}

export function openSearch({ query, place, tag, sort }: SavedSearch): void {
  panes.change({ floating: false, notebook: false, showing: 'list' });
  askList({ query, place, tag, sort, typing: false });
}

/** Whether the list shows just this search, in whatever order. */
export function isShown(search: SavedSearch, question: Question): boolean {
  return search.query === question.query && search.place === question.place && search.tag === question.tag;
}

/** Asks for a name for what the list shows now. */
export function nameSearch(): void {
  const { query, place, tag, sort } = listing.get().question;
  dialog.set({ kind: 'name-search', search: { id: null, name: query, query: query.trim(), place, tag, sort } });
}

/** Keeps a search under a name, a new one or one that had another. */
export async function keepSearch(search: PutSearchRequest['search']): Promise<void> {
  const before = savedSearches.get().find(({ id }) => id === search.id);
  const kept = await askAloud('putSearch', { search, at: null });
  if (!kept.ok) return;
  const { say } = currentWords();
  if (before === undefined) return void showToast(say('search-kept', { name: search.name }));
  showUndo(say('search-renamed', { name: search.name }), say('undo'), () => void askAloud('putSearch', { search: uncounted(before), at: null }));
}

export async function removeSearch({ id, name }: SavedSearch): Promise<void> {
  const removed = await askAloud('removeSearch', { id });
  if (!removed.ok) return;
  const { say } = currentWords();
  showUndo(say('search-removed', { name }), say('undo'), () => void askAloud('putSearch', removed.value));
}

export function uncounted({ id, name, query, place, tag, sort }: CountedSearch): SavedSearch {
  return { id, name, query, place, tag, sort };
}
