// The page job that takes the articles out of a PDF: nothing of it is believed. Documents must have their shape, blobs be
// what their names say, and the pages are cleaned once more. Runs in the bounded worker.

import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { cleanAgain } from '../clean/clean-page.ts';
import { cleanCss } from '../clean/clean-style.ts';
import { readAttachedFiles, type PackedFiles } from '../intake/pdf.ts';
import { documentShapes, holds, type Shape } from '../library/document-shapes.ts';
import { annotationsFile, articleFile, articleFolder, captureFolder, isBlobPath, manifestFile, originalFile, readerFile } from '../library/paths.ts';
import type { Bundle, BundledArticle, BundledCapture } from '../model/bundle.ts';
import { libraryFormat, type AnnotationsDocument, type ArticleDocument, type ManifestDocument } from '../model/documents.ts';
import { isId } from '../model/id.ts';

/** What a page shows: no pages, no programs. */
const shown = /\.(?:avif|bmp|gif|heic|ico|jpe?g|jxl|png|svg|tiff?|webp|mp3|m4a|ogg|wav|mp4|webm|css|woff2?|ttf|otf)$/;
/** Bytes of a source, unpacked. */
const largestSource = 200_000_000;

/** Null for a PDF that holds no article of ours. */
export async function unpackBundle({ bytes }: { readonly bytes: Uint8Array }): Promise<Bundle | null> {
  const files = await readAttachedFiles(bytes);
  if (files === null) return null;
  const ids = Object.keys(files).flatMap((path) => /^articles\/\d{4}\/([^/]+)\/article\.json$/.exec(path)?.[1] ?? []);
  const articles = ids.filter(isId).map((id) => articleIn(files, id)).filter((article) => article !== null);
  if (articles.length === 0) return null;
  const blobs = Object.fromEntries(Object.entries(files).filter(([path, content]) => isBlob(path, content)));
  return { articles: articles.map((article) => withBlobs(article, blobs)), blobs };
}

function articleIn(files: PackedFiles, id: string): BundledArticle | null {
  const folder = articleFolder(id);
  const document = documentIn<ArticleDocument>(files, `${folder}/${articleFile}`, documentShapes.article);
  if (document === null || document.id !== id || document.format > libraryFormat) return null;
  const marks = documentIn<AnnotationsDocument>(files, `${folder}/${annotationsFile}`, documentShapes.annotations)?.items ?? [];
  const captures = document.captures.map((entry) => captureIn(files, id, entry.id)).filter((capture) => capture !== null);
  const first = captures.find(({ manifest }) => manifest.captureId === document.shown);
  if (first === undefined) return null;
  const entries = document.captures.filter((entry) => captures.some(({ manifest }) => manifest.captureId === entry.id));
  return {
    document: { ...document, captures: entries, deletedAt: null },
    marks: marks.filter(isMark),
    captures: [first, ...captures.filter((capture) => capture !== first)],
  };
}

function captureIn(files: PackedFiles, id: string, captureId: string): BundledCapture | null {
  const folder = captureFolder(articleFolder(id), captureId);
  const manifest = documentIn<ManifestDocument>(files, `${folder}/${manifestFile}`, documentShapes.manifest);
  if (manifest?.captureId !== captureId || manifest.articleId !== id) return null;
  const sources = sourcesIn(files, folder, manifest);
  const [reader, original] = [readerFile, originalFile].map((name) => files[`${folder}/${name}`]);
  if (sources === null || reader === undefined || original === undefined) return null;
  const pages = { reader: cleanAgain(text(reader), 'reader'), original: cleanAgain(text(original), 'original') };
  const views = { reader: viewOf(pages.reader), original: viewOf(pages.original) };
  return { manifest: { ...manifest, views }, ...pages, sources };
}

/** The page's bytes and those of the pages that follow it; null where one is not there. */
function sourcesIn(files: PackedFiles, folder: string, { page, further = [] }: ManifestDocument): Uint8Array[] | null {
  const sources: Uint8Array[] = [];
  for (const { source } of [page, ...further]) {
    const bytes = /^source(?:-\d{1,3})?\.[a-z0-9]{1,8}(?:\.zst)?$/.test(source) ? files[`${folder}/${source}`] : undefined;
    const unpacked = bytes !== undefined && source.endsWith('.zst') ? unpack(bytes) : (bytes ?? null);
    if (unpacked === null) return null;
    sources.push(unpacked);
  }
  return sources;
}

/** A resource whose file did not come along is missing, and says so. */
function withBlobs(article: BundledArticle, blobs: PackedFiles): BundledArticle {
  const captures = article.captures.map((capture) => {
    const resources = capture.manifest.resources.map((resource) =>
      resource.path === null || Object.hasOwn(blobs, resource.path) ? resource : { ...resource, path: null, sha256: null, got: null, missing: 'not-attached' },
    );
    return { ...capture, manifest: { ...capture.manifest, resources } };
  });
  const { lead } = article.document;
  const document = lead?.path == null || Object.hasOwn(blobs, lead.path) ? article.document : { ...article.document, lead: { ...lead, path: null } };
  return { ...article, document, captures };
}

function isBlob(path: string, content: Uint8Array): boolean {
  if (!isBlobPath(path) || !shown.test(path)) return false;
  if (path.slice(9, 73) !== createHash('sha256').update(content).digest('hex')) return false;
  // A stored style sheet is clean already; one that is not could name something outside.
  return !path.endsWith('.css') || cleanCss(text(content), 'stylesheet', null, {}) === text(content);
}

function isMark(mark: Annotation): boolean {
  return mark.type === 'Annotation' && typeof mark.created === 'string' && typeof mark.modified === 'string';
}

function documentIn<T>(files: PackedFiles, path: string, shape: Shape): T | null {
  const bytes = files[path];
  if (bytes === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(text(bytes));
    return holds(shape, parsed) ? (parsed as T) : null;
  } catch {
    return null;
  }
}

function unpack(source: Uint8Array): Uint8Array | null {
  try {
    return zstdDecompressSync(source, { maxOutputLength: largestSource });
  } catch {
    return null;
  }
}

function viewOf(html: string): ManifestDocument['views']['reader'] {
  return { sha256: createHash('sha256').update(html).digest('hex'), bytes: Buffer.byteLength(html) };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
