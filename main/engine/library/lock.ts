// One writer at a time: `lock.json` in the library names it, and a heartbeat shows that it lives.

import { hostname, uptime } from 'node:os';
import { onDisk, lockFile } from './paths.ts';
import { readDocument, writeDocument } from './document-file.ts';
import type { FilesPort } from '../model/ports.ts';

/** Milliseconds. */
const beatEvery = 15_000;
/** A writer on another machine that has not been heard of for so long is taken for gone. */
const goneAfter = 90_000;

export interface LockDocument {
  host: string;
  pid: number;
  startedAt: string;
  heartbeatAt: string;
}

export interface Lock {
  release(): Promise<void>;
}

/** Takes the lock, or says who has it. I/O errors are thrown. */
export async function takeLock(files: FilesPort, library: string): Promise<Lock | LockDocument> {
  const path = onDisk(library, lockFile);
  for (let attempt = 0; ; attempt += 1) {
    const mine = newLock();
    try {
      await files.writeNew(path, Buffer.from(JSON.stringify(mine, null, 2)));
      return keepAlive(files, path, mine);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = await readHolder(files, path);
    if (holder !== null && isAlive(holder)) return holder;
    if (attempt === 3) return holder ?? mine;
    await setAside(files, path);
  }
}

/** A lock is stolen by a rename to a name of one's own: of two that try, one succeeds. */
async function setAside(files: FilesPort, path: string): Promise<void> {
  const stale = `${path}.${process.pid}.stale`;
  try {
    await files.rename(path, stale);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  await files.remove(stale);
}

async function readHolder(files: FilesPort, path: string): Promise<LockDocument | null> {
  try {
    return await readDocument<LockDocument>(files, path);
  } catch {
    // A lock cut short by a crash holds nothing.
    return null;
  }
}

export function isAlive(holder: LockDocument): boolean {
  if (holder.host !== hostname()) return Date.now() - Date.parse(holder.heartbeatAt) < goneAfter;
  const bootedAt = Date.now() - uptime() * 1000;
  // A minute of grace: clocks are set after boot.
  if (Date.parse(holder.startedAt) < bootedAt - 60_000) return false;
  return isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function newLock(): LockDocument {
  const now = new Date().toISOString();
  return { host: hostname(), pid: process.pid, startedAt: now, heartbeatAt: now };
}

function keepAlive(files: FilesPort, path: string, lock: LockDocument): Lock {
  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    lock.heartbeatAt = new Date().toISOString();
    // A missed beat is not worth an alarm: the next one comes soon, and a full disk shows itself elsewhere.
    beating = writeDocument(files, path, lock).catch(() => undefined);
  }, beatEvery);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      await beating;
      await files.remove(path);
    },
  };
}
