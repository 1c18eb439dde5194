// Gets everything that a page shows: the stylesheets first, with all that they name, then the rest, several at once.
// What is had goes to the store at once and is not kept in memory.

import { createHash } from 'node:crypto';
import type { ManifestResource } from '../model/documents.ts';
import type { PagesPort } from '../model/ports.ts';
import type { FoundResource } from '../model/raw-page.ts';
import { cssDeclaration, decodeText } from '../model/decode-text.ts';
import { fetchResource, type FetchTools, type GotResource, type LostResource } from './fetch-resource.ts';

/** Requests under way at once for one page; each host is held to fewer by the HTTP port. */
const atOnce = 16;
/** `@import` within `@import`. */
const styleDepth = 8;

export interface FetchAllTools extends FetchTools {
  readonly pages: PagesPort;
  readonly putBlob: (bytes: Uint8Array, extension: string) => Promise<{ readonly path: string; readonly sha256: string }>;
  /** From a blob's folder up to the library: what links in stored styles begin with. */
  readonly upFromBlob: string;
  readonly progress: (done: number, total: number) => void;
}

interface LoadedStyle {
  readonly resource: FoundResource;
  readonly got: GotResource;
  readonly css: string;
}

/** One manifest entry for each resource, in the order of the page, then of the styles. */
export async function fetchAll(resources: readonly FoundResource[], tools: FetchAllTools): Promise<readonly ManifestResource[]> {
  const known = new Map(resources.map((resource) => [resource.url, resource]));
  const entries = new Map<string, ManifestResource>();
  const note = (entry: ManifestResource): void => {
    entries.set(entry.url, entry);
    tools.progress(entries.size, known.size);
  };
  /** Styles taken over as they were stored: what they name is in them already, and cannot be asked for again. */
  const reused = new Set<string>();
  const styles = await loadStyles(known, reused, note, tools);
  // Known before the first picture has come, which may take long.
  tools.progress(entries.size, known.size);
  const others = [...known.values()].filter((resource) => resource.role !== 'style');
  await each(others, async (resource) => note(await keep(resource, tools)));
  tools.signal.throwIfAborted();
  await storeStyles(styles, entries, note, tools);
  if (reused.size > 0) takeOver(entries, tools.had);
  const places = new Map([...known.keys()].map((url, place) => [url, place]));
  const placeOf = (entry: ManifestResource): number => places.get(entry.url) ?? places.size;
  return [...entries.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What a reused style names stays what it was: stored, or missing with its reasons. */
function takeOver(entries: Map<string, ManifestResource>, had: ReadonlyMap<string, ManifestResource>): void {
  for (const [url, entry] of had) if (!entries.has(url)) entries.set(url, { ...entry });
}

/** Loads stylesheets level by level; what they name joins `known`. */
async function loadStyles(known: Map<string, FoundResource>, reused: Set<string>, note: (entry: ManifestResource) => void, tools: FetchAllTools): Promise<Map<string, LoadedStyle>> {
  const loaded = new Map<string, LoadedStyle>();
  let level = [...known.values()].filter(({ role }) => role === 'style');
  for (let depth = 0; level.length > 0 && depth < styleDepth; depth += 1) {
    const next: FoundResource[] = [];
    await each(level, async (resource) => {
      const got = await fetchResource(resource, tools);
      if ('missing' in got) {
        const had = tools.had.get(resource.url);
        if (had !== undefined && had.path !== null) reused.add(resource.url);
        return note(had !== undefined && had.path !== null ? { ...had } : lostEntry(resource, got));
      }
      const css = decodeText(got.bytes, got.contentType, cssDeclaration).text;
      loaded.set(resource.url, { resource, got, css });
      const survey = await tools.pages.run('surveyStyle', { css, base: got.finalUrl }, tools.signal);
      for (const found of survey.ok ? survey.value.resources : []) {
        if (known.has(found.url)) continue;
        known.set(found.url, found);
        if (found.role === 'style') next.push(found);
      }
    });
    level = next;
  }
  return loaded;
}

/** A style is stored after all that it links to, since its name is the hash of bytes that hold the local links. */
async function storeStyles(
  styles: ReadonlyMap<string, LoadedStyle>,
  entries: ReadonlyMap<string, ManifestResource>,
  note: (entry: ManifestResource) => void,
  tools: FetchAllTools,
): Promise<void> {
  const underWay = new Set<string>();
  async function store(style: LoadedStyle): Promise<void> {
    const { url } = style.resource;
    // A circle of imports: the link that closes it is dropped.
    if (entries.has(url) || underWay.has(url)) return;
    underWay.add(url);
    const survey = await tools.pages.run('surveyStyle', { css: style.css, base: style.got.finalUrl }, tools.signal);
    const links: Record<string, string> = {};
    for (const found of survey.ok ? survey.value.resources : []) {
      const imported = styles.get(found.url);
      if (imported !== undefined) await store(imported);
      const path = entries.get(found.url)?.path ?? null;
      if (path !== null) links[found.url] = tools.upFromBlob + path;
    }
    const local = await tools.pages.run('localiseStyle', { css: style.css, base: style.got.finalUrl, links }, tools.signal);
    if (!local.ok) return note(lostEntry(style.resource, { missing: local.failure.kind, tried: [], status: style.got.status }));
    const bytes = Buffer.from(local.value.css);
    const blob = await tools.putBlob(bytes, 'css');
    note({ ...gotEntry(style.resource, style.got, blob, bytes.byteLength), sourceSha256: createHash('sha256').update(style.got.bytes).digest('hex') });
  }
  for (const style of styles.values()) {
    tools.signal.throwIfAborted();
    await store(style);
  }
}

async function keep(resource: FoundResource, tools: FetchAllTools): Promise<ManifestResource> {
  const had = tools.had.get(resource.url);
  if (had !== undefined && had.path !== null) return { ...had };
  const got = await fetchResource(resource, tools);
  if ('missing' in got) return lostEntry(resource, got);
  const blob = await tools.putBlob(got.bytes, got.sniffed.extension);
  return gotEntry(resource, got, blob, got.bytes.byteLength);
}

function gotEntry(resource: FoundResource, got: GotResource, blob: { path: string; sha256: string }, bytes: number): ManifestResource {
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

function lostEntry(resource: FoundResource, lost: LostResource): ManifestResource {
  const nothing = { finalUrl: null, type: null, bytes: null, sha256: null, path: null, got: null } as const;
  return { url: resource.url, ...nothing, status: lost.status, role: resource.role, missing: lost.missing, tried: [...lost.tried] };
}

/** When one fails, no further one is begun, and those under way are waited for: nothing is written after the save was given up. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lanes = Array.from({ length: Math.min(atOnce, queue.length) }, async () => {
    try {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    } catch (error) {
      queue.length = 0;
      throw error;
    }
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
