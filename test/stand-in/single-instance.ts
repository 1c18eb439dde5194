// One app per user-data folder. The second leaves its arguments in the first one's inbox, a folder, and goes.

import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SecondInstance = (argv: readonly string[], workingDirectory: string) => void;

/** True where this is the first app on this folder; `listener` then hears of each later one. */
export function lockInstance(userData: string, listener: SecondInstance): boolean {
  const folder = join(userData, 'stand-in-instance');
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox, { recursive: true });
  if (!takeLock(join(folder, 'pid'))) {
    leaveNote(inbox);
    return false;
  }
  watchInbox(inbox, listener);
  return true;
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    if (isRunning(Number(readFileSync(file, 'utf8')))) return false;
    writeFileSync(file, String(process.pid));
  }
  process.once('exit', () => rmSync(file, { force: true }));
  return true;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function leaveNote(inbox: string): void {
  const note = join(inbox, randomUUID());
  writeFileSync(`${note}.draft`, JSON.stringify({ argv: process.argv, workingDirectory: process.cwd() }));
  renameSync(`${note}.draft`, `${note}.json`);
}

function watchInbox(inbox: string, listener: SecondInstance): void {
  const readNotes = (): void => {
    for (const name of readdirSync(inbox).filter((each) => each.endsWith('.json'))) {
      const note = JSON.parse(readFileSync(join(inbox, name), 'utf8')) as { argv: string[]; workingDirectory: string };
      rmSync(join(inbox, name));
      listener(note.argv, note.workingDirectory);
    }
  };
  watch(inbox, { persistent: false }, readNotes);
}
