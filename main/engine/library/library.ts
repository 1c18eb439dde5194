// The open library: its articles, captures, marks and blobs. The truth; it knows nothing of the index.

import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { isId } from '../model/id.ts';
import { fail, ok, type Failure, type Result } from '../../../preload/contract/result.ts';
import {
  libraryFormat,
  type AnnotationsDocument,
  type ArticleDocument,
  type LibraryDocument,
  type ManifestDocument,
  type SearchesDocument,
  type StoredView,
} from '../model/documents.ts';
import type { CleanHtml, CleanPages } from '../model/clean-html.ts';
import type { FilesPort } from '../model/ports.ts';
import type { Checkup } from './checkup.ts';
import { articleUnion, searchesUnion, uniteCopies } from './conflict-copies.ts';
import { changeDocument, DamagedDocument, readDocument, replaceBytes, setAside, writeDocument } from './document-file.ts';
import { documentShapes } from './document-shapes.ts';
import type { Lock } from './lock.ts';
import { annotationsFile, articleFile, articleFolder, captureFolder, manifestFile, onDisk, originalFile, readerFile, temporaryFolder, trashFolder } from './paths.ts';
import { changeSearches, readSearches } from './saved-searches.ts';
import { openStaging, type Alone, type Staging } from './staging.ts';
import { moveFromTrash, moveToTrash } from './trash.ts';
import { createTurns } from './turns.ts';

/** An article and the folder that it lies in, inside the library. */
export interface LocatedArticle {
  readonly folder: string;
  readonly document: ArticleDocument;
}

/** An article's folder as a walk over the disk finds it; `revision` changes when its documents do, and is empty without one. */
export interface ArticleOnDisk {
  readonly id: string;
  readonly folder: string;
  readonly revision: string;
}

export interface Library {
  readonly path: string;
  readonly document: LibraryDocument;
  /** Why nothing may be changed, or null. */
  readonly refusal: Failure | null;
  /** Blobs that running saves count on, by path. */
  readonly held: ReadonlyMap<string, number>;
  openStaging(): Staging;
  /** Runs while no save moves its blobs and its capture into place. */
  readonly alone: Alone;
  /** Failures: `not-found`, `damaged`. */
  article(id: string): Promise<Result<LocatedArticle>>;
  /** Changes an article's document; changes of one article wait for each other. */
  changeArticle(id: string, change: (article: ArticleDocument) => void): Promise<Result<LocatedArticle>>;
  /** Runs alone among the changes of one article. */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T>;
  manifest(folder: string, captureId: string): Promise<Result<ManifestDocument>>;
  /** Of the captures that lie in an article's folder, whether its document lists them or not. */
  captureIds(folder: string): Promise<readonly string[]>;
  annotations(folder: string): Promise<AnnotationsDocument>;
  changeAnnotations(folder: string, change: (document: AnnotationsDocument) => void): Promise<void>;
  /** The searches that are kept, none where they cannot be read. */
  searches(): Promise<SearchesDocument>;
  changeSearches(alter: (document: SearchesDocument) => void): Promise<SearchesDocument>;
  /** A file by its path inside the library, or null (also for a path that leads out of it). */
  read(path: string): Promise<Uint8Array | null>;
  /** A stored source's bytes as they came: unpacked where its name says that it is packed. */
  unpack(name: string, bytes: Uint8Array): Uint8Array;
  /** Every article's folder, trash included, in the order of their names; those after one, where one is given. */
  walk(after?: string | null): AsyncGenerator<ArticleOnDisk>;
  /** The folders that an article may lie in. */
  folders(id: string): readonly string[];
  /** Where an article lies and as what, or null. */
  onDisk(id: string): Promise<ArticleOnDisk | null>;
  revisionOf(folder: string): Promise<string | null>;
  /** What is known of damage. */
  readonly checkup: Checkup;
  /** Puts bytes where a file was lost or changed. Nothing that is whole may be handed over. */
  putBack(path: string, bytes: Uint8Array): Promise<void>;
  /** Puts other views in the place of a capture's, and says so in its manifest. */
  replaceViews(folder: string, captureId: string, pages: CleanPages): Promise<void>;
  /** Says in a capture's manifest that these blobs of it are lost for good. */
  sayLost(folder: string, captureId: string, blobs: readonly string[]): Promise<void>;
  /** Puts marks in the place of those that cannot be read, whose bytes are set aside. */
  replaceAnnotations(folder: string, items: readonly Annotation[]): Promise<void>;
  /** Puts a document in the place of an article's damaged one, whose bytes are set aside. */
  replaceArticle(folder: string, document: ArticleDocument): Promise<void>;
  /** Unites an article with the conflicting copies that a sync tool left beside it; true where there were any. */
  uniteCopies(found: ArticleOnDisk): Promise<boolean>;
  /** The same of the searches that are kept. */
  uniteSearches(): Promise<boolean>;
  toTrash(id: string, at: Date): Promise<Result<null>>;
  fromTrash(id: string): Promise<Result<null>>;
  close(): Promise<void>;
}

