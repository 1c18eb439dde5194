// What the app's processes have worked, whatever else the machine was doing meanwhile. Linux only; elsewhere nothing is known.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Of a clock tick, which Linux counts in: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html (fields 4, 14 and 15). */
const tickMs = 10;

/** Milliseconds of work of all processes that this one has started, and of those that they have; null where that cannot be told. */
export function workOfChildren(): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => statOf(pid) ?? []);
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number): boolean => {
    let above = parents.get(pid);
    while (above !== undefined && above !== process.pid) above = parents.get(above);
    return above === process.pid;
  };
  return processes.filter(({ pid }) => isOurs(pid)).reduce((sum, { ticks }) => sum + ticks * tickMs, 0);
}

function statOf(pid: string): { readonly pid: number; readonly parent: number; readonly ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may have blanks.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
