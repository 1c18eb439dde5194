// Removes articles in the trash for good, and the blobs that no capture refers to any more.

import type { FilesPort } from '../model/ports.ts';
import type { Library } from './library.ts';
import { isBlobPath, onDisk } from './paths.ts';

/**
 * @param ids articles to remove, those not in the trash are left alone; null for all in the trash.
 * @returns the ids that were removed.
 */
export async function purge(files: FilesPort, library: Library, ids: readonly string[] | null): Promise<readonly string[]> {
  const removed: string[] = [];
  const candidates = new Set<string>();
  for (const id of ids ?? (await idsInTrash(library))) {
    const located = await library.article(id);
    if (!located.ok || located.value.document.deletedAt === null) continue;
    for (const path of (await blobsOf(library, id)) ?? []) candidates.add(path);
    await library.inTurn(id, () => files.remove(onDisk(library.path, located.value.folder)));
    removed.push(id);
  }
  // A save that is about to come into place waits: it may count on what is collected.
  if (candidates.size > 0) await library.alone(() => collect(files, library, candidates));
  return removed;
}

async function idsInTrash(library: Library): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of library.walk()) ids.push(id);
  return ids;
}

/** An article that cannot be read may refer to anything: then nothing is collected. */
async function collect(files: FilesPort, library: Library, candidates: Set<string>): Promise<void> {
  for await (const { id } of library.walk()) {
    const inUse = await blobsOf(library, id);
    if (inUse === null) return;
    for (const path of inUse) candidates.delete(path);
    if (candidates.size === 0) return;
  }
  for (const path of candidates) {
    if (!library.held.has(path)) await files.remove(onDisk(library.path, path));
  }
}

/** Every blob that an article's captures hold, or null where one of its documents cannot be read. */
async function blobsOf(library: Library, id: string): Promise<string[] | null> {
  const located = await library.article(id);
  if (!located.ok) return null;
  const paths: string[] = [];
  for (const capture of located.value.document.captures) {
    const manifest = await library.manifest(located.value.folder, capture.id);
    if (!manifest.ok) return null;
    for (const { path } of manifest.value.resources) if (path !== null && isBlobPath(path)) paths.push(path);
  }
  return paths;
}
