// Gets one resource: from the web by the rescue ladder, or from a file beside a page that is itself a file.

import type { Attempt } from '../../../preload/contract/article.ts';
import type { ManifestResource } from '../model/documents.ts';
import type { CookieJar, FilesPort, HttpPort } from '../model/ports.ts';
import type { FoundResource } from '../model/raw-page.ts';
import { askRung, judge, type Outcome, type Real } from './ask-rung.ts';
import type { HostMemory } from './host-memory.ts';
import type { Placeholders } from './placeholders.ts';
import { readBeside } from './read-beside.ts';
import type { Ladder, Rung, RungName } from './rescue-ladder.ts';
import { waybackAddress, type Wayback } from './wayback.ts';

/** A response that a browser got while it drew the page. */
export interface SeenResponse {
  readonly bytes: Uint8Array;
  /** What links in it resolve against. */
  readonly finalUrl: string;
  readonly status: number | null;
  readonly contentType: string | null;
}

export interface FetchTools {
  readonly http: HttpPort;
  readonly files: FilesPort;
  readonly ladder: Ladder;
  readonly hosts: HostMemory;
  readonly placeholders: Placeholders;
  readonly jar: CookieJar;
  readonly signal: AbortSignal;
  /** The page that shows the resources, or null for a file that does not say where it is from. */
  readonly pageUrl: string | null;
  /** The folder that a local page lies in, or null for a page from the web. */
  readonly localFolder: string | null;
  /** What an earlier capture has already, by address: taken over as it is. */
  readonly had: ReadonlyMap<string, ManifestResource>;
  /** What a browser got while it drew the page, by address; null for what it did not. */
  readonly seen?: (url: string) => Promise<SeenResponse | null>;
  /** The largest recording that is kept, in bytes. */
  readonly mediaBytes: number;
  /** Null unless it is switched on. */
  readonly wayback: Wayback | null;
}

export interface GotResource extends Real {
  readonly got: RungName | 'file';
  readonly tried: readonly Attempt[];
}

export interface LostResource {
  readonly missing: string;
  readonly tried: readonly Attempt[];
  readonly status: number | null;
  /** It is no picture of the page at all: a link that leads to a page. */
  readonly isPage?: boolean;
}

/** Other sizes that are asked for when the one that is shown cannot be had. */
const otherSizes = 4;

/** @param tried what was tried before, and is not tried again: for a picture that turned out a placeholder. */
export async function fetchResource(resource: FoundResource, tools: FetchTools, tried: readonly Attempt[] = []): Promise<GotResource | LostResource> {
  if (resource.url.startsWith('file:')) return readBeside(resource, tools);
  if (resource.role === 'media' && tools.mediaBytes === 0) return { missing: 'too-large', tried: [{ rung: 'as-asked', answer: 'recordings are not kept' }], status: null };
  return climb(resource, tools, [...tried]);
}

/** A climb under way: what was tried, the last status, and what might do where nothing better comes. */
interface Climb {
  readonly resource: FoundResource;
  readonly tools: FetchTools;
  readonly tried: Attempt[];
  status: number | null;
  /** Why it is missing: a kind of failure, or the first answer; that it was a placeholder says most. */
  reason: string | null;
  lastResort: GotResource | null;
}

async function climb(resource: FoundResource, tools: FetchTools, tried: Attempt[]): Promise<GotResource | LostResource> {
  const reason = tried.some(({ answer }) => answer === 'placeholder') ? 'placeholder' : null;
  const state: Climb = { resource, tools, tried, status: null, reason, lastResort: null };
  for (const place of [browserCopy, ownAddress, otherAddresses, archived]) {
    if (tools.signal.aborted) break;
    const found = await place(state);
    if (found === null) continue;
    if ('bytes' in found && state.reason === 'placeholder') tools.placeholders.proven(resource.url);
    return found;
  }
  if (state.lastResort !== null) return { ...state.lastResort, tried };
  return { missing: state.reason ?? 'not tried', tried, status: state.status };
}

type Place = (state: Climb) => Promise<GotResource | LostResource | null>;

/** First where there is one: it is the answer to what the page itself asked, and costs nothing. */
const browserCopy: Place = async (state) => {
  const { resource, tools } = state;
  if (wasTried(state, 'browser-copy')) return null;
  const copy = (await tools.seen?.(resource.url)) ?? null;
  if (copy === null || (copy.status !== null && (copy.status < 200 || copy.status >= 300))) return null;
  return take(state, 'browser-copy', await judge(resource, copy, tools));
};

