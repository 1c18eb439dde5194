// The article read aloud: which sentence, how fast, and whether the system has a voice for it.

import type { Speech } from '../lib/speaker.ts';
import type { Stretch } from '../lib/sentences.ts';
import { createStore } from '../lib/store.ts';

export const rates = [0.8, 1, 1.2, 1.5, 2] as const;

export interface Speaking extends Speech {
  /** In the text of the page in view. */
  readonly sentences: readonly Stretch[];
  readonly rate: number;
  /** The bar is in view: it says so where no voice is there. */
  readonly open: boolean;
  readonly lacksVoice: boolean;
}

export const silent: Speaking = { state: 'idle', at: 0, sentences: [], rate: 1, open: false, lacksVoice: false };

export const speech = createStore<Speaking>(silent);
