// Runs a program from cold, and tells how long it took and the most memory that it held with all that it had started.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface Measured {
  readonly code: number | null;
  readonly stdout: string;
  readonly seconds: number;
  /** Null where the system does not tell. */
  readonly peakMb: number | null;
}

const lookEveryMs = 60;

export async function runMeasured(command: string, words: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'ignore'], env: environment });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  let [running, peak] = [true, 0];
  const watching = (async () => {
    while (running && process.platform === 'linux') {
      peak = Math.max(peak, await memoryOfTree(child.pid ?? 0));
      await pause(lookEveryMs);
    }
  })();
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  running = false;
  await watching;
  return { code, stdout, seconds, peakMb: peak === 0 ? null : peak / 1e6 };
}

async function memoryOfTree(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  let family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    family = new Set([root, ...[...parents].filter(([, parent]) => family.has(parent)).map(([pid]) => pid)]);
  }
  const sizes = await Promise.all([...family].map(ownMemory));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What is shared with others counts by its share: https://docs.kernel.org/filesystems/proc.html (smaps_rollup). */
async function ownMemory(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}
