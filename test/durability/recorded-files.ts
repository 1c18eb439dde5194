// The file system, writing down what it is asked to change: as changes of names in folders, of which a power loss may lose
// those that were not yet synced, one without the other. That is as pessimistic as POSIX allows, but for one thing: a rename
// is one change, as it is in every file system with a journal.

import { join, relative, sep } from 'node:path';
import { createFiles } from '../../main/adapters/files.ts';
import type { FilesPort } from '../../main/engine/model/ports.ts';
import { loadTree, recordingOf, type Change, type Folder, type Recording, type Step } from './power-loss.ts';

export interface RecordedFiles {
  readonly files: FilesPort;
  /** From here on what is asked of this library is written down. */
  record(library: string): Promise<void>;
  stop(): Recording;
}

export function createRecordedFiles(): RecordedFiles {
  const real = createFiles();
  let root: { readonly path: string; readonly folder: Folder; readonly before: ReadonlyMap<Folder, Folder> } | null = null;
  let steps: Step[] = [];

  /** Null outside the library, and for what is not kept there for good. */
  function partsOf(path: string): string[] | null {
    if (root === null) return null;
    const inside = relative(root.path, path).split(sep).join('/');
    return /^(?:\.\.|lock\.json|cache)/.test(inside) ? null : inside.split('/').filter((part) => part !== '');
  }

  function find(parts: readonly string[]): Folder | null {
    let folder = root?.folder ?? null;
    for (const part of parts) {
      const entry = folder?.get(part);
      folder = entry instanceof Map ? entry : null;
    }
    return folder;
  }

  function place(path: string): { folder: Folder; name: string } | null {
    const parts = partsOf(path);
    const name = parts?.at(-1);
    const folder = parts === null ? null : find(parts.slice(0, -1));
    return folder === null || name === undefined ? null : { folder, name };
  }

  function note(change: Change): void {
    steps.push(change);
    change.from?.folder.delete(change.from.name);
    change.to?.folder.set(change.to.name, change.entry);
  }

  function synced(path: string): void {
    const parts = partsOf(path);
    const folder = parts === null ? null : find(parts);
    if (folder !== null) steps.push({ synced: folder });
  }

  /** A folder goes file by file, itself last. */
  function dropped(path: string): void {
    const at = place(path);
    const entry = at?.folder.get(at.name);
    if (at === null || entry === undefined) return;
    if (entry instanceof Map) for (const name of entry.keys()) dropped(join(path, name));
    note({ from: at, to: null, entry });
  }

  function made(path: string): void {
    const parts = partsOf(path) ?? [];
    for (const [index] of parts.entries()) {
      const at = place(join(root?.path ?? '', ...parts.slice(0, index + 1)));
      if (at === null || at.folder.has(at.name)) continue;
      note({ from: null, to: at, entry: new Map() });
      // A folder lasts when it is said to be made.
      steps.push({ synced: at.folder });
    }
  }

  return {
    files: {
      ...real,
      async makeFolder(path) {
        await real.makeFolder(path);
        made(path);
      },
      async writeNew(path, bytes) {
        await real.writeNew(path, bytes);
        const at = place(path);
        if (at !== null) note({ from: null, to: at, entry: bytes });
      },
      async rename(from, to, patienceMs) {
        await real.rename(from, to, patienceMs);
        const [here, there] = [place(from), place(to)];
        const entry = here?.folder.get(here.name);
        if (here !== null && there !== null && entry !== undefined) note({ from: here, to: there, entry });
      },
      async syncFolder(path) {
        await real.syncFolder(path);
        synced(path);
      },
      async remove(path) {
        await real.remove(path);
        dropped(path);
      },
    },
    async record(library) {
      const folder = await loadTree(library);
      root = { path: library, folder, before: snapshot(folder) };
      steps = [];
    },
    stop() {
      if (root === null) throw new Error('nothing was recorded');
      const recording = recordingOf(root.folder, root.before, steps);
      root = null;
      return recording;
    },
  };
}

/** What each folder has now. */
function snapshot(folder: Folder, all = new Map<Folder, Folder>()): Map<Folder, Folder> {
  all.set(folder, new Map(folder));
  for (const entry of folder.values()) if (entry instanceof Map) snapshot(entry, all);
  return all;
}
