// The temp folders that Chromiums keep their profiles in, and drawn pages what they have seen. A program that is killed
// leaves its own behind; the next one that makes such a folder sweeps it away.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefixes = { profile: 'offprint-profile-', copies: 'offprint-copies-' } as const;

/** Makes an empty folder for a profile, named after this process. */
export function makeProfile(): Promise<string> {
  return makeTemporary('profile');
}

/** Makes an empty folder of its kind, named after this process. */
export async function makeTemporary(kind: keyof typeof prefixes): Promise<string> {
  const prefix = prefixes[kind];
  await sweep(prefix);
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}

async function sweep(prefix: string): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  const left = names.filter((name) => !isRunning(Number.parseInt(name.slice(prefix.length), 10)));
  // What cannot be removed is another user's, or still being written to.
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
