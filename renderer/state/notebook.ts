// The notebook: what is asked of it, and what it holds of the answer.

import type { NotebookEntry, NotebookFilter, NotebookAnswer } from '../../preload/contract/calls.ts';
import { createStore } from '../lib/store.ts';

export interface Notebook {
  readonly filter: NotebookFilter;
  /** Null before the first answer. */
  readonly answer: Pick<NotebookAnswer, 'total' | 'articles' | 'facets'> | null;
  /** From the first on, as far as they were asked for. */
  readonly entries: readonly NotebookEntry[];
}

export const noFilter: NotebookFilter = { query: '', color: null, tag: null, site: null, from: null, to: null };

export const notebook = createStore<Notebook>({ filter: noFilter, answer: null, entries: [] });
