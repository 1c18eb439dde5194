// One writer at a time: `lock.json` in the library names it, and a heartbeat shows that it lives. Here it is taken, kept
// and let go; when another's counts as stale is in lock-sighting.ts, how that is removed in lock-takeover.ts.

import { setTimeout as sleep } from 'node:timers/promises';
import type { FilesPort } from '../model/ports.ts';
import { lockBytes, newLock, placeOf, type LockDocument } from './lock-document.ts';
import { judge, look, staysFor, tokensHere } from './lock-sighting.ts';
import { makeFile, removeOwn, removeStale, temporaryBeside } from './lock-takeover.ts';
import { lockTiming, type LockTiming } from './lock-timing.ts';
import { lockFile, onDisk } from './paths.ts';

export type { LockDocument } from './lock-document.ts';

export interface Lock {
  /** Removes the lock, unless it is another's by now. */
  release(): Promise<void>;
}

export interface LockOptions {
  readonly timing?: Partial<LockTiming>;
  /** Is called once if another has taken the lock over: it took this process for gone. */
  readonly onLost?: (holder: LockDocument) => void;
}

/**
 * Takes the lock, or says who has it. Waits while it cannot be told: up to 20 s for a sign of life of a silent holder,
 * up to 10 s for a lock that is being written. I/O errors are thrown.
 */
export async function takeLock(files: FilesPort, library: string, options: LockOptions = {}): Promise<Lock | LockDocument> {
  const timing = { ...lockTiming, ...options.timing };
  const path = onDisk(library, lockFile);
  const place = placeOf(path);
  // Every further round means that another took, dropped or moved a lock meanwhile, or that a stale one is gone.
  for (;;) {
    const mine = newLock(place);
    if (await make(files, path, mine)) return keep(files, path, mine, timing, options.onLost);
    const seen = await look(files, path);
    const verdict = seen === null ? null : judge(seen, timing, place);
    if (verdict?.is === 'held') return verdict.holder;
    if (seen !== null && verdict !== null && (verdict.is === 'stale' || (await staysFor(files, path, seen, verdict.watchMs, timing)))) {
      await removeStale(files, path, seen, timing);
    } else {
      await sleep(timing.lookEveryMs);
    }
  }
}

async function make(files: FilesPort, path: string, mine: LockDocument): Promise<boolean> {
  // Before the file can be seen: another call in this process must not take it for a predecessor's.
  tokensHere.add(mine.token);
  let made = false;
  try {
    // Read again, as a process that slept while it wrote may have been taken for gone.
    made = (await makeFile(files, path, lockBytes(mine))) && (await ownerOf(files, path))?.token === mine.token;
  } catch (error) {
    await removeOwn(files, path, mine.token).catch(() => undefined);
    throw error;
  } finally {
    if (!made) tokensHere.delete(mine.token);
  }
  return made;
}

function keep(files: FilesPort, path: string, mine: LockDocument, timing: LockTiming, onLost: LockOptions['onLost']): Lock {
  let released = false;
  let beating: Promise<void> = Promise.resolve();
  let timer = schedule();

  function schedule(): NodeJS.Timeout {
    return setTimeout(() => (beating = beat()), timing.beatEveryMs).unref();
  }
  async function beat(): Promise<void> {
    // A missed beat is not worth an alarm: the next one comes soon, and a full disk shows itself elsewhere.
    const owner = await renew(files, path, mine).catch(() => null);
    if (owner !== null && owner.token !== mine.token) onLost?.(owner);
    else if (!released) timer = schedule();
  }
  return {
    async release() {
      released = true;
      clearTimeout(timer);
      await beating;
      try {
        await removeOwn(files, path, mine.token);
      } finally {
        tokensHere.delete(mine.token);
      }
    },
  };
}

/** Writes a heartbeat into a lock that is still one's own. @returns whose it is, or null where that cannot be read. */
async function renew(files: FilesPort, path: string, mine: LockDocument): Promise<LockDocument | null> {
  const temporary = temporaryBeside(path);
  try {
    await files.writeNew(temporary, lockBytes({ ...mine, heartbeatAt: new Date().toISOString() }));
    // Looked at as late as can be: nothing is between this and the rename.
    const owner = await ownerOf(files, path);
    if (owner?.token === mine.token) await files.rename(temporary, path);
    return owner;
  } finally {
    await files.remove(temporary);
  }
}

async function ownerOf(files: FilesPort, path: string): Promise<LockDocument | null> {
  return (await look(files, path))?.holder ?? null;
}
