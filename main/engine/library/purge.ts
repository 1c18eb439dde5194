// Removes articles in the trash for good, and the blobs that no capture refers to any more. An article's folder leaves the
// trash in one step, and what may have to be removed with it is written down before, so that a crash loses no track of it.

import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { FilesPort } from '../model/ports.ts';
import { readDocument, writeDocument } from './document-file.ts';
import type { Library } from './library.ts';
import { isBlobPath, onDisk, temporaryFolder } from './paths.ts';

/** In the folder of a purge: the blobs that may be left without an article. */
const candidatesFile = 'candidates.json';
const purgePrefix = 'purge-';
/** Purges wait for each other, and for those of an earlier process to be finished. */
const turn = 'purge';

interface Candidates {
  blobs: string[];
}

/** Kept by the sweep at start: `finishPurges` deals with it. */
export function isUnfinishedPurge(name: string): boolean {
  return name.startsWith(purgePrefix);
}

/**
 * @param ids articles to remove, those not in the trash are left alone; null for all in the trash.
 * @returns the ids that were removed.
 */
export async function purge(files: FilesPort, library: Library, ids: readonly string[] | null): Promise<readonly string[]> {
  return library.inTurn(turn, () => purgeNow(files, library, ids));
}

async function purgeNow(files: FilesPort, library: Library, ids: readonly string[] | null): Promise<readonly string[]> {
  const doomed = await inTrash(library, ids);
  if (doomed.length === 0) return [];
  const blobs = new Set<string>();
  for (const { id } of doomed) for (const path of (await blobsOf(library, id)) ?? []) blobs.add(path);
  const folder = `${temporaryFolder}/${purgePrefix}${randomUUID()}`;
  await files.makeFolder(onDisk(library.path, folder));
  const temporary = onDisk(library.path, temporaryFolder);
  await writeDocument<Candidates>(files, onDisk(library.path, `${folder}/${candidatesFile}`), { blobs: [...blobs] }, temporary);
  for (const { id, place } of doomed) {
    await library.inTurn(id, () => files.rename(onDisk(library.path, place), onDisk(library.path, `${folder}/${id}`)));
  }
  // An article that a power loss would bring back needs its blobs: it is gone for good before they are.
  await files.syncFolder(onDisk(library.path, folder));
  await finish(files, library, folder, blobs);
  return doomed.map(({ id }) => id);
}

/** What a crash left of earlier purges is brought to its end. */
export async function finishPurges(files: FilesPort, library: Library): Promise<void> {
  await library.inTurn(turn, async () => {
    for (const { name } of await files.list(onDisk(library.path, temporaryFolder))) {
      if (!isUnfinishedPurge(name)) continue;
      const folder = `${temporaryFolder}/${name}`;
      const found = await readDocument<Candidates>(files, onDisk(library.path, `${folder}/${candidatesFile}`)).catch(() => null);
      await finish(files, library, folder, new Set(found?.blobs.filter(isBlobPath)));
    }
  });
}

/** A save that is about to come into place waits: it may count on what is collected. */
async function finish(files: FilesPort, library: Library, folder: string, candidates: Set<string>): Promise<void> {
  if (candidates.size > 0) await library.alone(() => collect(files, library, candidates));
  await files.remove(onDisk(library.path, folder));
}

async function inTrash(library: Library, ids: readonly string[] | null): Promise<{ id: string; place: string }[]> {
  const found: { id: string; place: string }[] = [];
  for (const id of ids ?? (await idsInTrash(library))) {
    const located = await library.article(id);
    if (located.ok && located.value.document.deletedAt !== null) found.push({ id, place: located.value.folder });
  }
  return found;
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
  const emptied = new Set<string>();
  for (const path of candidates) {
    if (library.held.has(path)) continue;
    await files.remove(onDisk(library.path, path));
    emptied.add(dirname(onDisk(library.path, path)));
  }
  // They are gone for good before it is forgotten that they were to go.
  for (const place of emptied) if ((await files.stat(place)) !== null) await files.syncFolder(place);
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
