// What the frames of a page hold comes into the page: as the browser drew it, or fetched, frame by frame, with bounds.

import { decodeText, cssDeclaration, htmlDeclaration } from '../../model/decode-text.ts';
import type { CookieJar, DrawnPage, HttpRequest, Ports } from '../../model/ports.ts';
import type { FrameContent, RawPage } from '../../model/raw-page.ts';

/** Frames of a page, frames in them included; frames in frames; and stylesheets of all of them. */
const most = 20;
const deepest = 3;
const mostStyles = 60;
/** Milliseconds: frames are often advertisements, and none is worth waiting long for. */
const patience = 4_000;
const together = 8_000;

export interface FrameTools {
  readonly ports: Pick<Ports, 'http' | 'pages'>;
  readonly jar: CookieJar;
  readonly signal: AbortSignal;
  readonly drawn: DrawnPage | null;
}

export function hasFrames(page: RawPage): boolean {
  return page.mode !== 'file' && /<iframe|data-offprint-frame/i.test(page.html);
}

/** The page with its frames' contents in their places; as it is where they cannot be had. */
export async function withFrames(page: RawPage, tools: FrameTools): Promise<RawPage> {
  const { pages } = tools.ports;
  const gathered = tools.drawn === null ? await fetchFrames(page, tools) : { html: page.html, frames: await drawnFrames(tools.drawn, tools) };
  const styles = await stylesOf(gathered.frames, page.url, tools);
  const placed = await pages.run('placeFrames', { html: gathered.html, frames: gathered.frames.map(({ id, html }) => ({ id, html })), styles }, tools.signal);
  if (!placed.ok) return page;
  const { html } = placed.value;
  // What a browser drew is stored as it was drawn, and its frames are part of that.
  return { ...page, html, ...(page.mode === 'browser' ? { bytes: Buffer.from(html) } : {}) };
}

interface Gathered extends FrameContent {
  /** Of its stylesheets. */
  readonly links: readonly string[];
}

/** With absolute addresses, its lazy pictures woken, and its own frames still in it. */
async function surveyed(id: string, html: string, base: string, { ports, signal }: FrameTools): Promise<Gathered | null> {
  const survey = await ports.pages.run('survey', { html, base, lead: null }, signal);
  if (!survey.ok) return null;
  return { id, html: survey.value.html, links: survey.value.resources.filter(({ role }) => role === 'style').map(({ url }) => url) };
}

async function drawnFrames(drawn: DrawnPage, tools: FrameTools): Promise<Gathered[]> {
  const frames = await Promise.all(drawn.frames.map(({ id, html, base }) => surveyed(id, html, base, tools)));
  return frames.filter((frame) => frame !== null);
}

interface Level {
  readonly id: string;
  readonly html: string;
  readonly base: string;
}

async function fetchFrames(page: RawPage, tools: FrameTools): Promise<{ html: string; frames: Gathered[] }> {
  const bounded = { ...tools, signal: AbortSignal.any([tools.signal, AbortSignal.timeout(together)]) };
  const base = page.base ?? page.url;
  if (base === null) return { html: page.html, frames: [] };
  const { html, inside } = await markedIn({ id: 'f', html: page.html, base }, most, page.url, bounded);
  const frames: Gathered[] = [];
  let level = inside;
  for (let depth = 0; level.length > 0 && depth < deepest && !bounded.signal.aborted; depth += 1) {
    const left = Math.max(0, most - frames.length - level.length);
    const marked = await Promise.all(level.map((frame) => markedIn(frame, depth + 1 < deepest ? left : 0, page.url, bounded)));
    const done = await Promise.all(level.map(({ id, base: own }, index) => surveyed(id, marked[index]?.html ?? '', own, tools)));
    frames.push(...done.filter((frame) => frame !== null));
    level = marked.flatMap(({ inside: next }) => next).slice(0, left);
  }
  return { html, frames };
}

async function markedIn({ id, html, base }: Level, count: number, referer: string | null, tools: FrameTools): Promise<{ html: string; inside: Level[] }> {
  const marked = await tools.ports.pages.run('markFrames', { html, base, prefix: `${id}-`, most: count }, tools.signal);
  if (!marked.ok) return { html, inside: [] };
  const inside = await Promise.all(
    marked.value.frames.map(async (frame): Promise<Level | null> => {
      if (frame.html !== null) return { id: frame.id, html: frame.html, base };
      const got = await get(frame.url ?? '', 'page', referer, tools);
      return got === null || !/html|^$/i.test(got.type) ? null : { id: frame.id, html: decodeText(got.bytes, got.type, htmlDeclaration).text, base: got.url };
    }),
  );
  return { html: marked.value.html, inside: inside.filter((frame) => frame !== null) };
}

async function stylesOf(frames: readonly Gathered[], referer: string | null, tools: FrameTools): Promise<Record<string, string>> {
  const links = [...new Set(frames.flatMap((frame) => frame.links))].slice(0, mostStyles);
  const texts = await Promise.all(
    links.map(async (link): Promise<readonly [string, string] | null> => {
      const got = await get(link, 'style', referer, tools);
      if (got === null) return null;
      const css = decodeText(got.bytes, got.type, cssDeclaration).text;
      const local = await tools.ports.pages.run('absoluteStyle', { css, base: got.url }, tools.signal);
      return local.ok ? [link, local.value.css] : null;
    }),
  );
  return Object.fromEntries(texts.filter((one) => one !== null));
}

interface Got {
  readonly url: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

async function get(url: string, want: HttpRequest['want'], referer: string | null, { ports, jar, signal, drawn }: FrameTools): Promise<Got | null> {
  const copy = drawn?.copyOf(url) ?? null;
  if (copy !== null) return { url: copy.finalUrl, type: copy.type, bytes: await copy.read() };
  const answer = await ports.http.get({ url, want, referer, jar, page: referer, patienceMs: patience, signal });
  if (!answer.ok || answer.value.status !== 200) return null;
  const { finalUrl, headers, bytes } = answer.value;
  return { url: finalUrl, type: headers['content-type'] ?? '', bytes };
}
