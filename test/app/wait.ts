// Waiting for what will be true soon.

import { setTimeout as pause } from 'node:timers/promises';

export const usualWaitMs = 15_000;

/** The first answer that is not null; rejects after `ms` milliseconds, naming what was waited for. */
export async function waitUntil<T>(what: string, ask: () => Promise<T | null>, ms = usualWaitMs): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await pause(30);
  }
}
