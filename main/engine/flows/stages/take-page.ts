// The page itself, as it will be kept: fetched, or drawn by a browser where that is asked for or needed.

import type { Failure, Result } from '../../../../preload/contract/result.ts';
import { drawPage } from '../../capture/draw-page.ts';
import { getPage } from '../../capture/get-page.ts';
import { refusesPrograms, whyBrowser } from '../../capture/needs-browser.ts';
import { failureOfKind } from '../../capture/page-kind.ts';
import type { CookieJar, DrawnPage } from '../../model/ports.ts';
import type { PageSurvey, RawPage } from '../../model/raw-page.ts';
import type { Job } from '../jobs.ts';
import type { Identified } from '../save-stages.ts';
import { hasFrames, withFrames } from './gather-frames.ts';

export interface TakenPage {
  readonly page: RawPage;
  readonly survey: PageSurvey;
  /** Of a page that a browser has drawn, what that has seen; to be closed in the end. */
  readonly drawn: DrawnPage | null;
}

type Taken = Result<TakenPage>;

/** Failures: those of fetching and drawing, and of what stands before the article and stays there. */
export async function takePage(state: Identified, jar: CookieJar, job: Job): Promise<Taken> {
  const { signal } = job;
  const { source, options, context } = state;
  // Of a file the user knows what it is; what a site answers may stand before the article.
  if (source.kind === 'page') return surveyed(state, source.page, null, jar, signal);
  if (options.mode === 'browser') return asArticle(await drawn(state, source.url, jar, signal), state.input);
  const fetched = await fetchPage(state, source.url, jar, job);
  const why = fetched.ok ? whyBrowser(fetched.value.survey) : refusesPrograms(fetched.failure) ? 'it was refused to a program' : null;
  if (why === null || options.mode === 'static' || (await context.ports.browser.find()) === null) return asArticle(fetched, state.input);
  context.ports.log.write('info', `${state.input}: drawn by a browser, since ${why}`);
  return better(fetched, await drawn(state, source.url, jar, signal), state.input);
}

async function fetchPage(state: Identified, url: string, jar: CookieJar, job: Job): Promise<Taken> {
  const { signal } = job;
  const got = await getPage(url, { http: state.context.ports.http, jar, signal, waiting: (until) => job.waits(until) });
  return got.ok ? surveyed(state, got.value, null, jar, signal) : got;
}

async function drawn(state: Identified, url: string, jar: CookieJar, signal: AbortSignal): Promise<Taken> {
  const { browser, log } = state.context.ports;
  const got = await drawPage(url, { browser, signal });
  if (!got.ok) return got;
  const { page, drawn: seen } = got.value;
  if (seen.notes.length > 0) log.write('warning', `${state.input}: ${seen.notes.join('; ')}`);
  const taken = await surveyed(state, page, seen, jar, signal);
  if (!taken.ok) await seen.close();
  return taken;
}

async function surveyed(state: Identified, page: RawPage, seen: DrawnPage | null, jar: CookieJar, signal: AbortSignal): Promise<Taken> {
  const { ports } = state.context;
  const survey = await surveyOf(state, page, signal);
  if (!survey.ok) return survey;
  const plain: Taken = { ok: true, value: { page, survey: survey.value, drawn: seen } };
  if (survey.value.kind !== 'page' || !hasFrames(page)) return plain;
  const whole = await withFrames(page, { ports, jar, signal, drawn: seen });
  const again = whole === page ? survey : await surveyOf(state, whole, signal);
  if (!again.ok) return again;
  // Frames tell what kind of page it is: judged while they were there.
  const { kind, lacks } = survey.value;
  return { ok: true, value: { page: whole, survey: { ...again.value, kind, lacks }, drawn: seen } };
}

async function surveyOf(state: Identified, page: RawPage, signal: AbortSignal): Promise<Result<PageSurvey>> {
  const survey = await state.context.ports.pages.run('survey', { html: page.html, base: page.base, lead: page.hints.lead ?? null }, signal);
  return survey.ok ? survey : { ok: false, failure: { ...survey.failure, about: state.input } };
}

/** The drawn page, unless only the fetched one can be read. */
async function better(fetched: Taken, seen: Taken, input: string): Promise<Taken> {
  if (seen.ok && problemOf(seen.value, input) === null) return seen;
  if (!seen.ok && seen.failure.kind === 'cancelled') return seen;
  if (seen.ok) await seen.value.drawn?.close();
  if (fetched.ok && problemOf(fetched.value, input) === null) return fetched;
  // What stayed in the way when a browser asked says more than what was in the way at first.
  return seen.ok ? asArticle(seen, input) : asArticle(fetched, input);
}

async function asArticle(taken: Taken, input: string): Promise<Taken> {
  const problem = taken.ok ? problemOf(taken.value, input) : null;
  if (!taken.ok || problem === null) return taken;
  await taken.value.drawn?.close();
  return { ok: false, failure: problem };
}

function problemOf({ survey }: TakenPage, input: string): Failure | null {
  return failureOfKind(survey.kind, input);
}