const ownAddress: Place = async (state) => {
  const { resource, tools } = state;
  const { url, referrerPolicy } = resource;
  const { ladder, hosts, jar, pageUrl } = tools;
  let notFound = 0;
  let rungs = ladder.rungsFor({ url, pageUrl, referrerPolicy }, await jar.withholds(url, pageUrl)).filter(({ name }) => !wasTried(state, name));
  for (let rung = rungs[0]; rung !== undefined && !tools.signal.aborted; rung = rungs[0]) {
    rungs = rungs.slice(1);
    const outcome = await askRung(resource, rung, tools);
    const found = take(state, rung.name, outcome);
    if (found !== null) return found;
    if (resource.linked === true && outcome.answer === 'not a picture') return { missing: outcome.answer, tried: state.tried, status: outcome.status, isPage: true };
    if (outcome.status === 404) notFound += 1;
    if (isFinal(state, outcome)) break;
    // An answer may have brought a cookie.
    if (rungs.length === 0 && !wasTried(state, 'with-cookies') && (await jar.withholds(url, pageUrl))) rungs = [cookieRung(rung)];
  }
  if (notFound > 1 && rungs.length === 0) hosts.notFound(url);
  return null;
};

function cookieRung({ referer }: Rung): Rung {
  return { name: 'with-cookies', referer, cookies: 'all' };
}

/** Whether asking the same address in another way is of no use. */
function isFinal({ resource, tools }: Climb, { failure, status, answer }: Outcome): boolean {
  // A wall may break the connection; that there is no answer at all is another matter.
  if (failure !== null) return !(failure === 'offline' && answer === 'ECONNRESET');
  return status === 410 || (status === 404 && tools.hosts.notFoundIsFinal(resource.url));
}

/** Other sizes of the same picture, if what failed was the address and not its host. */
const otherAddresses: Place = async (state) => {
  const { resource, tools } = state;
  const { ladder, pageUrl } = tools;
  for (const url of (resource.others ?? []).slice(0, otherSizes)) {
    const other = { ...resource, url };
    const rung = ladder.rungsFor({ url, pageUrl, referrerPolicy: resource.referrerPolicy }, false)[0];
    if (rung === undefined || tools.signal.aborted || isSilent(state, url)) continue;
    const found = take(state, 'other-size', await askRung(other, rung, tools), `${shortened(url)}: `);
    if (found !== null) return found;
  }
  return null;
};

/** A host that was silent for one size will be for the next. */
function isSilent({ resource, tried }: Climb, url: string): boolean {
  return new URL(url).host === new URL(resource.url).host && tried.some(({ answer }) => /in time|nothing came|not whole/.test(answer));
}

const archived: Place = async (state) => {
  const { resource, tools } = state;
  if (tools.wayback === null || resource.linked === true) return null;
  const url = waybackAddress(resource.url, tools.wayback);
  return take(state, 'wayback', await askRung({ ...resource, url }, { name: 'wayback', referer: null, cookies: 'as-browser' }, tools));
};

function wasTried({ tried }: Climb, rung: RungName): boolean {
  return tried.some((attempt) => attempt.rung === rung);
}

/** The resource where the outcome is the real thing; else the attempt is noted. */
function take(state: Climb, rung: RungName, outcome: Outcome, about = ''): GotResource | null {
  const { resource, tools, tried } = state;
  const { real, flaw } = outcome;
  if (real !== null && flaw === null) {
    if (isWayOfAsking(rung)) tools.ladder.helped(resource.url, rung);
    return { ...real, got: rung, tried };
  }
  tried.push({ rung, answer: about + outcome.answer });
  if (flaw === 'placeholder') state.reason = flaw;
  if (isWayOfAsking(rung)) {
    state.status = outcome.status ?? state.status;
    state.reason ??= outcome.failure ?? outcome.answer;
  }
  if (real !== null && state.lastResort === null && mayDo(state, real, flaw)) state.lastResort = { ...real, got: rung, tried };
  return null;
}

function isWayOfAsking(rung: RungName): boolean {
  return rung !== 'browser-copy' && rung !== 'other-size' && rung !== 'wayback';
}

/** What a page may show although it is flawed, where every way gives nothing better. */
function mayDo({ resource, tools }: Climb, real: Real, flaw: Outcome['flaw']): boolean {
  switch (flaw) {
    case 'one pixel':
      return resource.specks === 'perhaps';
    case 'cut short':
      // Browsers show a JPEG as far as it goes; the site's own may lack its end.
      return real.sniffed.type === 'image/jpeg';
    case 'placeholder':
      return tools.placeholders.mayStay(resource.url, tools.pageUrl);
    case 'unreadable':
    case null:
      return false;
  }
}

function shortened(url: string): string {
  return url.length > 200 ? `${url.slice(0, 199)}…` : url;
}

