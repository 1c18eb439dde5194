// Stage 2: the page, and everything that it shows.

import { fetchAll } from '../../capture/fetch-all.ts';
import { getPage } from '../../capture/get-page.ts';
import { createHostMemory } from '../../capture/host-memory.ts';
import { failureOfKind } from '../../capture/page-kind.ts';
import { createPlaceholders } from '../../capture/placeholders.ts';
import { upFromBlob } from '../../library/paths.ts';
import { comparable } from '../../model/address.ts';
import type { PageSurvey, RawPage } from '../../model/raw-page.ts';
import type { Job } from '../jobs.ts';
import type { Captured, Identified, KnownAlready } from '../save-stages.ts';
import { broughtSomething, onlyMissing, withEarlier } from '../retry-missing.ts';
import type { StageOutcome } from '../stages.ts';
import { knownAlready } from './identify.ts';

/** The addresses that the page itself is known by; a canonical one on another host is a claim that it cannot prove. */
export function pageNames(page: RawPage, survey: PageSurvey): string[] {
  const canonical = survey.canonical !== null && page.url !== null && new URL(survey.canonical).host === new URL(page.url).host ? survey.canonical : null;
  return [page.url, page.finalUrl, canonical].flatMap((address) => (address === null ? [] : (comparable(address) ?? [])));
}

export async function capture(state: Identified, job: Job): Promise<StageOutcome<Captured, KnownAlready>> {
  const { ports } = state.context;
  const { source, retry } = state;
  const earlier = retry !== null && source.kind === 'page' ? source.earlier : null;
  const jar = ports.http.newJar();
  const { signal } = job;
  const got = source.kind === 'web' ? await getPage(source.url, { http: ports.http, jar, signal }) : { ok: true as const, value: source.page };
  if (!got.ok) return { failure: got.failure };
  const page: RawPage = got.value;
  const survey = await ports.pages.run('survey', { html: page.html, base: page.base, lead: page.hints.lead ?? null }, signal);
  if (!survey.ok) return { failure: { ...survey.failure, about: state.input } };
  // Of a file the user knows what it is; what a site answers may stand before the article.
  const before = source.kind === 'web' ? failureOfKind(survey.value.kind, state.input) : null;
  if (before !== null) return { failure: before };
  if (state.target === null) {
    // Only now is it known where a short link led to, before its pictures are asked for.
    const known = await knownAlready(state.context, pageNames(page, survey.value));
    if (known !== null) return { end: known };
  }
  const fetched = await fetchAll(survey.value.resources, {
    http: earlier === null || retry === null ? ports.http : onlyMissing(ports.http, earlier, retry),
    files: ports.files,
    pages: ports.pages,
    ladder: state.context.learnt.ladder,
    placeholders: createPlaceholders(state.context.learnt.placeholders),
    hosts: createHostMemory(),
    mediaBytes: 50_000_000,
    wayback: null,
    jar,
    signal,
    pageUrl: page.url,
    localFolder: source.kind === 'page' ? source.folder : null,
    had: new Map(source.kind === 'page' ? source.had.map((resource) => [resource.url, resource]) : []),
    putBlob: (bytes, extension) => state.staging.putBlob(bytes, extension),
    dropBlob: (path) => state.staging.dropBlob(path),
    upFromBlob,
    progress: (done, total) => job.progress(done, total),
  });
  if (earlier === null || retry === null) return { next: { ...state, page, survey: survey.value, resources: fetched } };
  const resources = withEarlier(fetched, earlier, retry);
  if (state.target !== null && !broughtSomething(resources, earlier)) return { end: { known: state.target, still: resources } };
  return { next: { ...state, page, survey: survey.value, resources } };
}
