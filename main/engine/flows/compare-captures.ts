// Comparing two captures of an article: words inserted and deleted, pictures added, removed and changed.

import type { CaptureDiff, PictureChanges, PictureEdit } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { captureFolder, readerFile } from '../library/paths.ts';
import type { LocatedArticle } from '../library/library.ts';
import type { ManifestDocument, ManifestResource } from '../model/documents.ts';
import { blobPathOf } from '../publish/stored-links.ts';
import type { EngineContext } from './context.ts';

export interface CompareRequest {
  readonly id: string;
  /** The earlier capture; by default the one before the later. */
  readonly from: string | null;
  /** The later capture; by default the newest. */
  readonly to: string | null;
}

/** Failures: `not-found` (an unknown id, or fewer than two captures and none named), `damaged`. */
export async function compareCaptures(context: EngineContext, request: CompareRequest, signal: AbortSignal): Promise<Result<CaptureDiff>> {
  const { library, ports } = context;
  const located = await library.article(request.id);
  if (!located.ok) return located;
  const { folder, document } = located.value;
  const ids = document.captures.map(({ id }) => id);
  const to = request.to ?? ids.at(-1) ?? '';
  const from = request.from ?? ids[ids.indexOf(to) - 1];
  if (from === undefined) return fail('not-found', document.title, 'there is no earlier capture to compare with');
  const [before, after] = [await readerOf(context, located.value, from), await readerOf(context, located.value, to)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const [older, newer] = [await library.manifest(folder, from), await library.manifest(folder, to)];
  if (!older.ok) return older;
  if (!newer.ok) return newer;
  const compared = await ports.pages.run('compare', { before: before.value, after: after.value, language: document.language }, signal);
  if (!compared.ok) return compared;
  const { gone, ...words } = compared.value;
  const images = comparePictures(older.value, newer.value);
  const pictures = pictureEdits(images, older.value, newer.value, new Map(gone.map(({ link, at }) => [blobPathOf(link), at])));
  return ok({ from, to, changed: words.hunks.length > 0 || pictures.length > 0, ...words, images, pictures });
}

async function readerOf({ library }: EngineContext, { folder, document }: LocatedArticle, captureId: string): Promise<Result<string>> {
  if (!document.captures.some(({ id }) => id === captureId)) return fail('not-found', captureId, 'no capture has this id');
  const bytes = await library.read(`${captureFolder(folder, captureId)}/${readerFile}`);
  return bytes === null ? fail('damaged', document.title, readerFile) : ok(new TextDecoder().decode(bytes));
}

/** By what the pictures are: one that only moved to another address is the same. One that is missing on a side is not compared. */
function comparePictures(older: ManifestDocument, newer: ManifestDocument): PictureChanges {
  const before = picturesOf(older);
  const after = picturesOf(newer);
  const hashesBefore = new Set([...before.values()].map((picture) => picture.sha256));
  const hashesAfter = new Set([...after.values()].map((picture) => picture.sha256));
  const isKept = ({ url, sha256 }: ManifestResource, others: ReadonlyMap<string, ManifestResource>, hashes: ReadonlySet<string | null>): boolean =>
    others.has(url) || (sha256 !== null && hashes.has(sha256));
  return {
    added: [...after.values()].filter((picture) => !isKept(picture, before, hashesBefore)).map(({ url }) => url),
    removed: [...before.values()].filter((picture) => !isKept(picture, after, hashesAfter)).map(({ url }) => url),
    changed: [...after.values()].filter(({ url, sha256 }) => isChanged(before.get(url)?.sha256, sha256)).map(({ url }) => url),
  };
}

function picturesOf({ resources }: ManifestDocument): Map<string, ManifestResource> {
  return new Map(resources.filter(({ role }) => role === 'image').map((resource) => [resource.url, resource]));
}

function isChanged(before: string | null | undefined, after: string | null): boolean {
  return before !== undefined && before !== null && after !== null && before !== after;
}

/** The same changes with what is needed to show them. @param places where in the later text a blob that went would stand. */
function pictureEdits(images: PictureChanges, older: ManifestDocument, newer: ManifestDocument, places: ReadonlyMap<string | null, number>): PictureEdit[] {
  const [before, after] = [picturesOf(older), picturesOf(newer)];
  return (['changed', 'added', 'removed'] as const).flatMap((change) =>
    images[change].map((url) => {
      const [old, now] = [before.get(url)?.path ?? null, after.get(url)?.path ?? null];
      return { change, url, before: old, after: now, at: change === 'removed' ? (places.get(old) ?? null) : null };
    }),
  );
}
