// What makes a capture a retry: only what an earlier one is missing is asked for, and the rest is taken over as it was.

import { fail } from '../../../preload/contract/result.ts';
import type { ManifestDocument, ManifestResource } from '../model/documents.ts';
import type { HttpPort } from '../model/ports.ts';
import type { Retry } from './save-stages.ts';

/** The web, but for what the earlier capture knows and is not to be tried: its styles and pictures are not asked for again. */
export function onlyMissing(http: HttpPort, earlier: ManifestDocument, retry: Retry): HttpPort {
  const settled = new Set(earlier.resources.filter((resource) => !isWanted(resource, retry)).map(({ url }) => url));
  return {
    ...http,
    get: async (request) => (retry.remakes === true || settled.has(request.url) ? fail('refused', request.url, 'not asked for again') : http.get(request)),
  };
}

/** The resources of a retry: what was not to be tried is as it was, with its own reasons. */
export function withEarlier(resources: readonly ManifestResource[], earlier: ManifestDocument, retry: Retry): readonly ManifestResource[] {
  const before = new Map(earlier.resources.map((resource) => [resource.url, resource]));
  return resources.map((resource) => {
    const had = before.get(resource.url);
    return had === undefined || isWanted(had, retry) ? resource : had;
  });
}

/** Whether a retry brought anything that was missing. */
export function broughtSomething(resources: readonly ManifestResource[], earlier: ManifestDocument): boolean {
  const missing = new Set(earlier.resources.filter(({ path }) => path === null).map(({ url }) => url));
  return resources.some(({ url, path }) => path !== null && missing.has(url));
}

function isWanted({ url, path }: ManifestResource, { urls }: Retry): boolean {
  return path === null && (urls === null || urls.includes(url));
}
