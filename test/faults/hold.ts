// What a library's folder holds after saves: for the check that nothing half-saved is left.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManifestDocument } from '../../main/engine/model/documents.ts';

export interface Held {
  readonly articles: readonly string[];
  /** Files in `tmp/`. */
  readonly leftovers: readonly string[];
  /** Blobs that no manifest names. */
  readonly orphans: readonly string[];
  /** Blobs that a manifest names and that are not there. */
  readonly lost: readonly string[];
}

export async function heldIn(library: string): Promise<Held> {
  const files = await filesBelow(library);
  const manifests = files.filter((path) => path.endsWith('/manifest.json'));
  const named = new Set<string>();
  for (const path of manifests) {
    const { resources } = JSON.parse(await readFile(join(library, path), 'utf8')) as ManifestDocument;
    for (const { path: blob } of resources) if (blob !== null) named.add(blob);
  }
  const blobs = files.filter((path) => path.startsWith('blobs/'));
  return {
    articles: files.filter((path) => path.endsWith('/article.json')),
    leftovers: files.filter((path) => path.startsWith('tmp/')),
    orphans: blobs.filter((path) => !named.has(path)),
    lost: [...named].filter((path) => !blobs.includes(path)),
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
