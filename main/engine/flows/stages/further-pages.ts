// The pages after the first, of an article that has several: each is asked for by the link on the one before.

import { getPage } from '../../capture/get-page.ts';
import { failureOfKind } from '../../capture/page-kind.ts';
import { areOfOneArticle } from '../../capture/same-article.ts';
import { comparable } from '../../model/address.ts';
import type { ManifestResource } from '../../model/documents.ts';
import type { CookieJar } from '../../model/ports.ts';
import type { RawPage } from '../../model/raw-page.ts';
import { ok, type Result } from '../../../../preload/contract/result.ts';
import type { Identified, SurveyedPage } from '../save-stages.ts';

/** Pages of one article, the first among them. */
const mostPages = 30;

export interface FurtherPages {
  readonly pages: readonly SurveyedPage[];
  /** The page at which it had to stop, with the reason; empty where the article is whole. */
  readonly missing: readonly ManifestResource[];
}

/** Of a capture that was stored, the pages that it has. A file leads nowhere: only the web is followed. */
export async function furtherPages(state: Identified, first: SurveyedPage, jar: CookieJar, signal: AbortSignal): Promise<FurtherPages> {
  const { source } = state;
  if (source.kind === 'page') return storedPages(state, source, first, signal);
  const pages: SurveyedPage[] = [];
  const visited = new Set([comparable(source.url), comparable(first.page.finalUrl ?? source.url)]);
  for (let { next } = first.survey; next !== null && !visited.has(comparable(next)); next = pages.at(-1)?.survey.next ?? null) {
    visited.add(comparable(next));
    if (pages.length + 1 >= mostPages) return { pages, missing: [missingPage(next, `more than ${mostPages} pages`)] };
    const got = await surveyedPage(state, next, first, jar, signal);
    if (!got.ok) return { pages, missing: [missingPage(next, got.failure.detail || got.failure.kind)] };
    const { page, survey } = got.value;
    // It led back, to another article, or to the same page under another number: the article ends here.
    const address = comparable(page.finalUrl ?? next);
    const isOld = (address !== comparable(next) && visited.has(address)) || Buffer.compare(page.bytes, (pages.at(-1) ?? first).page.bytes) === 0;
    if (isOld || !areOfOneArticle(first.survey.identity, survey.identity)) break;
    visited.add(address);
    pages.push(got.value);
  }
  return { pages, missing: [] };
}

async function surveyedPage(state: Identified, url: string, first: SurveyedPage, jar: CookieJar, signal: AbortSignal): Promise<Result<SurveyedPage>> {
  const { http } = state.context.ports;
  const once = await getPage(url, { http, jar, signal });
  const got = !once.ok && (once.failure.kind === 'busy' || once.failure.kind === 'offline') ? await getPage(url, { http, jar, signal }) : once;
  if (!got.ok) return got;
  const taken = await surveyed(state, got.value, first.page.finalUrl ?? url, signal);
  if (!taken.ok) return taken;
  const problem = failureOfKind(taken.value.survey.kind, url);
  return problem === null ? taken : { ok: false, failure: problem };
}

async function surveyed(state: Identified, page: RawPage, first: string, signal: AbortSignal): Promise<Result<SurveyedPage>> {
  const answer = await state.context.ports.pages.run('survey', { html: page.html, base: page.base, lead: null, first }, signal);
  return answer.ok ? ok({ page, survey: answer.value }) : answer;
}

async function storedPages(state: Identified, source: Extract<Identified['source'], { kind: 'page' }>, first: SurveyedPage, signal: AbortSignal): Promise<FurtherPages> {
  const pages: SurveyedPage[] = [];
  for (const page of source.further) {
    const taken = await surveyed(state, page, first.page.finalUrl ?? '', signal);
    if (taken.ok) pages.push(taken.value);
  }
  return { pages, missing: (source.earlier?.resources ?? []).filter(({ role }) => role === 'page') };
}

export function missingPage(url: string, why: string): ManifestResource {
  const nothing = { finalUrl: null, status: null, type: null, bytes: null, sha256: null, path: null, got: null } as const;
  return { url, ...nothing, role: 'page', missing: why, tried: [{ rung: 'as-asked', answer: why }] };
}
