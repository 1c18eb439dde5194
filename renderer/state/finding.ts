// What is looked for in the open article: the words of the find bar, or a query of the list; and which hit the user is at.

import type { TextHit } from '../../preload/contract/calls.ts';
import { createStore } from '../lib/store.ts';

/** `words`: as they stand, any run of characters. `query`: in the language of the search box. */
export type Asked = { readonly kind: 'words' | 'query'; readonly text: string };

export interface Finding {
  readonly open: boolean;
  /** Null while nothing is asked. */
  readonly asked: Asked | null;
  /** In the shown view's text and in its order; null while they are looked for. */
  readonly hits: readonly TextHit[] | null;
  /** The hit that the user is at, from 0; null where there is none. */
  readonly at: number | null;
  /** Rises with each wish to see that hit. */
  readonly steps: number;
  /** Rises with each wish to write into the bar. */
  readonly focuses: number;
}

export const noFinding: Finding = { open: false, asked: null, hits: null, at: null, steps: 0, focuses: 0 };

export const finding = createStore<Finding>(noFinding);
