// Copies a library into another folder, which is then a library too. What is there already is not copied again; what is
// copied is read back. What was removed here for good stays there: a backup that forgets with its library is none.

import { createHash } from 'node:crypto';
import { dirname, relative, isAbsolute } from 'node:path';
import type { BackupReport } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { LibraryDocument, ManifestDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { readDocument, replaceBytes } from './document-file.ts';
import type { ArticleOnDisk, Library } from './library.ts';
import { annotationsFile, articleFile, captureFolder, isBlobPath, libraryFile, onDisk, searchesFile, temporaryFolder } from './paths.ts';

interface Copying {
  readonly files: FilesPort;
  readonly library: Library;
  readonly to: string;
  readonly signal: AbortSignal;
  readonly report: { articles: number; copied: number; bytes: number; unchanged: number; readonly damaged: string[] };
}

/**
 * @param to the backup's folder: empty, not there, or an earlier backup of this library.
 * @param progress is told how many articles are done.
 * Failures: `bad-input` (another library or other things in it, or a folder inside the library or around it). @throws the signal's reason.
 */
export async function backUp(files: FilesPort, library: Library, to: string, signal: AbortSignal, progress: (articles: number) => void): Promise<Result<BackupReport>> {
  const refused = await whyNot(files, library, to);
  if (refused !== null) return fail('bad-input', to, refused);
  const copying: Copying = { files, library, to, signal, report: { articles: 0, copied: 0, bytes: 0, unchanged: 0, damaged: [] } };
  // First, so that a backup that is cut short opens too.
  for (const name of [libraryFile, searchesFile]) await copyDocument(copying, name);
  for await (const article of library.walk()) {
    signal.throwIfAborted();
    await library.inTurn(article.id, () => copyArticle(copying, article));
    copying.report.articles += 1;
    progress(copying.report.articles);
  }
  return ok(copying.report);
}

async function whyNot(files: FilesPort, library: Library, to: string): Promise<string | null> {
  if (isInside(to, library.path) || isInside(library.path, to)) return 'a backup lies outside its library';
  const there = await readDocument<LibraryDocument>(files, onDisk(to, libraryFile)).catch(() => null);
  if (there !== null) return there.id === library.document.id ? null : 'another library lies there';
  return (await files.list(to)).length === 0 ? null : 'this folder holds other things: choose an empty one';
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** Blobs first, the article's document last, as a save does. */
async function copyArticle(copying: Copying, { id, folder }: ArticleOnDisk): Promise<void> {
  const { library } = copying;
  const located = await library.article(id);
  await followMove(copying, folder);
  if (located.ok) {
    for (const capture of located.value.document.captures) await copyCapture(copying, folder, capture.id);
  }
  for (const name of [annotationsFile, articleFile]) await copyDocument(copying, `${folder}/${name}`);
}

async function copyCapture(copying: Copying, folder: string, captureId: string): Promise<void> {
  const { files, library } = copying;
  const manifest = await library.manifest(folder, captureId);
  for (const path of manifest.ok ? blobsOf(manifest.value) : []) await copyOnce(copying, path);
  const inside = captureFolder(folder, captureId);
  for (const { name, kind } of await files.list(onDisk(library.path, inside))) if (kind === 'file') await copyOnce(copying, `${inside}/${name}`);
}

function blobsOf({ resources }: ManifestDocument): string[] {
  return resources.flatMap(({ path }) => (path !== null && isBlobPath(path) ? [path] : []));
}

/** An article that went into the trash, or out of it, since the last backup goes the same way there. */
async function followMove({ files, to }: Copying, folder: string): Promise<void> {
  const other = folder.startsWith('trash/') ? folder.replace('trash/', 'articles/') : folder.replace('articles/', 'trash/');
  if ((await files.stat(onDisk(to, other))) === null || (await files.stat(onDisk(to, folder))) !== null) return;
  await files.makeFolder(dirname(onDisk(to, folder)));
  await files.rename(onDisk(to, other), onDisk(to, folder));
}

/** A file that never changes once it is there. */
async function copyOnce(copying: Copying, path: string): Promise<void> {
  const { files, library, to, signal, report } = copying;
  signal.throwIfAborted();
  const there = await files.stat(onDisk(to, path));
  if (there !== null && there.bytes === (await files.stat(onDisk(library.path, path)))?.bytes) {
    report.unchanged += 1;
    return;
  }
  const bytes = await files.read(onDisk(library.path, path));
  // What is damaged here must not take the place of what may be whole there.
  if (bytes === null || (isBlobPath(path) && !path.includes(`/${sha256(bytes)}.`))) report.damaged.push(path);
  else await put(copying, path, bytes);
}

async function copyDocument(copying: Copying, path: string): Promise<void> {
  const { files, library, to, report } = copying;
  const bytes = await files.read(onDisk(library.path, path));
  const there = await files.read(onDisk(to, path));
  if (bytes === null) return;
  if (there !== null && Buffer.compare(bytes, there) === 0) report.unchanged += 1;
  else await put(copying, path, bytes);
}

async function put({ files, to, report }: Copying, path: string, bytes: Uint8Array): Promise<void> {
  const target = onDisk(to, path);
  await files.makeFolder(dirname(target));
  await replaceBytes(files, target, bytes, onDisk(to, temporaryFolder));
  const written = await files.read(target);
  if (written === null || Buffer.compare(written, bytes) !== 0) throw Object.assign(new Error(`not as written: ${target}`), { code: 'EIO' });
  report.copied += 1;
  report.bytes += bytes.byteLength;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
