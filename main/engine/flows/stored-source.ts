// A capture's page from its stored bytes, with all that was had of it: for a recapture of what has no address, and for
// trying again what is missing.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { readStored } from '../intake/read-file.ts';
import { isWhole } from '../library/check-article.ts';
import type { LocatedArticle } from '../library/library.ts';
import { captureFolder } from '../library/paths.ts';
import { decodeText, htmlDeclaration } from '../model/decode-text.ts';
import type { ManifestDocument, ManifestResource } from '../model/documents.ts';
import type { RawPage } from '../model/raw-page.ts';
import type { EngineContext } from './context.ts';
import type { Source } from './save-stages.ts';

/** Failures: `not-found` (no such capture), `damaged` (also where the page is not what came: nothing is made of that). */
export async function storedSource(context: EngineContext, { document, folder }: LocatedArticle, captureId: string): Promise<Result<Source>> {
  const stored = await context.library.manifest(folder, captureId);
  if (!stored.ok) return stored;
  const manifest = withoutDamaged(context, stored.value);
  const { page: facts, resources } = manifest;
  const packed = await context.library.read(`${captureFolder(folder, captureId)}/${facts.source}`);
  if (packed === null || !isWhole(context.library, facts.source, packed, facts.sha256)) return fail('damaged', document.title, facts.source);
  const bytes = context.library.unpack(facts.source, packed);
  if (manifest.mode !== 'file') return ok({ kind: 'page', page: webPage(manifest, bytes), folder: null, had: resources, earlier: manifest, further: await furtherOf(context, manifest, captureFolder(folder, captureId)) });
  const intake = readStored(facts.url ?? facts.source, bytes, document.url);
  if (!intake.ok) return intake;
  if (intake.value.kind === 'link') return ok({ kind: 'web', url: intake.value.url });
  return ok({ kind: 'page', page: { ...intake.value.page, base: facts.base }, folder: null, had: resources, earlier: manifest, further: [] });
}

/** What is known to be damaged is not had: it counts as missing. */
function withoutDamaged({ library }: EngineContext, manifest: ManifestDocument): ManifestDocument {
  const resources = manifest.resources.map((resource): ManifestResource => {
    const isLost = resource.path !== null && library.checkup.isDamaged(resource.path);
    return isLost ? { ...resource, path: null, sha256: null, bytes: null, type: null, got: null, missing: 'damaged' } : resource;
  });
  return { ...manifest, resources };
}

/** The pages after the first; one that cannot be read is passed over, as `verify` names it. */
async function furtherOf(context: EngineContext, { mode, further = [] }: ManifestDocument, folder: string): Promise<readonly RawPage[]> {
  const pages = await Promise.all(further.map(async (facts): Promise<RawPage | null> => {
    const packed = await context.library.read(`${folder}/${facts.source}`);
    if (packed === null || !isWhole(context.library, facts.source, packed, facts.sha256)) return null;
    const bytes = context.library.unpack(facts.source, packed);
    const { text, charset } = decodeText(bytes, `text/html; charset=${facts.charset}`, htmlDeclaration);
    const { url, finalUrl, base, status } = facts;
    return { mode, url, base, finalUrl, status, headers: {}, charset, bytes, extension: 'html', html: text, hints: {} };
  }));
  return pages.filter((page) => page !== null);
}

function webPage({ mode, page }: ManifestDocument, bytes: Uint8Array): RawPage {
  const { text, charset } = decodeText(bytes, page.headers['content-type'] ?? null, htmlDeclaration);
  const { base, finalUrl, status, headers } = page;
  return { mode, url: finalUrl, base, finalUrl, status, headers, charset, bytes, extension: 'html', html: text, hints: {} };
}
