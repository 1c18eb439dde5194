// Stage 2: the page, and everything that it shows.

import { fetchAll } from '../../capture/fetch-all.ts';
import { createHostMemory } from '../../capture/host-memory.ts';
import { createPlaceholders } from '../../capture/placeholders.ts';
import type { SeenResponse } from '../../capture/fetch-resource.ts';
import { upFromBlob } from '../../library/paths.ts';
import { comparable } from '../../model/address.ts';
import type { FoundResource, PageSurvey, RawPage } from '../../model/raw-page.ts';
import type { CookieJar, DrawnPage, PagesPort } from '../../model/ports.ts';
import type { Job } from '../jobs.ts';
import type { Captured, Identified, KnownAlready, SurveyedPage } from '../save-stages.ts';
import { broughtSomething, onlyMissing, withEarlier } from '../retry-missing.ts';
import type { StageOutcome } from '../stages.ts';
import { furtherPages } from './further-pages.ts';
import { knownAlready } from './identify.ts';
import { takePage, type TakenPage } from './take-page.ts';

/**
 * The addresses that the page itself is known by. What it calls canonical counts where it may be true: on its own host, and not
 * the host's front page, which careless templates name on every page.
 */
export function pageNames(page: RawPage, survey: PageSurvey): string[] {
  const own = page.url === null ? null : new URL(page.url);
  const canonical = survey.canonical === null ? null : new URL(survey.canonical);
  const counts = own !== null && canonical !== null && canonical.host === own.host && (canonical.pathname !== '/' || own.pathname === '/' || canonical.search !== '');
  return [page.url, page.finalUrl, counts ? survey.canonical : null].flatMap((address) => (address === null ? [] : (comparable(address) ?? [])));
}

export async function capture(state: Identified, job: Job): Promise<StageOutcome<Captured, KnownAlready>> {
  const jar = state.context.ports.http.newJar();
  const taken = await takePage(state, jar, job);
  if (!taken.ok) return { failure: taken.failure };
  try {
    return await captureAll(state, taken.value, jar, job);
  } finally {
    await taken.value.drawn?.close();
  }
}

async function captureAll(state: Identified, taken: TakenPage, jar: CookieJar, job: Job): Promise<StageOutcome<Captured, KnownAlready>> {
  const { ports } = state.context;
  const { source, retry } = state;
  const earlier = retry !== null && source.kind === 'page' ? source.earlier : null;
  const { page, survey, drawn } = taken;
  if (state.target === null) {
    // Only now is it known where a short link led to, before its pictures are asked for.
    const known = await knownAlready(state.context, pageNames(page, survey));
    if (known !== null) return { end: known };
  }
  const further = await furtherPages(state, taken, jar, job.signal);
  const { mediaBytes, wayback } = state.context.capturing();
  const sprites: Record<string, string> = {};
  const fetched = await fetchAll(resourcesOf(survey, further.pages), {
    http: earlier === null || retry === null ? ports.http : onlyMissing(ports.http, earlier, retry),
    files: ports.files,
    pages: ports.pages,
    ladder: state.context.learnt.ladder,
    placeholders: createPlaceholders(state.context.learnt.placeholders),
    hosts: createHostMemory(),
    mediaBytes,
    wayback: wayback === null ? null : { base: wayback, date: survey.published },
    jar,
    signal: job.signal,
    pageUrl: page.url,
    localFolder: source.kind === 'page' ? source.folder : null,
    had: new Map(source.kind === 'page' ? source.had.map((resource) => [resource.url, resource]) : []),
    ...(drawn === null ? {} : { seen: (url: string) => seenBy(drawn, url) }),
    putBlob: (bytes, extension) => state.staging.putBlob(bytes, extension),
    dropBlob: (path) => state.staging.dropBlob(path),
    keepSprite: (url, svg) => void (sprites[url] = svg),
    upFromBlob,
    progress: (done, total) => job.progress(done, total),
  });
  const whole = await withSprites(survey, sprites, ports.pages, job.signal);
  const next = { ...state, page, survey: whole, further: further.pages };
  if (earlier === null || retry === null) return { next: { ...next, resources: [...fetched, ...further.missing] } };
  const resources = [...withEarlier(fetched, earlier, retry), ...further.missing];
  if (state.target !== null && retry.remakes !== true && !broughtSomething(resources, earlier)) return { end: { known: state.target, still: resources } };
  return { next: { ...next, resources } };
}

/** Of further pages what the article may show: the original view is that of the first page, with its styles. */
function resourcesOf(survey: PageSurvey, further: readonly SurveyedPage[]): readonly FoundResource[] {
  const shown = further.flatMap((one) => one.survey.resources).filter(({ role, sprite, specks }) => (role === 'image' || role === 'media') && sprite !== true && specks !== 'fine');
  const own = new Set(survey.resources.map(({ url }) => url));
  const others = shown.filter(({ url }) => !own.has(url)).map((resource) => [resource.url, resource] as const);
  return [...survey.resources, ...new Map(others).values()];
}

/** What the page takes from drawings of their own is put into it; a page for which that fails goes without. */
async function withSprites(survey: PageSurvey, sprites: Readonly<Record<string, string>>, pages: PagesPort, signal: AbortSignal): Promise<PageSurvey> {
  if (Object.keys(sprites).length === 0) return survey;
  const drawn = await pages.run('inlineSprites', { html: survey.html, sprites }, signal);
  return drawn.ok ? { ...survey, html: drawn.value.html } : survey;
}

async function seenBy(drawn: DrawnPage, url: string): Promise<SeenResponse | null> {
  const copy = drawn.copyOf(url);
  return copy === null ? null : { bytes: await copy.read(), finalUrl: copy.finalUrl, status: copy.status, contentType: copy.type };
}
