// An article whose document is damaged, made anew from its captures and from what the index still knows of it. The damaged
// bytes are set aside, not thrown away.

import { ok, type Result } from '../../../preload/contract/result.ts';
import type { ArticleOnDisk, LocatedArticle } from '../library/library.ts';
import { comparable } from '../model/address.ts';
import { libraryFormat, type ArticleDocument, type CaptureEntry, type ManifestDocument } from '../model/documents.ts';
import type { Draft } from '../model/draft.ts';
import { madeAt } from '../model/id.ts';
import { isComplete } from './capture-count.ts';
import type { EngineContext } from './context.ts';
import { storedSource } from './stored-source.ts';

/** True when the article can be read again; false where no capture of it can be read either. */
export async function rebuildArticle(context: EngineContext, { id, folder }: ArticleOnDisk, signal: AbortSignal): Promise<boolean> {
  const manifests = await readManifests(context, folder);
  const newest = manifests.at(-1);
  if (newest === undefined) return false;
  const bare = bareDocument(context, id, folder, manifests, newest);
  const draft = await draftOf(context, { folder, document: bare }, newest, signal);
  if (signal.aborted) return false;
  const document = draft.ok && draft.value !== null ? withDraft(bare, draft.value, newest) : bare;
  await context.library.inTurn(id, () => context.library.replaceArticle(folder, document));
  context.ports.log.write('warning', `a damaged article was made anew from its captures: ${id}`);
  return true;
}

/** Oldest first. */
async function readManifests(context: EngineContext, folder: string): Promise<ManifestDocument[]> {
  const found: ManifestDocument[] = [];
  for (const captureId of await context.library.captureIds(folder)) {
    const manifest = await context.library.manifest(folder, captureId);
    if (manifest.ok) found.push(manifest.value);
  }
  return found.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1));
}

/** What the index knew stands: it has the user's own tags and states, which no capture has. */
function bareDocument(context: EngineContext, id: string, folder: string, manifests: readonly ManifestDocument[], newest: ManifestDocument): ArticleDocument {
  const known = context.index.row(id);
  const url = known?.url ?? newest.page.finalUrl;
  const savedAt = known?.savedAt ?? madeAt(id).toISOString();
  const inTrash = folder.startsWith('trash/');
  return {
    format: libraryFormat,
    id,
    title: known?.title ?? url ?? id,
    subtitle: null,
    byline: known?.byline ?? null,
    site: known?.site ?? null,
    url,
    knownAs: [...new Set([url, newest.page.url].flatMap((address) => (address === null ? [] : (comparable(address) ?? []))))],
    published: known?.published ?? null,
    modified: null,
    language: known?.language ?? null,
    tags: [...(known?.tags ?? [])],
    words: known?.words ?? 0,
    excerpt: '',
    state: { read: known?.read ?? false, starred: known?.starred ?? false, archived: known?.archived ?? false },
    savedAt,
    deletedAt: inTrash ? (known?.deletedAt ?? context.ports.now().toISOString()) : null,
    lead: null,
    captures: manifests.map(entryOf),
    shown: newest.captureId,
    complete: isComplete(newest),
  };
}

function entryOf({ captureId, capturedAt, mode, resources }: ManifestDocument): CaptureEntry {
  const images = resources.filter(({ role }) => role === 'image');
  return { id: captureId, capturedAt, mode, images: { found: images.length, saved: images.filter(({ path }) => path !== null).length }, offline: null };
}

async function draftOf(context: EngineContext, article: LocatedArticle, newest: ManifestDocument, signal: AbortSignal): Promise<Result<Draft | null>> {
  const source = await storedSource(context, article, newest.captureId);
  if (!source.ok) return source;
  if (source.value.kind !== 'page') return ok(null);
  const { page } = source.value;
  const survey = await context.ports.pages.run('survey', { html: page.html, base: page.base, lead: page.hints.lead ?? null }, signal);
  if (!survey.ok) return survey;
  return context.ports.pages.run('extract', { html: survey.value.html, url: page.url, base: survey.value.base, hints: page.hints }, signal);
}

function withDraft(bare: ArticleDocument, draft: Draft, newest: ManifestDocument): ArticleDocument {
  const { title, subtitle, byline, site, section, published, modified, language, words, excerpt } = draft;
  const lead = draft.lead === null ? null : { url: draft.lead, path: newest.resources.find(({ url }) => url === draft.lead)?.path ?? null };
  const tags = bare.tags.length > 0 ? bare.tags : draft.tags.slice(0, 20);
  return { ...bare, title, subtitle, byline, site, section, published, modified, language, words, excerpt, lead, tags: [...tags] };
}
