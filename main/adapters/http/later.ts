// Sites that ask to come back later (429 or 503 with Retry-After, RFC 9110, section 10.2.3). What one request learns holds
// for all to that host, so that a list of links does not knock again and again.

import { setTimeout as wait } from 'node:timers/promises';

export interface Later {
  /** Milliseconds that a host still wants to be left alone, with its status; null for one that may be asked. */
  heldFor(host: string): { readonly ms: number; readonly status: number } | null;
  hold(host: string, ms: number, status: number): void;
}

/** @param longest milliseconds after which a host may be asked again whatever it said. */
export function createLater(longest: number, clock: () => number = () => performance.now()): Later {
  const holds = new Map<string, { readonly until: number; readonly forget: number; readonly status: number }>();
  return {
    heldFor(host) {
      const hold = holds.get(host);
      if (hold === undefined) return null;
      const now = clock();
      if (now < Math.min(hold.until, hold.forget)) return { ms: hold.until - now, status: hold.status };
      holds.delete(host);
      return null;
    },
    hold(host, ms, status) {
      const now = clock();
      if (ms > 0) holds.set(host, { until: now + ms, forget: now + longest, status });
    },
  };
}

/** Milliseconds that an answer asks to wait, or null: a number of seconds, or a date. */
export function retryAfter(status: number, header: string | undefined, now = Date.now()): number | null {
  if ((status !== 429 && status !== 503) || header === undefined) return null;
  const value = header.trim();
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Waits, and tells whoever wants to show it until when. Throws when the signal is aborted. */
export async function waitOut(ms: number, signal: AbortSignal, told: ((until: Date | null) => void) | undefined): Promise<void> {
  told?.(new Date(Date.now() + ms));
  try {
    // Timers may go off a fraction of a millisecond early, and the host would still be held.
    await wait(Math.ceil(ms) + 1, undefined, { signal });
  } finally {
    told?.(null);
  }
}
