// The shape of `window.offprint`, the one thing that the preload puts into the window.

import type { Api } from './calls.ts';
import type { WindowEvent } from './events.ts';

export interface Bridge {
  readonly calls: Api;
  /** Listens; the answer stops listening. */
  readonly listen: (listener: (event: WindowEvent) => void) => () => void;
  /** The paths of dropped files, in order; an empty string for one that is not on disk. `files` are DOM Files. */
  readonly pathsOf: (files: readonly unknown[]) => readonly string[];
}
