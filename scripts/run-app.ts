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
  endWithSignals(() => child);
  return await exitCodeOf(child);
}

/** Starts the app again after each change that builds; ends when the app is closed by its user. */
export async function runWatched(command: AppCommand, { root, rebuild }: Watching): Promise<number> {
  let child = startApp(command);
  let restarting = false;
  endWithSignals(() => child);
  const stopWatching = watchSources(root, async () => {
    if (!(await rebuild())) return;
    restarting = true;
    child.kill();
  });
  for (;;) {
    const code = await exitCodeOf(child);
    if (!restarting) {
      stopWatching();
      return code;
    }
    restarting = false;
    child = startApp(command);
  }
}

function endWithSignals(running: () => ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => running().kill(signal));
}

/** Calls back when the sources have been changed and are calm again; the answer stops that. */
function watchSources(root: string, changed: () => Promise<void>): () => void {
  let calm: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(calm);
    calm = setTimeout(() => void changed(), calmMs);
  };
  const watchers = sourceFolders.map((folder) => watch(join(root, folder), { recursive: true }, later));
  return () => {
    clearTimeout(calm);
    for (const watcher of watchers) watcher.close();
  };
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
