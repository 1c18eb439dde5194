// What the list shows: the place, the query and the order asked for, and the rows held of the answer.

import type { CountedSearch, Counts, Facets, FindAnswer, Place, SortOrder } from '../../preload/contract/calls.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { noWindows, type RowWindows } from '../lib/row-windows.ts';
import { createStore } from '../lib/store.ts';

export interface Question {
  readonly place: Place;
  readonly tag: string | null;
  readonly query: string;
  readonly sort: SortOrder;
  /** The last word of the query is still being typed. */
  readonly typing: boolean;
  /** While typing: it has come to rest, and the order and the total shall be those of all hits. */
  readonly exact: boolean;
}

/** What an answer says beside its rows. */
export type Findings = Pick<FindAnswer, 'exact' | 'partial' | 'sort' | 'odd' | 'didYouMean' | 'indexing'>;

export interface Listing {
  readonly question: Question;
  /** The question that `windows` answers: while a new one is asked, the old answer stays in view. */
  readonly answered: Question;
  readonly windows: RowWindows;
  readonly findings: Findings;
  readonly failure: Failure | null;
}

const first: Question = { place: 'all', tag: null, query: '', sort: 'newest', typing: false, exact: false };
const noFindings: Findings = { exact: true, partial: false, sort: 'newest', odd: [], didYouMean: null, indexing: false };

export const listing = createStore<Listing>({ question: first, answered: first, windows: noWindows, findings: noFindings, failure: null });

/** What the list is of: the same for a question that is only asked more exactly. */
export function subjectOf({ place, tag, query, sort }: Question): string {
  return JSON.stringify([place, tag, query, sort]);
}

export const facets = createStore<Facets>({ sites: [], tags: [], years: [], languages: [], states: [] });

export const counts = createStore<Counts>({ all: 0, unread: 0, starred: 0, archived: 0, trash: 0, tags: [] });

/** In the order of the sidebar. */
export const savedSearches = createStore<readonly CountedSearch[]>([]);

/** The rows that are chosen. `cursor` is the row that the keys move from, and `anchor` the one a stretch began at. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly cursor: number;
  readonly cursorId: string | null;
  readonly anchor: number;
}

export const noSelection: Selection = { ids: new Set(), cursor: 0, cursorId: null, anchor: 0 };

export const selection = createStore<Selection>(noSelection);
