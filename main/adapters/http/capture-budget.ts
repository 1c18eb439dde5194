// What one page may cost with all that it shows: time and bytes. When it is used up nothing more is asked for, and what
// was had until then stays.

import type { HttpLimits } from './limits.ts';

export interface CaptureBudget {
  /** Milliseconds until nothing more is fetched; never less than 0. */
  msLeft(): number;
  /** Counts decoded bytes; false when there are not so many left. */
  take(bytes: number): boolean;
  /** Time in which the site asked to wait is not the page's. */
  giveBack(ms: number): void;
  /** Why nothing more is fetched, or null. */
  usedUp(): { readonly kind: 'timed-out' | 'too-large'; readonly detail: string } | null;
}

/** The clock runs from now on. */
export function createCaptureBudget({ capture }: HttpLimits): CaptureBudget {
  let endsAt = performance.now() + capture.ms;
  let bytes = 0;
  const msLeft = (): number => Math.max(0, endsAt - performance.now());
  return {
    msLeft,
    take(more) {
      bytes += more;
      return bytes <= capture.bytes;
    },
    giveBack(ms) {
      endsAt += ms;
    },
    usedUp() {
      if (bytes > capture.bytes) return { kind: 'too-large', detail: `more than ${Math.round(capture.bytes / 1e6)} MB for one page` };
      return msLeft() > 0 ? null : { kind: 'timed-out', detail: `more than ${capture.ms / 1000} s for one page` };
    },
  };
}
