// A save in the making: its new blobs and its capture lie in `tmp/<id>/` until all of it is there. Then the blobs move
// first and the article last, so that nothing is visible before it is complete. What a failure or a crash leaves in the
// middle of that is undone by the journal (commit-journal.ts); the rest of it is swept at start.

import { createHash, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import type { CleanHtml } from '../model/clean-html.ts';
import type { ArticleDocument, ManifestDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { removeJournal, undoCommit, writeJournal, type CommitJournal } from './commit-journal.ts';
import { changeDocument, writeDocument } from './document-file.ts';
import { annotationsFile, articleFile, articleFolder, blobPath, captureFolder, manifestFile, onDisk, originalFile, readerFile, temporaryFolder } from './paths.ts';

export interface StoredBlob {
  /** Inside the library. */
  readonly path: string;
  readonly sha256: string;
}

export interface CaptureFiles {
  readonly manifest: ManifestDocument;
  readonly reader: CleanHtml;
  readonly original: CleanHtml;
  readonly source: Uint8Array;
  /** The bytes of further pages, in the order of the manifest. */
  readonly further: readonly Uint8Array[];
}

export interface Staging {
  /** Keeps bytes under the name of their content; the same bytes are kept once. `extension` without a dot. */
  putBlob(bytes: Uint8Array, extension: string): Promise<StoredBlob>;
  /** Lets go of a blob that this save put there and does not want after all. Nothing happens for one that it did not put. */
  dropBlob(path: string): Promise<void>;
  /** Makes a new article with its first capture visible, in one step. */
  commitArticle(article: ArticleDocument, capture: CaptureFiles): Promise<void>;
  /** Adds a capture to an article that is there, and changes its document with it. */
  commitCapture(articleFolderPath: string, capture: CaptureFiles, change: (article: ArticleDocument) => void): Promise<ArticleDocument | null>;
  /** Drops what was not committed. Always called at the end; harmless after a commit. */
  discard(): Promise<void>;
}

/** Runs while neither another commit nor a collection of blobs does. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

export interface StagingParts {
  readonly files: FilesPort;
  readonly library: string;
  /** Blobs that a running save counts on: what is in it must not be collected. */
  readonly held: Map<string, number>;
  readonly alone: Alone;
  /** Whether a blob was found not to hold what its name says: then it is written anew. */
  readonly isDamaged: (path: string) => boolean;
}

export function openStaging({ files, library, held, alone, isDamaged }: StagingParts): Staging {
  const folder = `${temporaryFolder}/${randomUUID()}`;
  const staged = new Map<string, string>();
  const holding = new Set<string>();
  let discarded = false;
  /** Made once, for the first blob. */
  let blobsFolder: Promise<void> | null = null;
  let isLeftToNextStart = false;
  const disk = (path: string): string => onDisk(library, path);

  function hold(path: string): void {
    if (holding.has(path)) return;
    holding.add(path);
    held.set(path, (held.get(path) ?? 0) + 1);
  }

  async function putBlob(bytes: Uint8Array, extension: string): Promise<StoredBlob> {
    if (discarded) throw new Error('this save was given up');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = blobPath(sha256, extension);
    const isNew = !holding.has(path);
    hold(path);
    if (isNew && (isDamaged(path) || (await files.stat(disk(path)))?.bytes !== bytes.byteLength)) {
      await (blobsFolder ??= files.makeFolder(disk(`${folder}/blobs`)));
      const temporary = `${folder}/blobs/${sha256}.${extension}`;
      await files.writeNew(disk(temporary), bytes);
      staged.set(path, temporary);
    }
    return { path, sha256 };
  }

  /** Staged blobs that nobody has brought in meanwhile. */
  async function newBlobs(): Promise<string[]> {
    const fresh: string[] = [];
    for (const path of staged.keys()) if ((await files.stat(disk(path))) === null) fresh.push(path);
    return fresh;
  }

  async function dropBlob(path: string): Promise<void> {
    if (!holding.delete(path)) return;
    release(path);
    const temporary = staged.get(path);
    staged.delete(path);
    if (temporary !== undefined) await files.remove(disk(temporary));
  }

  function release(path: string): void {
    const count = (held.get(path) ?? 1) - 1;
    if (count === 0) held.delete(path);
    else held.set(path, count);
  }

  async function moveBlobs(): Promise<void> {
    const folders = new Set<string>();
    for (const [path, temporary] of staged) {
      const target = dirname(disk(path));
      if (!folders.has(target)) await files.makeFolder(target);
      folders.add(target);
      await files.rename(disk(temporary), disk(path));
    }
    for (const target of folders) await files.syncFolder(target);
    if (folders.size > 0) await files.syncFolder(disk('blobs'));
    staged.clear();
  }

  /** Moves the blobs, then makes the capture visible; all of it or nothing. */
  function commit<T>(articleId: string, captureId: string, show: () => Promise<T>): Promise<T> {
    return alone(async () => {
      const journal: CommitJournal = { articleId, captureId, blobs: await newBlobs() };
      await writeJournal(files, library, folder, journal);
      try {
        await moveBlobs();
        const shown = await show();
        await removeJournal(files, library, folder);
        return shown;
      } catch (error) {
        const isAnothers = (path: string): boolean => (held.get(path) ?? 0) > 1;
        // Where even that fails, the next start does it, by the journal.
        isLeftToNextStart = !(await undoCommit(files, library, journal, isAnothers).then(() => true, () => false));
        throw error;
      }
    });
  }

  async function moveFolder(from: string, to: string): Promise<void> {
    await files.makeFolder(dirname(disk(to)));
    await files.rename(disk(from), disk(to));
    await files.syncFolder(dirname(disk(to)));
  }

  return {
    putBlob,
    dropBlob,
    async commitArticle(article, capture) {
      const draft = `${folder}/article`;
      const { captureId } = capture.manifest;
      await writeCapture(files, disk(captureFolder(draft, captureId)), capture);
      await writeDocument(files, disk(`${draft}/${annotationsFile}`), { format: article.format, items: [] }, disk(folder));
      await writeDocument(files, disk(`${draft}/${articleFile}`), article, disk(folder));
      await commit(article.id, captureId, () => moveFolder(draft, articleFolder(article.id)));
    },
    async commitCapture(articleFolderPath, capture, change) {
      const { articleId, captureId } = capture.manifest;
      await writeCapture(files, disk(`${folder}/capture`), capture);
      return commit(articleId, captureId, async () => {
        await moveFolder(`${folder}/capture`, captureFolder(articleFolderPath, captureId));
        return changeDocument<ArticleDocument>(files, disk(`${articleFolderPath}/${articleFile}`), change, disk(folder));
      });
    },
    async discard() {
      discarded = true;
      for (const path of holding) release(path);
      holding.clear();
      // What is done is done: a folder that cannot be removed now is swept away at the next start.
      if (!isLeftToNextStart) await files.remove(disk(folder)).catch(() => undefined);
    },
  };
}

async function writeCapture(files: FilesPort, folder: string, capture: CaptureFiles): Promise<void> {
  const at = (name: string): string => onDisk(folder, name);
  await files.makeFolder(folder);
  const { page, further = [] } = capture.manifest;
  for (const [index, { source }] of [page, ...further].entries()) {
    const bytes = [capture.source, ...capture.further][index];
    if (bytes === undefined) throw new Error('each page of a manifest has its bytes');
    await files.writeNew(at(source), source.endsWith('.zst') ? zstdCompressSync(bytes) : bytes);
  }
  await files.writeNew(at(readerFile), Buffer.from(capture.reader));
  await files.writeNew(at(originalFile), Buffer.from(capture.original));
  await writeDocument(files, at(manifestFile), capture.manifest, folder);
}
