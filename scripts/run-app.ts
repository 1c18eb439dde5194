// Runs the built app as a child, once, or again and again while its sources change.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { sourceFolders } from './build-if-older.ts';

export interface AppCommand {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string;
}

export interface Watching {
  readonly root: string;
  /** Answers whether the build worked. */
  readonly rebuild: () => Promise<boolean>;
}

/** Editors write a file in several steps. */
const calmMs = 200;

/** Answers the app's exit code. Signals that end this program end the app first. */
export async function runApp(command: AppCommand): Promise<number> {
  const child = startApp(command);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return await exitCodeOf(child);
}

/** Ends when the app is closed by its user. */
export async function runWatched(command: AppCommand, { root, rebuild }: Watching): Promise<number> {
  let calm: NodeJS.Timeout | undefined;
  let child = startApp(command);
  let restarting = false;
  async function startAgain(): Promise<void> {
    if (!(await rebuild())) return;
    restarting = true;
    child.kill();
  }
  const watchers = sourceFolders.map((folder) =>
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(calm);
      calm = setTimeout(() => void startAgain(), calmMs);
    }),
  );
  for (;;) {
    const code = await exitCodeOf(child);
    if (!restarting) {
      for (const watcher of watchers) watcher.close();
      return code;
    }
    restarting = false;
    child = startApp(command);
  }
}

function startApp({ program, arguments: list, folder }: AppCommand): ChildProcess {
  // Set by some editors; Electron would run as a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return spawn(program, list, { cwd: folder, env, stdio: 'inherit' });
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
