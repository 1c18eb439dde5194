// How much memory Chromium's processes hold, where the system tells it.

import { readFile } from 'node:fs/promises';
import type { DevToolsSession } from './devtools-connection.ts';

/** Bytes that the largest process of this kind holds for itself; null where that cannot be told. */
export async function memoryOfProcesses(root: DevToolsSession, kind: string): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const { processInfo } = await root.send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === kind).map(({ id }) => residentBytes(id)));
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** What is not shared with others: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function residentBytes(pid: number): Promise<number> {
  // A process that has ended meanwhile holds nothing.
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
