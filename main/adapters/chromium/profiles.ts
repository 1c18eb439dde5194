// The temp folders that Chromiums keep their profiles in. A program that is killed leaves its own behind; the next
// one that makes a profile sweeps it away.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'offprint-profile-';

/** Makes an empty folder for a profile, named after this process. */
export async function makeProfile(): Promise<string> {
  await sweepProfiles();
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}

async function sweepProfiles(): Promise<void> {
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
