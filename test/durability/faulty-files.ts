// The file system, failing on demand: at its n-th call from the moment that it is armed, with an error of the system's or
// by stopping, as a killed process does, after which nothing reaches the disk any more.

import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFiles } from '../../main/adapters/files.ts';
import type { FilesPort } from '../../main/engine/model/ports.ts';

export const faultCodes = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS'] as const;
export type Fault = (typeof faultCodes)[number] | 'stop';

export interface FaultyFiles {
  readonly files: FilesPort;
  /** Counts from here on; the n-th call (from 1) fails. */
  arm(n: number, fault: Fault): void;
  disarm(): void;
  /** What was being called when it struck, or null. */
  struck(): string | null;
}

export function createFaultyFiles(): FaultyFiles {
  const real = createFiles();
  let left = Number.POSITIVE_INFINITY;
  let fault: Fault = 'stop';
  let struck: string | null = null;

  function guarded<A extends unknown[], T>(name: string, call: (...given: A) => Promise<T>, half: (...given: A) => Promise<void> = async () => undefined) {
    return async (...given: A): Promise<T> => {
      if (struck !== null && fault === 'stop') return never();
      left -= 1;
      if (left !== 0) return call(...given);
      struck = `${name} ${String(given[0])}`;
      await half(...given);
      if (fault === 'stop') return never();
      throw Object.assign(new Error(`${fault}: made by a test`), { code: fault });
    };
  }

  return {
    files: {
      read: guarded('read', (path: string) => real.read(path)),
      stat: guarded('stat', (path: string) => real.stat(path)),
      list: guarded('list', (path: string) => real.list(path)),
      makeFolder: guarded('makeFolder', (path: string) => real.makeFolder(path)),
      writeNew: guarded('writeNew', (path: string, bytes: Uint8Array) => real.writeNew(path, bytes), writeHalf),
      rename: guarded('rename', (from: string, to: string) => real.rename(from, to)),
      syncFolder: guarded('syncFolder', (path: string) => real.syncFolder(path)),
      remove: guarded('remove', (path: string) => real.remove(path), removeHalf),
      watch: (path, changed) => real.watch(path, changed),
    },
    arm(n, kind) {
      [left, fault, struck] = [n, kind, null];
    },
    disarm() {
      [left, struck] = [Number.POSITIVE_INFINITY, null];
    },
    struck: () => struck,
  };
}

/** A killed process is told nothing; so that a test can go on, its call fails with what nothing else fails with. */
function never(): Promise<never> {
  return Promise.reject(Object.assign(new Error('the process was stopped by a test'), { code: 'EIO' }));
}

/** A full disk takes the first part of what is written. */
async function writeHalf(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), { flag: 'wx' }).catch(() => undefined);
}

/** A folder is removed file by file: half of it is gone. */
async function removeHalf(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files.slice(0, Math.ceil(files.length / 2))) await rm(join(file.parentPath, file.name));
}
