// The check in the background: a thirtieth of the library a day, slowly, so that damage is known within a month and nobody
// notices but where there is some.

import { setTimeout as wait } from 'node:timers/promises';
import { isBlobPath } from '../library/paths.ts';
import { walkAndCheck } from '../library/verify.ts';
import type { EngineContext } from './context.ts';
import { checkAgain, noteDamage } from './note-damage.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The share of a day. */
const shares = 30;
/** After opening, the disk is left to whoever opened the library, in milliseconds; then it is looked this often whether a share is due. */
const firstAfterMs = 90_000;
const lookEveryMs = 60 * 60 * 1000;
/** For each millisecond of checking it rests so many. */
const restFactor = 4;

export interface WholeKeeper {
  close(): Promise<void>;
}

/** @param ready what comes first: the index is filled and compared. */
export function keepWhole(context: EngineContext, ready: Promise<void>): WholeKeeper {
  const closing = new AbortController();
  const { signal } = closing;
  const working = (async () => {
    await ready;
    for (let pause = firstAfterMs; !signal.aborted; pause = lookEveryMs) {
      await wait(pause, undefined, { ref: false, signal }).catch(() => undefined);
      if (!signal.aborted) await checkShare(context, signal, restFactor).catch((error: unknown) => logged(context, error, signal));
    }
  })();
  return {
    async close() {
      closing.abort();
      await working;
    },
  };
}

/**
 * Does the share of a day, unless one was done within a day.
 * @returns how many articles were checked.
 */
export async function checkShare(context: EngineContext, signal: AbortSignal, rests = 0): Promise<number> {
  const { library, index, ports } = context;
  const { checkup } = library;
  const { after, sharedAt } = checkup.round;
  if (sharedAt !== null && ports.now().getTime() - Date.parse(sharedAt) < dayMs) return 0;
  for (const id of checkup.articles()) await checkAgain(context, id, signal);
  const share = Math.max(1, Math.ceil(index.ids().length / shares));
  let [count, last, lookedAt] = [0, after, performance.now()];
  const spoilt = new Set<string>();
  const isAtEnd = await walkAndCheck(library, {
    signal,
    after,
    async checked({ id, folder }, damage) {
      await noteDamage(context, id, damage);
      for (const { path } of damage) if (isBlobPath(path)) spoilt.add(path);
      [count, last] = [count + 1, folder];
      if (rests > 0) await wait((performance.now() - lookedAt) * rests, undefined, { ref: false, signal });
      lookedAt = performance.now();
      return count < share;
    },
  });
  if (spoilt.size > 0) await tellOthers(context, spoilt, signal);
  checkup.round = { after: isAtEnd ? null : last, sharedAt: ports.now().toISOString() };
  await checkup.write();
  return count;
}

/** A blob that is damaged for one article is so for all that show it, whose turn has not come yet. */
async function tellOthers(context: EngineContext, blobs: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
  const { library } = context;
  const known = new Set(library.checkup.articles());
  for await (const { id, folder } of library.walk()) {
    if (known.has(id)) continue;
    for (const captureId of await library.captureIds(folder)) {
      const manifest = await library.manifest(folder, captureId);
      if (!manifest.ok || !manifest.value.resources.some(({ path }) => path !== null && blobs.has(path))) continue;
      await checkAgain(context, id, signal);
      break;
    }
  }
}

function logged({ ports }: EngineContext, error: unknown, signal: AbortSignal): void {
  if (!signal.aborted) ports.log.write('error', 'the check in the background failed', { error: String(error) });
}
