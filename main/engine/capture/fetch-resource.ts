// Gets one resource: from the web by the rescue ladder, or from a file beside a page that is itself a file.

import { isAbsolute, relative, resolve } from 'node:path';
import type { Attempt } from '../../../preload/contract/article.ts';
import { localOrigin } from '../model/address.ts';
import type { ManifestResource } from '../model/documents.ts';
import type { FoundResource } from '../model/raw-page.ts';
import type { CookieJar, FilesPort, HttpPort } from '../model/ports.ts';
import type { Ladder, RungName } from './rescue-ladder.ts';
import { sniff, type Sniffed } from './sniff.ts';

export interface FetchTools {
  readonly http: HttpPort;
  readonly files: FilesPort;
  readonly ladder: Ladder;
  readonly jar: CookieJar;
  readonly signal: AbortSignal;
  /** The page that shows the resources, or null for a file that does not say where it is from. */
  readonly pageUrl: string | null;
  /** The folder that a local page lies in, or null for a page from the web. */
  readonly localFolder: string | null;
  /** What an earlier capture has already, by address: taken over as it is. */
  readonly had: ReadonlyMap<string, ManifestResource>;
}

export interface GotResource {
  readonly bytes: Uint8Array;
  readonly sniffed: Sniffed;
  readonly finalUrl: string;
  readonly status: number | null;
  readonly contentType: string | null;
  readonly got: RungName | 'file';
  readonly tried: readonly Attempt[];
}

export interface LostResource {
  readonly missing: string;
  readonly tried: readonly Attempt[];
  readonly status: number | null;
}

export async function fetchResource(resource: FoundResource, tools: FetchTools): Promise<GotResource | LostResource> {
  if (resource.url.startsWith('file:')) return readBeside(resource, tools);
  const tried: Attempt[] = [];
  let status: number | null = null;
  for (const rung of tools.ladder.rungsFor({ url: resource.url, pageUrl: tools.pageUrl, referrerPolicy: resource.referrerPolicy })) {
    const answer = await getTwice(resource, rung.referer, tools);
    if (!answer.ok) {
      tried.push({ rung: rung.name, answer: answer.failure.detail || answer.failure.kind });
      // Without a connection or in time, another Referer changes nothing.
      return { missing: answer.failure.kind, tried, status };
    }
    status = answer.value.status;
    const sniffed = status >= 200 && status < 300 ? await sniff(answer.value.bytes, resource.role) : null;
    if (sniffed !== null) {
      tools.ladder.helped(resource.url, rung.name);
      const { bytes, finalUrl, headers } = answer.value;
      return { bytes, sniffed, finalUrl, status, contentType: headers['content-type'] ?? null, got: rung.name, tried };
    }
    tried.push({ rung: rung.name, answer: status >= 200 && status < 300 ? `not ${named(resource.role)}` : `HTTP ${status}` });
    if (status === 404 || status === 410) break;
  }
  return { missing: tried.at(-1)?.answer ?? 'not tried', tried, status };
}

/** One cut connection, or one 503, must not lose a picture. */
async function getTwice(resource: FoundResource, referer: string | null, tools: FetchTools): ReturnType<HttpPort['get']> {
  const want = resource.role === 'icon' ? 'image' : resource.role;
  const request = { url: resource.url, want, referer, jar: tools.jar, page: tools.pageUrl, signal: tools.signal } as const;
  const first = await tools.http.get(request);
  const again = first.ok ? first.value.status >= 500 : first.failure.kind === 'offline' && !isNoAddress(first.failure.detail);
  return again && !tools.signal.aborted ? tools.http.get(request) : first;
}

function isNoAddress(detail: string): boolean {
  return detail === 'ENOTFOUND' || detail === 'ECONNREFUSED';
}

/** A saved page's pictures lie beside it or below; nothing else on the disk is read for a page. */
async function readBeside(resource: FoundResource, tools: FetchTools): Promise<GotResource | LostResource> {
  const lost = (missing: string): LostResource => ({ missing, tried: [{ rung: 'file', answer: missing }], status: null });
  const path = tools.localFolder === null ? null : pathBeside(resource.url, tools.localFolder);
  if (path === null) return lost('not beside the page');
  const stat = await tools.files.stat(path);
  if (stat === null || stat.kind !== 'file') return lost('no such file');
  const bytes = await tools.files.read(path);
  const sniffed = bytes === null ? null : await sniff(bytes, resource.role);
  if (bytes === null || sniffed === null) return lost(`not ${named(resource.role)}`);
  return { bytes, sniffed, finalUrl: resource.url, status: null, contentType: null, got: 'file', tried: [] };
}

/** The path that an address under the local origin stands for; null for one that leads out of the folder in any spelling. */
function pathBeside(address: string, folder: string): string | null {
  if (!address.startsWith(localOrigin)) return null;
  try {
    const inside = decodeURIComponent(new URL(address).pathname.slice(new URL(localOrigin).pathname.length));
    const path = resolve(folder, inside);
    const back = relative(folder, path);
    return inside.includes('\0') || back === '' || back.startsWith('..') || isAbsolute(back) ? null : path;
  } catch {
    return null;
  }
}

function named(role: FoundResource['role']): string {
  switch (role) {
    case 'image':
    case 'icon':
      return 'a picture';
    case 'style':
      return 'a stylesheet';
    case 'font':
      return 'a font';
    case 'media':
      return 'audio or video';
  }
}
