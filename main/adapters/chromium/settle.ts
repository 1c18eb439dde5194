// Waiting until a page looks as it will: fonts loaded, pictures decoded, one frame drawn.

import { setTimeout as pause } from 'node:timers/promises';
import type { SealedPage } from '../../engine/model/ports.ts';

/** Timers of a page whose scripts are off never fire, so the time is taken outside it. A picture that fails is done too. */
const settled = `(async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].filter((image) => image.naturalWidth * image.naturalHeight <= 1e8).map((image) => image.decode().catch(() => null)));
  document.body?.getBoundingClientRect();
  await document.fonts.ready;
  return true;
})()`;

/** Fulfilled when the page is settled, or after `ms` milliseconds. */
export async function settle(evaluate: SealedPage['evaluate'], ms: number): Promise<void> {
  const enough = new AbortController();
  const waiting = pause(ms, undefined, { signal: enough.signal }).catch(() => undefined);
  const done = evaluate<boolean>(settled);
  // Where the time is over first, nobody waits for this any more.
  done.catch(() => undefined);
  await Promise.race([done, waiting]);
  enough.abort();
}
