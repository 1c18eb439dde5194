// Stage 5: the article and its capture come into the library, in one step.

import { createHash } from 'node:crypto';
import { storageFailure } from '../../library/storage-failure.ts';
import type { CaptureFiles } from '../../library/staging.ts';
import { articleFolder } from '../../library/paths.ts';
import { libraryFormat, type ArticleDocument, type CaptureEntry, type FurtherPage, type ManifestDocument, type StoredView } from '../../model/documents.ts';
import type { RawPage } from '../../model/raw-page.ts';
import { newId } from '../../model/id.ts';
import { isComplete } from '../capture-count.ts';
import { worseReason } from '../judge-capture.ts';
import type { Cleaned, Committed, KnownAlready } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';
import { pageNames } from './capture.ts';
import { namesOf } from './identify.ts';

type Outcome = StageOutcome<Committed, KnownAlready>;

export async function commit(state: Cleaned): Promise<Outcome> {
  const capturedAt = state.context.ports.now();
  const captureId = newId(capturedAt);
  const articleId = state.target?.document.id ?? newId(capturedAt);
  const manifest = manifestOf(state, articleId, captureId, capturedAt);
  const files: CaptureFiles = { manifest, reader: state.pages.reader, original: state.pages.original, source: state.page.bytes, further: state.further.map(({ page }) => page.bytes) };
  try {
    return state.target === null ? await commitNew(state, files) : await commitFurther(state, files, state.target.document.id);
  } catch (error) {
    return { failure: storageFailure(error, state.context.library.path) };
  }
}

async function commitNew(state: Cleaned, files: CaptureFiles): Promise<Outcome> {
  const article = articleOf(state, files.manifest);
  await state.staging.commitArticle(article, files);
  return { next: { ...state, article: { folder: articleFolder(article.id), document: article }, manifest: files.manifest } };
}

async function commitFurther(state: Cleaned, files: CaptureFiles, id: string): Promise<Outcome> {
  const { library } = state.context;
  return library.inTurn(id, async (): Promise<Outcome> => {
    const located = await library.article(id);
    if (!located.ok) return { failure: located.failure };
    const { folder } = located.value;
    const changed = await state.staging.commitCapture(folder, files, (article) => addCapture(article, state, files.manifest));
    return { next: { ...state, article: { folder, document: changed ?? located.value.document }, manifest: files.manifest } };
  });
}

/** A recapture that came out worse never becomes the one shown, nor does what completes a capture that is not. */
function addCapture(article: ArticleDocument, state: Cleaned, manifest: ManifestDocument): void {
  const entry = captureEntry(state, manifest);
  const shown = article.captures.find(({ id }) => id === article.shown);
  const worse = worseReason({ words: article.words, images: shown?.images ?? entry.images }, { words: state.draft.words, images: entry.images }, state.draft.text);
  if (worse !== null) entry.worse = worse;
  article.captures.push(entry);
  if (state.retry === null) article.knownAs = [...new Set([...article.knownAs, ...knownNames(state)])];
  if (worse !== null || (state.retry !== null && state.retry.captureId !== article.shown)) return;
  article.shown = entry.id;
  article.complete = isComplete(manifest);
  article.words = state.draft.words;
  article.excerpt = state.draft.excerpt;
  article.modified = state.draft.modified ?? article.modified;
  article.section = state.draft.section ?? article.section ?? null;
  const lead = leadOf(state);
  if (lead !== null && lead.path !== null) article.lead = lead;
}

function articleOf(state: Cleaned, manifest: ManifestDocument): ArticleDocument {
  const { draft, page } = state;
  return {
    format: libraryFormat,
    id: manifest.articleId,
    title: draft.title,
    subtitle: draft.subtitle,
    byline: draft.byline,
    site: draft.site,
    section: draft.section,
    url: page.url,
    knownAs: knownNames(state),
    published: draft.published,
    modified: draft.modified,
    language: draft.language,
    tags: [...new Set([...draft.tags.slice(0, 20), ...state.options.tags])],
    words: draft.words,
    excerpt: draft.excerpt,
    state: { read: false, starred: false, archived: false },
    savedAt: manifest.capturedAt,
    deletedAt: null,
    lead: leadOf(state),
    captures: [captureEntry(state, manifest)],
    shown: manifest.captureId,
    complete: isComplete(manifest),
  };
}

function manifestOf(state: Cleaned, articleId: string, captureId: string, capturedAt: Date): ManifestDocument {
  const { page, pages, source, further } = state;
  return {
    format: libraryFormat,
    captureId,
    articleId,
    capturedAt: capturedAt.toISOString(),
    software: state.context.software,
    mode: page.mode,
    page: {
      ...storedPage(page, source.kind === 'web' ? source.url : (source.earlier?.page.url ?? `source.${page.extension}`), 'source'),
      headers: withoutSecrets(page.headers),
    },
    ...(further.length === 0 ? {} : { further: further.map((one, index) => storedPage(one.page, one.page.url, `source-${index + 2}`)) }),
    resources: [...state.resources],
    views: { reader: viewOf(pages.reader), original: viewOf(pages.original) },
    tookMs: capturedAt.getTime() - state.startedAt.getTime(),
  };
}

function storedPage(page: RawPage, url: string | null, name: string): FurtherPage {
  const { finalUrl, base, status, charset, bytes, extension } = page;
  return {
    url, finalUrl, base, status, charset,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    source: extension === 'html' ? `${name}.html.zst` : `${name}.${extension}`,
  };
}

/** A cookie opens doors long after the page was saved. */
function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(set-cookie2?|authorization|www-authenticate)$/i.test(name)));
}

function viewOf(html: string): StoredView {
  return { sha256: createHash('sha256').update(html).digest('hex'), bytes: Buffer.byteLength(html) };
}

function captureEntry({ draft, retry }: Cleaned, manifest: ManifestDocument): CaptureEntry {
  const images = manifest.resources.filter(({ role }) => role === 'image');
  return {
    id: manifest.captureId,
    capturedAt: manifest.capturedAt,
    mode: manifest.mode,
    images: { found: images.length, saved: images.filter(({ path }) => path !== null).length },
    offline: null,
    words: draft.words,
    ...(retry === null ? {} : { completes: retry.captureId }),
  };
}

function leadOf(state: Cleaned): ArticleDocument['lead'] {
  const { lead } = state.draft;
  if (lead === null) return null;
  return { url: lead, path: state.resources.find(({ url }) => url === lead)?.path ?? null };
}

function knownNames(state: Cleaned): string[] {
  return [...new Set([...namesOf(state.source), ...pageNames(state.page, state.survey), ...state.further.flatMap(({ page, survey }) => pageNames(page, survey))])];
}
