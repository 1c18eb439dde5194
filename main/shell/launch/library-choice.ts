// Which library the app opens when it starts.

import { join, resolve } from 'node:path';

export interface LibraryChoice {
  readonly path: string;
  /**
   * Whether a library may be made there. Never for the one that was open last: if its folder is gone, it is on a disk
   * that is not plugged in, and an empty one in its place would look like a loss.
   */
  readonly createIfMissing: boolean;
  /** Whether it is the one to open next time. A folder that was given for this run is not. */
  readonly remember: boolean;
}

export interface ChoiceSources {
  /** From the command line, absolute. */
  readonly argument: string | null;
  /** `OFFPRINT_LIBRARY`. */
  readonly environment: string | undefined;
  /** The library that was open last. */
  readonly last: string | null;
  /** The user's documents folder. */
  readonly documents: string;
}

/** The command line wins over the environment, that over the last library, that over a new one among the documents. */
export function chooseLibraryAtStart(sources: ChoiceSources): LibraryChoice {
  if (sources.argument !== null) return { path: sources.argument, createIfMissing: true, remember: false };
  if (sources.environment !== undefined && sources.environment !== '') {
    return { path: resolve(sources.environment), createIfMissing: true, remember: false };
  }
  if (sources.last !== null) return { path: sources.last, createIfMissing: false, remember: true };
  return { path: join(sources.documents, 'Offprint Library'), createIfMissing: true, remember: true };
}
