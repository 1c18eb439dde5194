// The app's log: one line an event, in a file that a user can send. Two files of a bounded size, the older replaced.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogPort } from '../engine/model/ports.ts';

const largestBytes = 1_000_000;

/** @param folder made when it is not there */
export function createLogFile(folder: string, limitBytes = largestBytes): LogPort {
  const file = join(folder, 'offprint.log');
  mkdirSync(folder, { recursive: true });
  return {
    write(level, message, facts) {
      const told = facts === undefined ? '' : ` ${JSON.stringify(facts)}`;
      const line = `${new Date().toISOString()} ${level} ${message}${told}`;
      try {
        makeRoom(file, limitBytes);
        // At once and in order: what is worth most is the line before a crash.
        appendFileSync(file, `${line.replaceAll('\n', '\\n')}\n`);
      } catch (error) {
        // A full disk must not take the app down for the sake of its log.
        process.stderr.write(`${line}\n${String(error)}\n`);
      }
    },
  };
}

function makeRoom(file: string, limitBytes: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= limitBytes) renameSync(file, file.replace(/\.log$/, '.1.log'));
}
