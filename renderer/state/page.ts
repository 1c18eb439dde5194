// What is known of the page in view beside its marks: its headings, how far it is read, how long it takes.

import type { Heading } from '../lib/outline.ts';
import { createStore } from '../lib/store.ts';

export interface PageFacts {
  readonly headings: readonly Heading[];
  /** The heading that what is in sight stands under; null above the first. */
  readonly under: number | null;
  /** The share of the words down to the foot of the window, 0 to 1; null in views other than the reader's. */
  readonly read: number | null;
  /** Minutes that all of it takes; null before it is known. */
  readonly minutes: number | null;
}

export const noPage: PageFacts = { headings: [], under: null, read: null, minutes: null };

export const pageFacts = createStore<PageFacts>(noPage);
