// What lies at the lock's place, and what that means: held, stale, or to be watched a while. Changes nothing on disk.

import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FilesPort } from '../model/ports.ts';
import { parseLock, type LockDocument } from './lock-document.ts';
import type { LockTiming } from './lock-timing.ts';

/** One look at a lock file. */
export interface Sighting {
  /** Null for what is no file. */
  readonly bytes: Uint8Array | null;
  readonly modifiedMs: number;
  /** Null for a file that does not say whose it is: one being written, or one cut short by a crash. */
  readonly holder: LockDocument | null;
}

export type Verdict =
  | { readonly is: 'held'; readonly holder: LockDocument }
  | { readonly is: 'stale' }
  /** Stale if it does not change for so long. */
  | { readonly is: 'doubtful'; readonly watchMs: number };

/** Tokens of the locks that this process holds or is about to make: a pid alone may be that of a process long gone. */
export const tokensHere = new Set<string>();

/** Null where nothing is. I/O errors are thrown. */
export async function look(files: FilesPort, path: string): Promise<Sighting | null> {
  const stat = await files.stat(path);
  if (stat === null) return null;
  if (stat.kind !== 'file') return { bytes: null, modifiedMs: stat.modifiedMs, holder: null };
  const bytes = await files.read(path);
  return bytes === null ? null : { bytes, modifiedMs: stat.modifiedMs, holder: parseLock(bytes) };
}

/** Whether two sightings are of the very same lock, not even a heartbeat between them. */
export function isSame(one: Sighting, other: Sighting): boolean {
  if (Buffer.compare(one.bytes ?? Buffer.alloc(0), other.bytes ?? Buffer.alloc(0)) !== 0) return false;
  // Token and heartbeat make bytes unique; empty files are all alike but for their time.
  return one.holder !== null || one.modifiedMs === other.modifiedMs;
}

/** @param place the folder of the lock that is seen */
export function judge(seen: Sighting, timing: LockTiming, place = ''): Verdict {
  const { holder } = seen;
  if (holder === null) return judgeByAge(seen, timing);
  const silentMs = Date.now() - Date.parse(holder.heartbeatAt);
  if (holder.host !== hostname()) return silentMs < timing.goneAfterMs ? { is: 'held', holder } : { is: 'stale' };
  // Copied along with a library that is in use, it never beats. The same folder may yet have two names.
  if (holder.place !== '' && place !== '' && holder.place !== place && isAlive(holder)) return { is: 'doubtful', watchMs: timing.watchMs };
  // After a restart in a container one may well have the pid of one's own predecessor.
  if (holder.pid === process.pid) return tokensHere.has(holder.token) ? { is: 'held', holder } : { is: 'stale' };
  if (!isRunning(holder.pid)) return { is: 'stale' };
  // A heartbeat far in the future was made before the clock was set right: it says as little as an old one.
  if (Math.abs(silentMs) < timing.goneAfterMs) return { is: 'held', holder };
  // Either another program has the pid now, or the machine slept and the holder is about to beat.
  return { is: 'doubtful', watchMs: timing.watchMs };
}

/** Of a file that does not say whose it is: it may be in the making. */
export function judgeByAge(seen: Sighting, timing: LockTiming): Verdict {
  // A file server's clock may be ahead of ours: never watched for longer than for a file made just now.
  const watchMs = Math.min(timing.makingMs - (Date.now() - seen.modifiedMs), timing.makingMs);
  return watchMs <= 0 ? { is: 'stale' } : { is: 'doubtful', watchMs };
}

/**
 * Whether what was seen stays as it is for so long; false as soon as it changes or goes.
 * Counts the time that this process is awake, as a machine that wakes up wakes the holder too.
 */
export async function staysFor(files: FilesPort, path: string, seen: Sighting, watchMs: number, timing: LockTiming): Promise<boolean> {
  for (let watched = 0; watched < watchMs; watched += timing.lookEveryMs) {
    await sleep(timing.lookEveryMs);
    const now = await look(files, path);
    if (now === null || !isSame(now, seen)) return false;
  }
  return true;
}

function isAlive({ pid, token }: LockDocument): boolean {
  return pid === process.pid ? tokensHere.has(token) : isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
