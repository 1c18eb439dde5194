// Comparing two captures of an article: words inserted and deleted, pictures added, removed and changed.

import type { CaptureDiff, PictureChanges } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { EngineContext } from './context.ts';
import { textOf } from './look-into.ts';

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
  const [before, after] = [await textOf(context, request.id, from, 'text', signal), await textOf(context, request.id, to, 'text', signal)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const [older, newer] = [await library.manifest(folder, from), await library.manifest(folder, to)];
  if (!older.ok) return older;
  if (!newer.ok) return newer;
  const compared = await ports.pages.run('compare', { before: before.value, after: after.value, language: document.language }, signal);
  if (!compared.ok) return compared;
  const images = comparePictures(older.value, newer.value);
  const changed = compared.value.hunks.length > 0 || images.added.length + images.removed.length + images.changed.length > 0;
  return ok({ from, to, changed, ...compared.value, images });
}

/** By what the pictures are: one that only moved to another address is the same. One that is missing on a side is not compared. */
function comparePictures(older: ManifestDocument, newer: ManifestDocument): PictureChanges {
  const before = picturesOf(older);
  const after = picturesOf(newer);
  const hashesBefore = new Set(before.values());
  const hashesAfter = new Set(after.values());
  const isKept = (url: string, sha256: string | null, others: Map<string, string | null>, hashes: Set<string | null>): boolean =>
    others.has(url) || (sha256 !== null && hashes.has(sha256));
  return {
    added: [...after].filter(([url, hash]) => !isKept(url, hash, before, hashesBefore)).map(([url]) => url),
    removed: [...before].filter(([url, hash]) => !isKept(url, hash, after, hashesAfter)).map(([url]) => url),
    changed: [...after].filter(([url, hash]) => isChanged(before.get(url), hash)).map(([url]) => url),
  };
}

function picturesOf({ resources }: ManifestDocument): Map<string, string | null> {
  return new Map(resources.filter(({ role }) => role === 'image').map(({ url, sha256 }) => [url, sha256]));
}

function isChanged(before: string | null | undefined, after: string | null): boolean {
  return before !== undefined && before !== null && after !== null && before !== after;
}
