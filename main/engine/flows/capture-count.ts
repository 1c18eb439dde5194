// What a capture has of all that its page shows.

import type { ManifestDocument } from '../model/documents.ts';

/** Icons apart: a page without its icon lacks nothing that a reader would miss. */
export function isComplete(manifest: Pick<ManifestDocument, 'resources'>): boolean {
  return manifest.resources.every(({ role, path }) => path !== null || role === 'icon');
}
