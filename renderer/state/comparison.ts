// Two captures of the open article compared, and which of their changes the user is at.

import type { CaptureDiff } from '../../preload/contract/calls.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { createStore } from '../lib/store.ts';

export interface Comparison {
  readonly articleId: string | null;
  /** The ids of the earlier and the later capture. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null while it is being asked for, and after a failure. */
  readonly diff: CaptureDiff | null;
  readonly failure: Failure | null;
  /** How many places there are to go to, as the view found them. */
  readonly stops: number;
  /** The place that the user went to, from 0; null before the first. */
  readonly at: number | null;
}

export const noComparison: Comparison = { articleId: null, from: null, to: null, diff: null, failure: null, stops: 0, at: null };

export const comparison = createStore<Comparison>(noComparison);
