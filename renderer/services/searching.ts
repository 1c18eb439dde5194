// The search box: what is typed is asked at once; what was searched for is remembered.

import type { ArticleRow } from '../../preload/contract/article.ts';
import type { SortOrder } from '../../preload/contract/calls.ts';
import { completed } from '../lib/narrowing.ts';
import { listing } from '../state/listing.ts';
import { session } from '../state/session.ts';
import { panes } from '../state/surface.ts';
import { findQueryInArticle } from './finding.ts';
import { askList } from './listing.ts';
import { openArticle } from './reading.ts';
import { changeSettings } from './settings.ts';

/** Recent searches that are remembered. */
const mostRecent = 12;
/** Longer ones are pasted text, which nobody looks for again. */
const longestRecent = 200;

/** Words bring an order by relevance, and take it with them when they go. */
export function typeQuery(query: string): void {
  const { question } = listing.get();
  const fresh = question.query === '' ? 'relevance' : question.sort;
  if (query === '') askList({ query, typing: false, sort: question.sort === 'relevance' ? 'newest' : question.sort });
  else askList({ query, typing: true, sort: fresh });
}

/** The query is complete: its last word stands for itself. */
export function finishQuery(): void {
  if (listing.get().question.typing) askList({ typing: false });
  rememberSearch();
}

/** Searches for a whole query where the list is, as if it had been typed and finished. */
export function searchNow(query: string): void {
  const { sort } = listing.get().question;
  panes.change({ notebook: false, showing: 'list' });
  askList({ query, typing: false, sort: listing.get().question.query === '' ? 'relevance' : sort });
  rememberSearch();
}

/** An order that is chosen goes before the one that the query asked for. */
export function chooseSort(sort: SortOrder): void {
  const { query } = listing.get().question;
  askList({ sort, query: query.replace(/(^|\s)sort[:：]\S+/giu, '$1').replace(/\s+$/, '') });
}

/** Opens an article of the list. Where the words of the search stand in its text they are painted, and gone through from the first. */
export function openHit({ id, snippet }: ArticleRow): Promise<void> {
  const opened = openArticle(id);
  const { query, typing } = listing.get().answered;
  if (snippet.some(({ marked }) => marked)) findQueryInArticle(typing ? completed(query) : query);
  return opened;
}

/** What is searched for just now is remembered: it was finished, or one of its hits was opened. */
export function rememberSearch(): void {
  const query = listing.get().question.query.trim();
  const { recentSearches } = session.get().settings;
  if (query === '' || query.length > longestRecent || recentSearches[0] === query) return;
  void changeSettings({ recentSearches: [query, ...recentSearches.filter((other) => other !== query)].slice(0, mostRecent) });
}

export function forgetSearches(): void {
  void changeSettings({ recentSearches: [] });
}
