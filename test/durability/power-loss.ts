// What may lie on a disk when the power goes: the steps of a recording until then, of which those that were not synced are
// there or not, each by itself; and what of it can be reached.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Entry = Uint8Array | Folder;
/** By name. A folder is told from others by itself, whatever it is called and wherever it lies. */
export type Folder = Map<string, Entry>;

export interface Place {
  readonly folder: Folder;
  readonly name: string;
}

/** A name that comes, goes, or both. */
export interface Change {
  readonly from: Place | null;
  readonly to: Place | null;
  readonly entry: Entry;
}

export type Step = Change | { readonly synced: Folder };

export interface Recording {
  /** Moments at which the power can go: before the first step, and after each. */
  readonly moments: number;
  /** @param keeps for each change that was not synced, whether it reached the disk all the same. */
  after(moment: number, keeps: (step: number) => boolean): Outage;
  /** The bytes of a file whose writing is cut short at this moment are torn: half, none, or nothing but zeros. */
  torn(moment: number): readonly Uint8Array[];
}

export interface Outage {
  /** Which steps are there: the same for states that are the same. */
  readonly key: string;
  /** Puts it into a folder that is not there yet. @param torn the bytes of the file that was being written. */
  putInto(folder: string, torn?: Uint8Array): Promise<void>;
}

export function recordingOf(root: Folder, before: ReadonlyMap<Folder, Folder>, steps: readonly Step[]): Recording {
  const lasting = steps.map((step, index) => lastsFrom(step, index, steps));

  function kept(moment: number, keeps: (step: number) => boolean): number[] {
    return steps.flatMap((step, index) => {
      if (index >= moment || 'synced' in step) return [];
      const from = lasting[index] ?? Number.POSITIVE_INFINITY;
      return from < moment || keeps(index) ? index : [];
    });
  }

  function state(indices: readonly number[], extra: readonly Change[]): (folder: Folder) => Folder {
    const now = new Map<Folder, Folder>([...before].map(([folder, inside]) => [folder, new Map(inside)]));
    const inside = (folder: Folder): Folder => now.get(folder) ?? fresh(now, folder);
    for (const change of [...indices.map((index) => steps[index]), ...extra]) {
      if (change === undefined || 'synced' in change) continue;
      const { from, to, entry } = change;
      if (from !== null && inside(from.folder).get(from.name) === entry) inside(from.folder).delete(from.name);
      if (to !== null) inside(to.folder).set(to.name, entry);
    }
    return inside;
  }

  return {
    moments: steps.length + 1,
    after(moment, keeps) {
      const indices = kept(moment, keeps);
      const next = steps[moment];
      return {
        key: indices.join(' '),
        putInto: (folder, torn) => {
          const extra = torn !== undefined && next !== undefined && !('synced' in next) ? [{ ...next, entry: torn }] : [];
          return put(root, folder, state(indices, extra));
        },
      };
    },
    torn(moment) {
      const next = steps[moment];
      if (next === undefined || 'synced' in next || next.from !== null || next.entry instanceof Map) return [];
      const { entry } = next;
      return [entry.subarray(0, Math.floor(entry.length / 2)), new Uint8Array(0), new Uint8Array(entry.length)];
    },
  };
}

function fresh(now: Map<Folder, Folder>, folder: Folder): Folder {
  const empty: Folder = new Map();
  now.set(folder, empty);
  return empty;
}

/** After which step a change is on the disk for good; a sync of either of its folders does that. */
function lastsFrom(step: Step, index: number, steps: readonly Step[]): number {
  if ('synced' in step) return index;
  const at = steps.findIndex((later, place) => place > index && 'synced' in later && (later.synced === step.from?.folder || later.synced === step.to?.folder));
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

async function put(folder: Folder, path: string, inside: (folder: Folder) => Folder): Promise<void> {
  await mkdir(path);
  for (const [name, entry] of inside(folder)) {
    if (entry instanceof Map) await put(entry, join(path, name), inside);
    else await writeFile(join(path, name), entry);
  }
}

export async function loadTree(path: string): Promise<Folder> {
  const folder: Folder = new Map();
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.name === 'cache' || entry.name === 'lock.json') continue;
    const at = join(path, entry.name);
    folder.set(entry.name, entry.isDirectory() ? await loadTree(at) : await readFile(at));
  }
  return folder;
}
