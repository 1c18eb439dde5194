// The line of a manifest for a resource: what was got and how, or why it is missing.

import type { ManifestResource } from '../model/documents.ts';
import type { FoundResource } from '../model/raw-page.ts';
import type { GotResource, LostResource } from './fetch-resource.ts';

/** @param bytes of the stored file, which for a style is not what came. */
export function gotEntry(resource: FoundResource, got: GotResource, blob: { path: string; sha256: string }, bytes: number): ManifestResource {
  const { width, height, type } = got.sniffed;
  return {
    url: resource.url,
    finalUrl: got.finalUrl,
    status: got.status,
    type,
    bytes,
    sha256: blob.sha256,
    path: blob.path,
    role: resource.role,
    got: got.got,
    missing: null,
    tried: [...got.tried],
    ...(width !== null && height !== null ? { width, height } : {}),
  };
}

export function lostEntry(resource: FoundResource, lost: LostResource): ManifestResource {
  const nothing = { finalUrl: null, type: null, bytes: null, sha256: null, path: null, got: null } as const;
  return { url: resource.url, ...nothing, status: lost.status, role: resource.role, missing: lost.missing, tried: [...lost.tried] };
}
