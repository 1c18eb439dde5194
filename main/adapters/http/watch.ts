// Watches an answer on its way: how long all of it takes, and when the last piece came. What is too slow is ended in the
// middle. The time up to the answer's head is got's to watch.

import type { Request } from 'got';

export interface Watch {
  /** A piece has come. */
  moved(): void;
  /** Until the next piece. */
  pause(): void;
  stop(): void;
  /** Why the stream was ended, or null. */
  late(): string | null;
}

export interface WatchBounds {
  /** Milliseconds between two pieces. */
  readonly idle: number;
  /** Milliseconds for all of it, and what is said when they are over. */
  readonly whole: number;
  readonly wholeReason: string;
}

export function watchClock(stream: Request, { idle, whole, wholeReason }: WatchBounds): Watch {
  let why: string | null = null;
  const end = (reason: string) => (): void => {
    why ??= reason;
    stream.destroy(new Error(reason));
  };
  const all = setTimeout(end(wholeReason), whole);
  let quiet: NodeJS.Timeout | undefined;
  const pause = (): void => clearTimeout(quiet);
  return {
    moved() {
      clearTimeout(quiet);
      quiet = setTimeout(end(`nothing came for ${idle / 1000} s`), idle);
    },
    pause,
    stop() {
      clearTimeout(all);
      pause();
    },
    late: () => why,
  };
}
