// Packs articles as the library has them, to lie attached in a PDF: documents, captures, and every blob that these name.

// Its form for Node makes a `require` of its own, which does not go with the bundler's.
import { zipSync, type ZippableFile } from 'fflate/browser';
import { annotationsFile, articleFile, articleFolder, captureFolder, isBlobPath, manifestFile, originalFile, readerFile } from '../library/paths.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { EngineContext } from './context.ts';

/** Bytes. Further captures than the one that is shown come along up to here. */
const roomForMore = 100_000_000;

type Files = Record<string, ZippableFile>;

/** The zip; null where none of the articles can be read. What is missing or damaged of one is left out. */
export async function bundleArticles(context: EngineContext, ids: readonly string[]): Promise<Uint8Array | null> {
  const files: Files = {};
  for (const id of ids) await addArticle(context, id, files);
  return Object.keys(files).length === 0 ? null : zipSync(files);
}

async function addArticle(context: EngineContext, id: string, files: Files): Promise<void> {
  const { library } = context;
  const located = await library.article(id);
  if (!located.ok) return;
  const { folder, document } = located.value;
  const others = document.captures.map((capture) => capture.id).filter((capture) => capture !== document.shown);
  const attached: string[] = [];
  for (const capture of [document.shown, ...others.toReversed()]) {
    if (attached.length > 0 && sizeOf(files) > roomForMore) break;
    const manifest = await library.manifest(folder, capture);
    if (manifest.ok && (await addCapture(context, folder, id, manifest.value, files))) attached.push(capture);
  }
  if (!attached.includes(document.shown)) return;
  const captures = document.captures.filter((capture) => attached.includes(capture.id));
  const marks = await library.annotations(folder).catch(() => null);
  files[`${articleFolder(id)}/${articleFile}`] = json({ ...document, captures, deletedAt: null });
  if (marks !== null) files[`${articleFolder(id)}/${annotationsFile}`] = json(marks);
}

/** Whether it is whole: both views and the sources. */
async function addCapture({ library }: EngineContext, folder: string, id: string, manifest: ManifestDocument, files: Files): Promise<boolean> {
  const from = captureFolder(folder, manifest.captureId);
  const to = captureFolder(articleFolder(id), manifest.captureId);
  const sources = [manifest.page, ...(manifest.further ?? [])].map(({ source }) => source);
  for (const name of [readerFile, originalFile, ...sources]) {
    const bytes = await library.read(`${from}/${name}`);
    if (bytes === null) return false;
    files[`${to}/${name}`] = [bytes, { level: name.endsWith('.zst') ? 0 : 6 }];
  }
  files[`${to}/${manifestFile}`] = json(manifest);
  for (const { path } of manifest.resources) {
    if (path === null || !isBlobPath(path) || path in files) continue;
    const bytes = await library.read(path);
    // Pictures are packed already.
    if (bytes !== null) files[path] = [bytes, { level: 0 }];
  }
  return true;
}

function json(document: unknown): ZippableFile {
  return [Buffer.from(JSON.stringify(document, null, 2)), { level: 6 }];
}

function sizeOf(files: Files): number {
  return Object.values(files).reduce((sum, file) => sum + (Array.isArray(file) && file[0] instanceof Uint8Array ? file[0].byteLength : 0), 0);
}
