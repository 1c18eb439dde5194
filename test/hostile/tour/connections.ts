// What was heard of connections while the app ran: from its own processes (watch-connections.ts), from its Chromium (its net log),
// and, where the whole of it runs in a network namespace of its own (namespace.ts), from the kernel.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wayOut } from './namespace.ts';

export interface Watch {
  readonly environment: Readonly<Record<string, string>>;
  readonly chromium: readonly string[];
  /** What the app's own processes opened so far, each once. */
  opened(): Promise<readonly string[]>;
  /** Every address that Chromium tried, once it has ended; each once. */
  chromiumTried(): Promise<readonly string[]>;
  /** Packets that went out of the machine, or null where that cannot be counted. */
  packets(): Promise<number | null>;
}

const hook = new URL('./watch-connections.ts', import.meta.url).href;

/** https://man7.org/linux/man-pages/man5/proc_pid_net.5.html: eight numbers of what was received, then bytes and packets sent. */
function sentBy(device: string, table: string): number {
  const line = table.split('\n').find((each) => each.trim().startsWith(`${device}:`));
  const sent = line?.split(':')[1]?.trim().split(/\s+/)[9];
  if (sent === undefined) throw new Error(`no ${device} here`);
  return Number(sent);
}

export function watchConnections(folder: string): Watch {
  const [lines, log] = [join(folder, 'connections.txt'), join(folder, 'net-log.json')];
  const readOrNothing = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
  return {
    environment: { OFFPRINT_WATCH: lines, NODE_OPTIONS: `--import=${hook} --disable-warning=ExperimentalWarning` },
    chromium: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'],
    opened: async () => [...new Set((await readOrNothing(lines)).split('\n').filter((line) => line !== ''))],
    async chromiumTried() {
      const text = await readFile(log, 'utf8');
      const type = /"TCP_CONNECT_ATTEMPT":(\d+)/.exec(text)?.[1];
      if (type === undefined) throw new Error(`no net log in ${fileURLToPath(new URL(`file://${log}`))}`);
      // One event a line; it was killed, so that the whole is no JSON.
      const attempts = text.split('\n').filter((line) => line.includes(`"type":${type}`));
      return [...new Set(attempts.flatMap((line) => /"address":"([^"]+)"/.exec(line)?.[1] ?? []))];
    },
    packets: async () => (wayOut === null ? null : sentBy(wayOut, await readFile('/proc/net/dev', 'utf8'))),
  };
}
