// What the list shows: the place, the query and the order asked for, and the rows held of the answer.

import type { Counts, Place, SortOrder } from '../../preload/contract/calls.ts';
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
}

export interface Listing {
  readonly question: Question;
  /** The question that `windows` answers: while a new one is asked, the old answer stays in view. */
  readonly answered: Question;
  readonly windows: RowWindows;
  readonly failure: Failure | null;
}

const first: Question = { place: 'all', tag: null, query: '', sort: 'newest', typing: false };

export const listing = createStore<Listing>({ question: first, answered: first, windows: noWindows, failure: null });

export const counts = createStore<Counts>({ all: 0, unread: 0, starred: 0, archived: 0, trash: 0, tags: [] });

/** The rows that are chosen. `cursor` is the row that the keys move from, and `anchor` the one a stretch began at. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly cursor: number;
  readonly cursorId: string | null;
  readonly anchor: number;
}

export const noSelection: Selection = { ids: new Set(), cursor: 0, cursorId: null, anchor: 0 };

export const selection = createStore<Selection>(noSelection);
