// The file system behind the engine's FilesPort: small steps, each durable when it says so. No rule of the library here.

import { mkdir, open, readFile, readdir, rename, rm, lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileKind, FilesPort } from '../engine/model/ports.ts';
import { watchFolder } from './watch-folder.ts';

/** How long a rename waits for a virus scanner or an indexer to let go of a file, in milliseconds. */
const renamePatienceMs = 60_000;

export function createFiles(): FilesPort {
  return { read, stat, list, makeFolder, writeNew, rename: patientRename, syncFolder, remove, watch: watchFolder };
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

const stat: FilesPort['stat'] = async (path) => {
  try {
    const found = await lstat(path);
    return { kind: kindOf(found), bytes: found.size, modifiedMs: found.mtimeMs, readOnly: (found.mode & 0o222) === 0 };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
};

const list: FilesPort['list'] = async (path) => {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
};

/** Not by `recursive`: where a parent is there and still takes no folder (as in /proc), Node would try for ever. */
async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    const parent = dirname(path);
    if (!hasCode(error, 'ENOENT') || parent === path) throw error;
    // A parent that is there now may have been made meanwhile, by another call: tried once more, and only once.
    if ((await stat(parent)) === null) await makeFolder(parent);
    await makeOne(path);
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
    // Else a power loss takes the folder away, and with it what was synced into it.
    await syncFolder(dirname(path)).catch(ignoreClosed);
  } catch (error) {
    if (!hasCode(error, 'EEXIST') || (await stat(path))?.kind === 'file') throw error;
  }
}

/** A folder that may be written to and not read, as some shared ones: there it must do without. */
function ignoreClosed(error: unknown): void {
  if (!hasCode(error, 'EACCES') && !hasCode(error, 'EPERM')) throw error;
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function patientRename(from: string, to: string, patienceMs = renamePatienceMs): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (let pause = 10; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = hasCode(error, 'EPERM') || hasCode(error, 'EBUSY') || (hasCode(error, 'EACCES') && process.platform === 'win32');
      // Only Windows holds files open against a rename; elsewhere these codes are final.
      if (!held || process.platform !== 'win32' || Date.now() > giveUpAt) throw error;
      await sleep(pause);
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable by the journal.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network and FUSE file systems cannot sync a folder: nothing better can be done there.
    if (!hasCode(error, 'EINVAL') && !hasCode(error, 'ENOTSUP')) throw error;
  } finally {
    await folder.close();
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

/** A name that is longer than the system's may be is nobody's. */
function isAbsent(error: unknown): boolean {
  return hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') || hasCode(error, 'ENAMETOOLONG');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
