// Watching a folder. macOS and Windows watch whole trees by themselves. Linux would take one watch for each of hundreds of
// thousands of folders, more than it gives: there the folder and those right inside it are watched.

import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

const watchesTrees = process.platform === 'darwin' || process.platform === 'win32';

/** What cannot be watched (any more) is silent; who must be sure looks for changes by itself now and then. */
export function watchFolder(path: string, changed: (inside: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const add = (inside: string): void => {
    if (watchers.has(inside)) return;
    try {
      const watcher = watch(join(path, inside), { recursive: watchesTrees, persistent: false }, (_, name) => tell(inside, name));
      watchers.set(inside, watcher);
      watcher.on('error', () => remove(inside));
    } catch {
      // It is not there, or the system has no watch left.
    }
  };
  const remove = (inside: string): void => {
    watchers.get(inside)?.close();
    watchers.delete(inside);
  };
  const tell = (inside: string, name: string | null): void => {
    if (name === null) return;
    const at = [inside, ...name.split(/[/\\]/)].filter((part) => part !== '').join('/');
    // A folder that has come is watched too; what is no folder is refused by itself.
    if (!watchesTrees && inside === '') addFolders();
    changed(at);
  };
  const addFolders = (): void => {
    for (const folder of foldersIn(path)) add(folder);
  };
  add('');
  if (!watchesTrees) addFolders();
  return () => {
    for (const inside of watchers.keys()) remove(inside);
  };
}

function foldersIn(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
