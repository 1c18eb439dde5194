// Gets a stale lock out of the way. Of many that try at once, one does; what it moves is the lock that it judged.

import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FilesPort } from '../model/ports.ts';
import { lockBytes, newLock } from './lock-document.ts';
import { isSame, judgeByAge, look, staysFor, type Sighting } from './lock-sighting.ts';
import type { LockTiming } from './lock-timing.ts';

/** Who has made this file may move a stale lock. It is there for some milliseconds, or was left by a crash. */
const guardFile = '.lock.takeover';

/**
 * Removes the lock that was seen, if it is still there and nobody else is about to. The caller tries to make its own
 * afterwards, and judges anew where that fails.
 */
export async function removeStale(files: FilesPort, path: string, seen: Sighting, timing: LockTiming): Promise<void> {
  const guard = join(dirname(path), guardFile);
  const mine = newLock('');
  if (!(await makeFile(files, guard, lockBytes(mine)))) return outwaitGuard(files, guard, timing);
  try {
    const now = await look(files, path);
    if (now !== null && isSame(now, seen)) await moveAway(files, path, seen);
  } finally {
    await removeOwn(files, guard, mine.token);
  }
}

/** @returns false where there is a file. */
export async function makeFile(files: FilesPort, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await files.writeNew(path, bytes);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes a lock or a guard while it carries this token. */
export async function removeOwn(files: FilesPort, path: string, token: string): Promise<void> {
  const found = await look(files, path);
  if (found?.holder?.token === token) await files.remove(path);
}

/** A temporary file's name beside the lock; docs/library-format.md lets anyone delete such a file. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${randomUUID()}.tmp`);
}

async function outwaitGuard(files: FilesPort, guard: string, timing: LockTiming): Promise<void> {
  const seen = await look(files, guard);
  if (seen === null) return;
  const verdict = judgeByAge(seen, timing);
  const left = verdict.is === 'doubtful' ? await staysFor(files, guard, seen, verdict.watchMs, timing) : verdict.is === 'stale';
  if (left) await moveAway(files, guard, seen);
}

/** By a rename to a name of one's own, and back again if it was another's: that of a process that slept in between. */
async function moveAway(files: FilesPort, path: string, seen: Sighting): Promise<void> {
  const aside = temporaryBeside(path);
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await look(files, aside);
  const isWrong = moved !== null && !isSame(moved, seen);
  if (isWrong && (await files.stat(path)) === null) await files.rename(aside, path);
  else await files.remove(aside);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
