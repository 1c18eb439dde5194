// Builds the app when a source is newer than what was built.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './build-lock.ts';

/** What the built app is made of. */
export const sourceFolders = ['main', 'preload', 'renderer'];
const sourceFiles = ['electron.vite.config.ts', 'package.json', 'scripts/print-assets.ts'];
/** The last files that a build writes for each of its three parts. */
const builtFiles = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/**
 * Builds where that is needed, one process at a time. Answers whether there is a build now.
 * @param announce called before building
 */
export async function buildIfOlder(root: string, announce: () => void = () => undefined): Promise<boolean> {
  if (!(await isBuildOlder(root))) return true;
  return await withLock(join(root, 'node_modules', '.cache', 'offprint-build.lock'), async () => {
    if (!(await isBuildOlder(root))) return true;
    announce();
    return await build(root);
  });
}

/** Whether a build is missing or older than a source. */
export async function isBuildOlder(root: string): Promise<boolean> {
  const built = await Promise.all(builtFiles.map((file) => changedAt(join(root, file))));
  const sources = await Promise.all([
    ...sourceFiles.map((file) => changedAt(join(root, file))),
    ...sourceFolders.map((folder) => newestIn(join(root, folder))),
  ]);
  return Math.min(...built) < Math.max(...sources);
}

/** Builds; shows the builder's output only when it fails. Answers whether it worked. */
export async function build(root: string): Promise<boolean> {
  const command = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [command, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code === 0;
}

/** Milliseconds since 1970; 0 for what is not there. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  );
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const times = entries.filter((entry) => entry.isFile()).map((entry) => changedAt(join(entry.parentPath, entry.name)));
  return Math.max(0, ...(await Promise.all(times)));
}