export interface LibraryParts {
  readonly files: FilesPort;
  readonly path: string;
  readonly document: LibraryDocument;
  /** Null for reading only. */
  readonly lock: Lock | null;
  readonly refusal: Failure | null;
  readonly checkup: Checkup;
  readonly now: () => Date;
}

export function createLibrary(parts: LibraryParts): Library {
  const { files, path, document, lock } = parts;
  const held = new Map<string, number>();
  const turns = createTurns();
  const alone: Alone = (work) => turns.take('blobs', work);
  const disk = (inside: string): string => onDisk(path, inside);
  const temporary = disk(temporaryFolder);
  const folders = (id: string): readonly string[] => (isId(id) ? [articleFolder(id), trashFolder(id)] : []);

  async function locate(id: string): Promise<Result<LocatedArticle>> {
    for (const folder of folders(id)) {
      try {
        const at = disk(`${folder}/${articleFile}`);
        const found = await readDocument<ArticleDocument>(files, at, documentShapes.article);
        if (found !== null && found.id !== id) throw new DamagedDocument(at);
        if (found !== null) return ok({ folder, document: found });
      } catch (error) {
        if (error instanceof DamagedDocument) return fail('damaged', id, error.path);
        throw error;
      }
    }
    return fail('not-found', id, 'no article has this id');
  }

  async function change(id: string, alter: (article: ArticleDocument) => void): Promise<Result<LocatedArticle>> {
    const located = await locate(id);
    if (!located.ok) return located;
    const { folder } = located.value;
    const changed = await changeDocument<ArticleDocument>(files, disk(`${folder}/${articleFile}`), alter, temporary, documentShapes.article);
    return changed === null ? fail('not-found', id) : ok({ folder, document: changed });
  }

  async function revisionOf(folder: string): Promise<string | null> {
    const article = await files.stat(disk(`${folder}/${articleFile}`));
    if (article === null) return null;
    const marks = await files.stat(disk(`${folder}/${annotationsFile}`));
    return `${article.modifiedMs}:${article.bytes}:${marks?.modifiedMs ?? 0}:${marks?.bytes ?? 0}`;
  }

  async function* walkFolder(parent: string, after: string): AsyncGenerator<ArticleOnDisk> {
    for (const entry of await files.list(disk(parent))) {
      const folder = `${parent}/${entry.name}`;
      if (entry.kind !== 'folder' || !isId(entry.name) || folder <= after) continue;
      yield { id: entry.name, folder, revision: (await revisionOf(folder)) ?? '' };
    }
  }

  /** Null where there is no document. */
  async function changedOrDamaged(at: string, alter: (document: AnnotationsDocument) => void): Promise<'changed' | DamagedDocument | null> {
    try {
      const changed = await changeDocument<AnnotationsDocument>(files, at, alter, temporary, documentShapes.annotations);
      return changed === null ? null : 'changed';
    } catch (error) {
      if (error instanceof DamagedDocument) return error;
      throw error;
    }
  }

  return {
    path,
    document,
    refusal: parts.refusal,
    held,
    openStaging: () => openStaging({ files, library: path, held, alone, isDamaged: (blob) => parts.checkup.isDamaged(blob) }),
    alone,
    article: locate,
    changeArticle: (id, alter) => turns.take(id, () => change(id, alter)),
    inTurn: (id, work) => turns.take(id, work),
    async manifest(folder, captureId) {
      const at = disk(`${captureFolder(folder, captureId)}/${manifestFile}`);
      try {
        const manifest = isId(captureId) ? await readDocument<ManifestDocument>(files, at, documentShapes.manifest) : null;
        return manifest === null ? fail('not-found', captureId, 'no capture has this id') : ok(manifest);
      } catch (error) {
        if (error instanceof DamagedDocument) return fail('damaged', captureId, error.path);
        throw error;
      }
    },
    captureIds: async (folder) => (await files.list(disk(`${folder}/captures`))).flatMap(({ name, kind }) => (kind === 'folder' && isId(name) ? [name] : [])),
    async annotations(folder) {
      const found = await readDocument<AnnotationsDocument>(files, disk(`${folder}/${annotationsFile}`), documentShapes.annotations);
      return found ?? { format: libraryFormat, items: [] };
    },
    async changeAnnotations(folder, alter) {
      const at = disk(`${folder}/${annotationsFile}`);
      const damaged = await changedOrDamaged(at, alter);
      if (damaged === 'changed') return;
      const fresh: AnnotationsDocument = { format: libraryFormat, items: [] };
      alter(fresh);
      // Marking goes on, and what could not be read is kept beside it; but a mark in what cannot be read can be neither changed nor removed.
      if (damaged !== null && fresh.items.length === 0) throw damaged;
      if (damaged !== null) await setAside(files, at, parts.now());
      await writeDocument(files, at, fresh, temporary);
    },
    searches: () => readSearches(files, path),
    changeSearches: (alter) => turns.take('searches', () => changeSearches(files, path, parts.now(), alter)),
    read: async (inside) => (inside.split(/[/\\]/).includes('..') ? null : files.read(disk(inside))),
    unpack: (name, bytes) => (name.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes),
    async *walk(after = null) {
      for (const place of ['articles', 'trash']) {
        for (const year of await files.list(disk(place))) {
          if (year.kind === 'folder' && /^\d{4}$/.test(year.name)) yield* walkFolder(`${place}/${year.name}`, after ?? '');
        }
      }
    },
    folders,
    async onDisk(id) {
      for (const folder of folders(id)) {
        const revision = await revisionOf(folder);
        if (revision !== null) return { id, folder, revision };
      }
      return null;
    },
    checkup: parts.checkup,
    async putBack(inside, bytes) {
      await files.makeFolder(dirname(disk(inside)));
      await replaceBytes(files, disk(inside), bytes, temporary);
    },
    async replaceViews(folder, captureId, { reader, original }) {
      const inside = disk(captureFolder(folder, captureId));
      for (const [name, html] of [[readerFile, reader], [originalFile, original]] as const) await replaceBytes(files, onDisk(inside, name), Buffer.from(html), temporary);
      const views = { reader: storedView(reader), original: storedView(original) };
      await changeDocument<ManifestDocument>(files, onDisk(inside, manifestFile), (manifest) => void (manifest.views = views), temporary, documentShapes.manifest);
    },
    async sayLost(folder, captureId, blobs) {
      const at = disk(`${captureFolder(folder, captureId)}/${manifestFile}`);
      const say = (manifest: ManifestDocument): void => void (manifest.lost = [...new Set([...(manifest.lost ?? []), ...blobs])]);
      await changeDocument<ManifestDocument>(files, at, say, temporary, documentShapes.manifest);
    },
    async replaceAnnotations(folder, items) {
      const at = disk(`${folder}/${annotationsFile}`);
      await setAside(files, at, parts.now());
      await writeDocument(files, at, { format: libraryFormat, items: [...items] }, temporary);
    },
    revisionOf,
    async replaceArticle(folder, article) {
      const at = disk(`${folder}/${articleFile}`);
      await setAside(files, at, parts.now());
      await writeDocument(files, at, article, temporary);
    },
    uniteCopies: ({ id, folder }) => turns.take(id, () => uniteCopies(files, path, folder, articleUnion)),
    uniteSearches: () => turns.take('searches', () => uniteCopies(files, path, '', searchesUnion)),
    toTrash: (id, at) =>
      turns.take(id, async () => {
        const located = await locate(id);
        if (!located.ok) return located;
        if (located.value.document.deletedAt === null) await moveToTrash(files, path, id, at);
        return ok(null);
      }),
    fromTrash: (id) =>
      turns.take(id, async () => {
        const located = await locate(id);
        if (!located.ok) return located;
        if (located.value.document.deletedAt !== null) await moveFromTrash(files, path, id, located.value.folder);
        return ok(null);
      }),
    close: async () => lock?.release(),
  };
}

function storedView(html: CleanHtml): StoredView {
  return { sha256: createHash('sha256').update(html).digest('hex'), bytes: Buffer.byteLength(html) };
}
