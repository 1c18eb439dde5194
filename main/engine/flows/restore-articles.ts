// Articles that lie attached in a PDF come back into the library: with their captures, pictures and marks where they are
// not here, and with what they bring of these where they are.

import { extname } from 'node:path';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { LocatedArticle } from '../library/library.ts';
import type { CaptureFiles, Staging } from '../library/staging.ts';
import { articleFolder } from '../library/paths.ts';
import { mergeMarks } from '../marks/merge-marks.ts';
import { isWeb } from '../model/address.ts';
import type { Bundle, BundledArticle, BundledCapture } from '../model/bundle.ts';
import { changeMarks } from './annotate.ts';
import type { EngineContext } from './context.ts';
import { indexedArticle } from './index-article.ts';
import { knownAlready } from './stages/identify.ts';

/** Bytes: a book of many articles with all their pictures. */
const largest = 1_000_000_000;

export interface Restored {
  readonly article: LocatedArticle;
  /** It was here before. */
  readonly wasHere: boolean;
}

export function isPdf(input: string): boolean {
  return !isWeb(input) && extname(input).toLowerCase() === '.pdf';
}

/** One for each article in it. Failures: `not-found`, `too-large`, `not-an-article` (a PDF that Offprint did not make), `cancelled`. */
export async function restoreArticles(context: EngineContext, path: string, signal: AbortSignal): Promise<Result<readonly Restored[]>> {
  const bundle = await readBundle(context, path, signal);
  if (!bundle.ok) return bundle;
  const restored: Restored[] = [];
  for (const article of bundle.value.articles) {
    if (signal.aborted) return fail('cancelled', path);
    const one = await restoreOne(context, article, bundle.value.blobs);
    if (!one.ok) return one;
    restored.push(one.value);
  }
  context.changed('articles');
  context.changed('marks');
  return ok(restored);
}

async function readBundle(context: EngineContext, path: string, signal: AbortSignal): Promise<Result<Bundle>> {
  const { files, pages } = context.ports;
  const stat = await files.stat(path);
  if (stat === null) return fail('not-found', path, 'no such file');
  if (stat.kind !== 'file') return fail('bad-input', path, 'not a plain file');
  if (stat.bytes > largest) return fail('too-large', path, `${Math.round(stat.bytes / 1e6)} MB`);
  const bytes = await files.read(path);
  if (bytes === null) return fail('not-found', path, 'no such file');
  const bundle = await pages.run('unpackBundle', { bytes }, signal);
  if (!bundle.ok) return { ok: false, failure: { ...bundle.failure, about: path } };
  return bundle.value === null ? fail('not-an-article', path) : ok(bundle.value);
}

async function restoreOne(context: EngineContext, bundled: BundledArticle, blobs: Bundle['blobs']): Promise<Result<Restored>> {
  const here = await articleHere(context, bundled);
  const staging = context.library.openStaging();
  try {
    if (here === null) await commitNew(staging, bundled, blobs);
    // An article that was saved anew from the same address keeps its own captures, and takes the marks.
    else if (here.document.id === bundled.document.id) await addCaptures(staging, here, bundled, blobs);
  } finally {
    await staging.discard();
  }
  const id = here?.document.id ?? bundled.document.id;
  if (here === null || bundled.marks.length > 0) {
    const merged = await addMarks(context, id, bundled);
    if (!merged.ok) return merged;
  }
  const entry = await indexedArticle(context, id, new AbortController().signal);
  if (entry !== null) context.index.put(entry);
  const located = await context.library.article(id);
  return located.ok ? ok({ article: located.value, wasHere: here !== null }) : located;
}

/** The article itself, taken out of the trash where it lies there, or one that is known by the same address. */
async function articleHere(context: EngineContext, { document }: BundledArticle): Promise<LocatedArticle | null> {
  const { library } = context;
  const itself = await library.article(document.id);
  if (!itself.ok) return (await knownAlready(context, document.knownAs))?.known ?? null;
  if (itself.value.document.deletedAt === null) return itself.value;
  await library.fromTrash(document.id);
  const back = await library.article(document.id);
  return back.ok ? back.value : null;
}

async function commitNew(staging: Staging, { document, captures }: BundledArticle, blobs: Bundle['blobs']): Promise<void> {
  const [first, ...others] = captures;
  if (first === undefined) throw new Error('an article has a capture');
  const entries = document.captures.filter(({ id }) => id === first.manifest.captureId);
  await putBlobs(staging, captures, blobs);
  await staging.commitArticle({ ...document, captures: entries }, filesOf(first));
  for (const capture of others) await commitCapture(staging, articleFolder(document.id), document, capture);
}

async function addCaptures(staging: Staging, here: LocatedArticle, { document, captures }: BundledArticle, blobs: Bundle['blobs']): Promise<void> {
  const missing = captures.filter(({ manifest }) => !here.document.captures.some(({ id }) => id === manifest.captureId));
  await putBlobs(staging, missing, blobs);
  for (const capture of missing) await commitCapture(staging, here.folder, document, capture);
}

async function commitCapture(staging: Staging, folder: string, document: BundledArticle['document'], capture: BundledCapture): Promise<void> {
  const entry = document.captures.find(({ id }) => id === capture.manifest.captureId);
  if (entry === undefined) return;
  await staging.commitCapture(folder, filesOf(capture), (article) => {
    article.captures = [...article.captures, entry].sort((one, other) => (one.capturedAt < other.capturedAt ? -1 : 1));
  });
}

async function putBlobs(staging: Staging, captures: readonly BundledCapture[], blobs: Bundle['blobs']): Promise<void> {
  for (const path of new Set(captures.flatMap(({ manifest }) => manifest.resources.map((resource) => resource.path)))) {
    const bytes = path === null ? undefined : blobs[path];
    if (path !== null && bytes !== undefined) await staging.putBlob(bytes, path.slice(path.lastIndexOf('.') + 1));
  }
}

function filesOf({ manifest, reader, original, sources }: BundledCapture): CaptureFiles {
  const [source, ...further] = sources;
  if (source === undefined) throw new Error('a capture has its page');
  return { manifest, reader, original, source, further };
}

function addMarks(context: EngineContext, id: string, { marks }: BundledArticle): Promise<Result<number>> {
  return changeMarks(context, id, (held) => {
    const merged = mergeMarks(held.items, marks);
    held.items = [...merged.items];
    return ok(merged.added);
  });
}
