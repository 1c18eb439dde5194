// Stylesheets: loaded level by level, since only then is it known what they name; stored last, with local links.

import { createHash } from 'node:crypto';
import { cssDeclaration, decodeText } from '../model/decode-text.ts';
import type { FoundResource } from '../model/raw-page.ts';
import { eachByHost } from './by-host.ts';
import type { FetchAllTools, Gathering } from './fetch-all.ts';
import { fetchResource, type GotResource } from './fetch-resource.ts';
import { gotEntry, lostEntry } from './manifest-entry.ts';

/** `@import` within `@import`. */
const styleDepth = 8;

export interface LoadedStyle {
  readonly resource: FoundResource;
  readonly got: GotResource;
  readonly css: string;
}

/** Loads stylesheets level by level; what they name joins `known`. */
export async function loadStyles({ known, reused, note }: Gathering, tools: FetchAllTools): Promise<ReadonlyMap<string, LoadedStyle>> {
  const loaded = new Map<string, LoadedStyle>();
  let level = [...known.values()].filter(({ role }) => role === 'style');
  for (let depth = 0; level.length > 0 && depth < styleDepth; depth += 1) {
    const next: FoundResource[] = [];
    await eachByHost(level, async (resource) => {
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
export async function storeStyles(styles: ReadonlyMap<string, LoadedStyle>, { entries, note }: Gathering, tools: FetchAllTools): Promise<void> {
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
