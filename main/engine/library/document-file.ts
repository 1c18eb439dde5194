// One JSON document on disk, kept by lowdb through an adapter that never leaves half a file: a temporary file with a
// random name, synced, renamed over the old one, its folder synced. In a library the temporary file lies in `tmp/`, where
// the next start sweeps away what a crash left.

import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import type { FilesPort } from '../model/ports.ts';
import { documentShapes, holds, type Shape } from './document-shapes.ts';

/** The bytes of a document are not JSON of an object, or not of one of its kind. */
export class DamagedDocument extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`damaged document: ${path}`);
    this.name = 'DamagedDocument';
    this.path = path;
  }
}

/** A document, or null where there is none. @throws DamagedDocument */
export async function readDocument<T extends object>(files: FilesPort, path: string, shape?: Shape): Promise<T | null> {
  const bytes = await files.read(path);
  return bytes === null ? null : parseDocument<T>(bytes, path, shape);
}

/** Replaces a document as a whole. @param temporaryFolder on the same disk; made when it is not there. */
export async function writeDocument<T extends object>(files: FilesPort, path: string, document: T, temporaryFolder: string): Promise<void> {
  const store = new Low<T>(documentAdapter<T>(files, path, temporaryFolder), document);
  await store.write();
}

/**
 * Reads a document, lets `change` alter it in place, and writes it back with every field that was there, known or not.
 * @returns what was written, or null where there is no such document. @throws DamagedDocument
 */
export async function changeDocument<T extends object>(
  files: FilesPort,
  path: string,
  change: (document: T) => void,
  temporaryFolder: string,
  shape?: Shape,
): Promise<T | null> {
  const adapter = documentAdapter<T>(files, path, temporaryFolder, shape);
  const found = await adapter.read();
  if (found === null) return null;
  const store = new Low<T>(adapter, found);
  await store.update(change);
  return store.data;
}

/** Puts bytes in a file's place in one step: whoever looks sees what was there, or all that is there now. */
export async function replaceBytes(files: FilesPort, path: string, bytes: Uint8Array, temporaryFolder: string): Promise<void> {
  const temporary = join(temporaryFolder, `${randomUUID()}.new`);
  await files.makeFolder(temporaryFolder);
  try {
    await files.writeNew(temporary, bytes);
    await files.rename(temporary, path);
  } catch (error) {
    // What cannot be removed now is swept away at the next start; the first error says more.
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
  await files.syncFolder(dirname(path));
}

/** Whether bytes are a document of the kind that lies at a path; false for what is no document. */
export function isWholeDocument(path: string, bytes: Uint8Array): boolean {
  const kinds: Readonly<Record<string, Shape>> = { 'article.json': documentShapes.article, 'annotations.json': documentShapes.annotations, 'manifest.json': documentShapes.manifest };
  const shape = kinds[basename(path)];
  if (shape === undefined) return false;
  try {
    parseDocument(bytes, path, shape);
    return true;
  } catch (error) {
    if (error instanceof DamagedDocument) return false;
    throw error;
  }
}

/**
 * Keeps the bytes of a damaged document beside it, as `article.damaged-<time>.json`, before it is replaced: somebody may read in
 * them what a program cannot.
 */
export async function setAside(files: FilesPort, path: string, at: Date): Promise<void> {
  const bytes = await files.read(path);
  const stamp = at.toISOString().replaceAll(/[:.]/g, '-');
  if (bytes !== null) await files.writeNew(path.replace(/\.json$/, `.damaged-${stamp}.json`), bytes);
}

function documentAdapter<T extends object>(files: FilesPort, path: string, temporaryFolder: string, shape?: Shape): Adapter<T> {
  return {
    read: () => readDocument<T>(files, path, shape),
    write: (document) => replaceBytes(files, path, Buffer.from(`${JSON.stringify(document, null, 2)}\n`), temporaryFolder),
  };
}

function parseDocument<T extends object>(bytes: Uint8Array, path: string, shape?: Shape): T {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isDocument = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    if (isDocument && (shape === undefined || holds(shape, parsed))) return parsed as T;
  } catch {
    // Neither UTF-8 nor JSON: damaged, as below.
  }
  throw new DamagedDocument(path);
}
