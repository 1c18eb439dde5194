// The system calls by which a process changes what lies on the disk, listed and struck with strace: at a blow the process is killed
// on entering the call, which is not made any more.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Blow {
  readonly call: string;
  /** Which of its kind that one thread makes, from 1. */
  readonly nth: number;
}

/** Not every system has each of them. */
const calls = ['rename', 'renameat', 'renameat2', 'fsync', 'fdatasync', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir', 'pwrite64', 'ftruncate'];

/** What a process needs that is struck: one thread for files, so that its calls follow each other, and no Chromium, whose calls are none of ours. */
export const steady = { UV_THREADPOOL_SIZE: '1', CHROME_PATH: '/nowhere' } as const;

/** Words for strace that list the calls in a file. */
export function listing(log: string): readonly string[] {
  return ['-f', '-o', log, '-e', `trace=${calls.map((call) => `?${call}`).join(',')}`];
}

/** Words for strace that kill at a call. */
export function striking({ call, nth }: Blow): readonly string[] {
  return ['-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`];
}

/** All blows that can fall, in the order of the calls: strace counts those of each thread, and strikes the first that comes to the number. */
export function blowsIn(log: string): readonly Blow[] {
  const made = new Map<string, number>();
  const blows = new Map<string, Blow>();
  for (const [, thread = '', call = ''] of readFileSync(log, 'utf8').matchAll(/^(\d+)\s+(\w+)\(/gm)) {
    const nth = (made.get(`${thread} ${call}`) ?? 0) + 1;
    made.set(`${thread} ${call}`, nth);
    if (!blows.has(`${call} ${nth}`)) blows.set(`${call} ${nth}`, { call, nth });
  }
  return [...blows.values()];
}

/** So many of them, spread evenly; every one where that is asked for. */
export function drawn(blows: readonly Blow[], most: number): readonly Blow[] {
  const step = Math.max(1, blows.length / (process.env['OFFPRINT_FAULTS'] === 'all' ? blows.length : most));
  return blows.filter((_, index) => Math.floor((index + 1) / step) > Math.floor(index / step));
}

export function canTrace(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-strace-'));
  try {
    execFileSync('strace', ['-f', '-o', join(folder, 'out'), '-e', 'trace=rename', '-e', 'inject=rename:retval=0', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('strace is not here, or may not trace: no process was killed at chosen system calls\n');
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
