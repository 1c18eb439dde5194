// Gets everything that a page shows: the stylesheets with all that they name, and the rest, several at once.
// What is had goes to the store at once and is not kept in memory.

import type { ManifestResource } from '../model/documents.ts';
import type { PagesPort } from '../model/ports.ts';
import type { FoundResource } from '../model/raw-page.ts';
import { eachByHost } from './by-host.ts';
import { fetchResource, type FetchTools } from './fetch-resource.ts';
import { loadStyles, storeStyles } from './fetch-styles.ts';
import { gotEntry, lostEntry } from './manifest-entry.ts';

export interface FetchAllTools extends FetchTools {
  readonly pages: PagesPort;
  readonly putBlob: (bytes: Uint8Array, extension: string) => Promise<{ readonly path: string; readonly sha256: string }>;
  readonly dropBlob: (path: string) => Promise<void>;
  /** From a blob's folder up to the library: what links in stored styles begin with. */
  readonly upFromBlob: string;
  /** Is given the drawings that the page shows parts of, by address. */
  readonly keepSprite: (url: string, svg: string) => void;
  readonly progress: (done: number, total: number) => void;
}

/** What is known of a page's resources while they are fetched. */
export interface Gathering {
  /** By address, in the order of the page, then of the styles. */
  readonly known: Map<string, FoundResource>;
  readonly entries: Map<string, ManifestResource>;
  /** Styles taken over as they were stored: what they name is in them already, and cannot be asked for again. */
  readonly reused: Set<string>;
  readonly note: (entry: ManifestResource) => void;
}

/** One manifest entry for each resource, in the order of the page, then of the styles. */
export async function fetchAll(resources: readonly FoundResource[], tools: FetchAllTools): Promise<readonly ManifestResource[]> {
  const gathering = gatheringOf(resources, tools);
  const { known, entries, reused } = gathering;
  const shown = resources.filter(({ role }) => role !== 'style');
  // Known before the first picture has come, which may take long.
  tools.progress(0, known.size);
  const [styles] = await Promise.all([loadStyles(gathering, tools), keepAll(shown, gathering, tools)]);
  await keepAll([...known.values()].filter(({ role, url }) => role !== 'style' && !entries.has(url)), gathering, tools);
  await dropPlaceholders(gathering, tools);
  tools.signal.throwIfAborted();
  await storeStyles(styles, gathering, tools);
  if (reused.size > 0) takeOver(entries, tools.had);
  const places = new Map([...known.keys()].map((url, place) => [url, place]));
  const placeOf = (entry: ManifestResource): number => places.get(entry.url) ?? places.size;
  return [...entries.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function gatheringOf(resources: readonly FoundResource[], tools: FetchAllTools): Gathering {
  const known = new Map(resources.map((resource) => [resource.url, resource]));
  const entries = new Map<string, ManifestResource>();
  return {
    known,
    entries,
    reused: new Set(),
    note(entry) {
      entries.set(entry.url, entry);
      tools.progress(entries.size, known.size);
    },
  };
}

/** What a reused style names stays what it was: stored, or missing with its reasons. */
function takeOver(entries: Map<string, ManifestResource>, had: ReadonlyMap<string, ManifestResource>): void {
  for (const [url, entry] of had) if (!entries.has(url)) entries.set(url, { ...entry });
}

function keepAll(resources: readonly FoundResource[], gathering: Gathering, tools: FetchAllTools): Promise<void> {
  return eachByHost(resources, async (resource) => {
    const entry = await keep(resource, tools);
    if (entry === null) gathering.known.delete(resource.url);
    else gathering.note(entry);
  });
}

/** Null for what turned out no part of the page. */
async function keep(resource: FoundResource, tools: FetchAllTools, before?: ManifestResource): Promise<ManifestResource | null> {
  const had = tools.had.get(resource.url);
  if (had !== undefined && had.path !== null) return { ...had };
  const got = await fetchResource(resource, tools, before?.tried);
  if ('missing' in got) return got.isPage === true ? null : lostEntry(resource, got);
  if (resource.sprite === true) tools.keepSprite(resource.url, new TextDecoder().decode(got.bytes));
  const blob = await tools.putBlob(got.bytes, got.sniffed.extension);
  return gotEntry(resource, got, blob, got.bytes.byteLength);
}

/** What was kept and has turned out a placeholder since is asked for in the ways that are left. */
async function dropPlaceholders({ known, entries, note }: Gathering, tools: FetchAllTools): Promise<void> {
  const masked = [...tools.placeholders.unmasked()].flatMap((url) => {
    const entry = entries.get(url);
    return entry === undefined || entry.path === null || entry.got === 'file' || tools.had.has(url) ? [] : entry;
  });
  const dropped = new Set<string>();
  await eachByHost(masked, async (entry) => {
    const resource = known.get(entry.url);
    if (resource === undefined) return;
    const tried = [...entry.tried, { rung: entry.got ?? '', answer: 'placeholder' }];
    const next = await keep(resource, tools, { ...entry, tried });
    const stays = (next === null || next.path === null) && tools.placeholders.mayStay(entry.url, tools.pageUrl);
    note(next === null || stays ? entry : next);
    if (!stays && entry.path !== null) dropped.add(entry.path);
  });
  const used = new Set([...entries.values()].map(({ path }) => path));
  for (const path of dropped) if (!used.has(path)) await tools.dropBlob(path);
}
