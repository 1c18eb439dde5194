// Opens (or makes) the library in a folder: its document, its lock, and the sweep of what a crash left behind.

import { basename } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fail, ok, type Failure, type Result } from '../../../preload/contract/result.ts';
import { libraryFormat, type LibraryDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { DamagedDocument, readDocument, setAside, writeDocument } from './document-file.ts';
import { documentShapes } from './document-shapes.ts';
import { undoInterrupted } from './commit-journal.ts';
import { openCheckup } from './checkup.ts';
import { copyOf, libraryUnion, uniteCopies } from './conflict-copies.ts';
import { createLibrary, type Library } from './library.ts';
import { takeLock, type Lock, type LockDocument } from './lock.ts';
import { inputsFile, libraryFile, lockFile, onDisk, searchesFile, temporaryFolder } from './paths.ts';
import { isUnfinishedPurge } from './purge.ts';
import { storageFailure } from './storage-failure.ts';
import { finishMoves } from './trash.ts';

const folders: readonly string[] = ['articles', 'blobs', 'trash', temporaryFolder, 'cache'];

export interface OpenOptions {
  readonly path: string;
  readonly access: 'write' | 'read';
  /** Makes a library where there is none: in an empty folder or one that is not there. */
  readonly createIfMissing: boolean;
  readonly now: () => Date;
}

/**
 * A library of a newer format opens for reading only, whatever was asked.
 * Failures: `not-found` (no library there), `locked`, `damaged`, `read-only`, `bad-input` (a file, or a folder full of other things), `disk-full`.
 */
export async function openLibrary(files: FilesPort, options: OpenOptions): Promise<Result<Library>> {
  try {
    const found = await findDocument(files, options);
    if (!found.ok) return found;
    const newer = found.value.format > libraryFormat ? fail('newer-format', options.path, `format ${found.value.format}`) : null;
    if (newer !== null || options.access === 'read') {
      const { failure } = newer ?? fail('read-only', options.path, 'opened for reading');
      return ok(createLibrary({ files, path: options.path, document: found.value, lock: null, refusal: failure, checkup: await openCheckup(files, options.path, false), now: options.now }));
    }
    const lock = await takeLock(files, options.path);
    if (!isLock(lock)) return fail('locked', options.path, `process ${lock.pid} on ${lock.host}`);
    return await openForWriting(files, options, found.value, lock);
  } catch (error) {
    return { ok: false, failure: openFailure(error, options.path) };
  }
}

async function openForWriting(files: FilesPort, options: OpenOptions, document: LibraryDocument, lock: Lock): Promise<Result<Library>> {
  try {
    await undoInterrupted(files, options.path);
    await sweep(files, options.path);
    await finishMoves(files, options.path);
    await uniteCopies(files, options.path, '', libraryUnion);
    return ok(createLibrary({ files, path: options.path, document, lock, refusal: null, checkup: await openCheckup(files, options.path, true), now: options.now }));
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function findDocument(files: FilesPort, options: OpenOptions): Promise<Result<LibraryDocument>> {
  const at = onDisk(options.path, libraryFile);
  const document = await readOrReplace(files, at, options);
  if (document !== null) return ok(document);
  const folder = await files.stat(options.path);
  if (folder !== null && folder.kind !== 'folder') return fail('bad-input', options.path, 'not a folder');
  const hasArticles = (await files.list(onDisk(options.path, 'articles'))).length > 0;
  if (options.access === 'read' || (!options.createIfMissing && !hasArticles)) return fail('not-found', options.path, 'no library here');
  if (!(await isFree(files, options.path))) return fail('bad-input', options.path, 'this folder holds other things: choose an empty one');
  return ok(await makeLibrary(files, options));
}

/** The library's own document says little that its articles need: where it is damaged, a writer puts a new one in its place. */
async function readOrReplace(files: FilesPort, at: string, options: OpenOptions): Promise<LibraryDocument | null> {
  try {
    return await readDocument<LibraryDocument>(files, at, documentShapes.library);
  } catch (error) {
    const isLibrary = (await files.stat(onDisk(options.path, 'articles')))?.kind === 'folder';
    if (!(error instanceof DamagedDocument) || options.access === 'read' || !isLibrary) throw error;
    await setAside(files, at, options.now());
    return writeLibraryDocument(files, options);
  }
}

/** Empty, or with nothing but a library's own folders: one that was not made to its end, or that lost its document. */
async function isFree(files: FilesPort, path: string): Promise<boolean> {
  const inside = await files.list(path);
  return inside.every(({ name }) => name.startsWith('.') || folders.includes(name) || /^(?:library|inputs)\.damaged-.*\.json$/.test(name) || name === lockFile || name === searchesFile || name === inputsFile || copyOf(name) !== null);
}

async function makeLibrary(files: FilesPort, options: OpenOptions): Promise<LibraryDocument> {
  await files.makeFolder(options.path);
  for (const folder of folders) await files.makeFolder(onDisk(options.path, folder));
  return writeLibraryDocument(files, options);
}

async function writeLibraryDocument(files: FilesPort, options: OpenOptions): Promise<LibraryDocument> {
  const document: LibraryDocument = {
    format: libraryFormat,
    id: randomUUID(),
    name: basename(options.path),
    createdAt: options.now().toISOString(),
  };
  await writeDocument(files, onDisk(options.path, libraryFile), document, onDisk(options.path, temporaryFolder));
  return document;
}

/** What an interrupted save left: only this process may write here now, so nothing of it is in use. */
async function sweep(files: FilesPort, library: string): Promise<void> {
  for (const { name } of await files.list(onDisk(library, temporaryFolder))) {
    if (!isUnfinishedPurge(name)) await files.remove(onDisk(library, `${temporaryFolder}/${name}`));
  }
}

function openFailure(error: unknown, path: string): Failure {
  if (error instanceof DamagedDocument) return { kind: 'damaged', about: error.path, detail: '' };
  return storageFailure(error, path);
}

function isLock(lock: Lock | LockDocument): lock is Lock {
  return 'release' in lock;
}
