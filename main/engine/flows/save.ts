// Saving: each input through the table of stages, several at once, with one report each.

import type { MarksImport, RetryRequest, SaveMode, SaveReport, SaveRequest } from '../../../preload/contract/calls.ts';
import type { MissingResource } from '../../../preload/contract/article.ts';
import { fail, ok, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { LocatedArticle } from '../library/library.ts';
import { storageFailure } from '../library/storage-failure.ts';
import { comparable, localOrigin } from '../model/address.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { EngineContext } from './context.ts';
import { isComplete } from './capture-count.ts';
import { importMarks, isMarksFile } from './import-marks.ts';
import { isPdf, restoreArticles, type Restored } from './restore-articles.ts';
import { saveStages, type KnownAlready, type Retry, type SaveOrder } from './save-stages.ts';
import { labelOf, type Job } from './jobs.ts';

/** Inputs under way at once; requests to one host are bounded apart from that. */
const atOnce = 4;

export async function save(context: EngineContext, request: SaveRequest, signal: AbortSignal): Promise<Result<readonly SaveReport[]>> {
  const { refusal } = context.library;
  if (refusal !== null) return { ok: false, failure: refusal };
  const { tags, mode, base } = request;
  const inputs = [...new Set(request.inputs)];
  const works = inputs.map((input) => ({ input, job: context.jobs.add('save', labelOf(input), signal, { input, tags, mode, base }) }));
  const reports = new Map<string, SaveReport>();
  const queue = [...works];
  const lanes = Array.from({ length: Math.min(atOnce, queue.length) }, async () => {
    for (let work = queue.shift(); work !== undefined; work = queue.shift()) {
      reports.set(work.input, await saveOne(context, work.input, request, { target: null, retry: null }, work.job));
    }
  });
  await Promise.all(lanes);
  const answered = new Set<string>();
  return ok(request.inputs.flatMap((input) => reportFor(input, reports, answered)));
}

/** One report for each input as given; an input that is given twice is known the second time. */
function reportFor(input: string, reports: ReadonlyMap<string, SaveReport>, answered: Set<string>): SaveReport[] {
  const report = reports.get(input);
  if (report === undefined) return [];
  const repeated = answered.has(input);
  answered.add(input);
  return [repeated && report.id !== null ? { ...report, status: 'known' } : report];
}

/** Failures: `not-found`, `damaged`; what goes wrong with the page itself is in the report. */
export async function recapture(context: EngineContext, { id, mode = 'auto' }: { readonly id: string; readonly mode?: SaveMode }, signal: AbortSignal): Promise<Result<SaveReport>> {
  return captureAgain(context, id, { mode, retry: null }, signal);
}

/** Tries again what a capture is missing, by null all of it; a new capture comes of it only where something was had. */
export async function retryMissing(context: EngineContext, request: RetryRequest, signal: AbortSignal): Promise<Result<SaveReport>> {
  const { id, captureId, urls } = request;
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const wanted = captureId ?? located.value.document.shown;
  if (!located.value.document.captures.some((entry) => entry.id === wanted)) return fail('not-found', wanted, 'no capture has this id');
  return captureAgain(context, id, { mode: 'auto', retry: { captureId: wanted, urls } }, signal);
}

async function captureAgain(context: EngineContext, id: string, { mode, retry }: { readonly mode: SaveMode; readonly retry: Retry | null }, signal: AbortSignal): Promise<Result<SaveReport>> {
  const { refusal } = context.library;
  if (refusal !== null) return { ok: false, failure: refusal };
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const job = context.jobs.add('recapture', located.value.document.title, signal);
  const input = located.value.document.url ?? located.value.document.title;
  return ok(await saveOne(context, input, { tags: [], mode, base: null }, { target: located.value, retry }, job));
}

async function saveOne(
  context: EngineContext,
  input: string,
  options: SaveOrder['options'],
  again: Pick<SaveOrder, 'target' | 'retry'>,
  job: Job,
): Promise<SaveReport> {
  const startedAt = context.ports.now();
  try {
    return await saveByForm(context, input, options, again, startedAt, job);
  } catch (error) {
    // What is no failure of the disk is a bug, and thrown on.
    const report = failedReport(input, storageFailure(error, input), Math.round(context.ports.now().getTime() - startedAt.getTime()));
    job.end({ report, failure: report.failure, articleId: null });
    return report;
  }
}

async function saveByForm(
  context: EngineContext,
  input: string,
  options: SaveOrder['options'],
  again: Pick<SaveOrder, 'target' | 'retry'>,
  startedAt: Date,
  job: Job,
): Promise<SaveReport> {
  if (again.target === null && (await isMarksFile(context.ports.files, input))) return saveMarks(context, input, startedAt, job);
  if (again.target === null && isPdf(input)) return savePdf(context, input, startedAt, job);
  const staging = context.library.openStaging();
  job.start();
  // The same address twice at once: the second waits, and then is known.
  const name = comparable(input.trim()) ?? input;
  const report = await context.saving
    .take(name, () => runStages({ context, staging, input, options, ...again, startedAt }, job))
    .finally(() => staging.discard());
  job.end({ report, failure: report.failure, articleId: report.id });
  return report;
}

/** A file of marks brings no article: its marks go onto those that are here. */
async function saveMarks(context: EngineContext, path: string, startedAt: Date, job: Job): Promise<SaveReport> {
  job.start();
  const marks = await importMarks(context, { path });
  const tookMs = Math.round(context.ports.now().getTime() - startedAt.getTime());
  const report = marks.ok ? marksReport(path, marks.value, tookMs) : failedReport(path, marks.failure, tookMs);
  job.end({ report, failure: report.failure, articleId: report.id });
  return report;
}

/** The articles in a PDF that Offprint made; the report is the first one's. */
async function savePdf(context: EngineContext, path: string, startedAt: Date, job: Job): Promise<SaveReport> {
  job.start();
  const tookMs = (): number => Math.round(context.ports.now().getTime() - startedAt.getTime());
  const restored = await restoreArticles(context, path, job.signal).catch((error: unknown) => ({ ok: false as const, failure: storageFailure(error, context.library.path) }));
  const [first] = restored.ok ? restored.value : [];
  const report = restored.ok && first !== undefined ? await restoredReport(context, path, first, tookMs()) : failedReport(path, restored.ok ? null : restored.failure, tookMs());
  job.end({ report, failure: report.failure, articleId: report.id });
  return report;
}

async function restoredReport(context: EngineContext, path: string, { article, wasHere }: Restored, tookMs: number): Promise<SaveReport> {
  const manifest = await manifestOf(context, article, article.document.shown);
  const status = wasHere ? 'known' : manifest !== null && isComplete(manifest) ? 'saved' : 'partial';
  return articleReport(path, status, article, manifest, tookMs);
}

function marksReport(input: string, marks: MarksImport, tookMs: number): SaveReport {
  const [first] = marks.articles;
  const lost = marks.unplaced.length > 0 && first === undefined ? fail('not-found', marks.unplaced[0]?.source ?? input, 'the article of these marks').failure : null;
  const report = failedReport(input, lost, tookMs);
  const status = lost !== null ? 'failed' : marks.added > 0 ? 'saved' : 'known';
  return { ...report, status, id: first?.id ?? null, title: first?.title ?? null, marks };
}

async function runStages(order: SaveOrder, job: Job): Promise<SaveReport> {
  const tookMs = (): number => Math.round(order.context.ports.now().getTime() - order.startedAt.getTime());
  const ended = await guarded(order, job);
  if (!ended.ok) return failedReport(order.input, ended.failure, tookMs());
  const outcome = ended.value;
  if ('end' in outcome) return endReport(order, outcome.end, tookMs());
  const { article, manifest } = outcome.done;
  return articleReport(order.input, isComplete(manifest) ? 'saved' : 'partial', article, manifest, tookMs());
}

/** A retry that brought nothing says what is missing still, and why this time. */
async function endReport({ context, input, retry }: SaveOrder, { known, still }: KnownAlready, tookMs: number): Promise<SaveReport> {
  const manifest = await manifestOf(context, known, retry?.captureId ?? known.document.shown);
  if (manifest === null || still === undefined) return articleReport(input, 'known', known, manifest, tookMs);
  const now = { ...manifest, resources: [...still] };
  return articleReport(input, isComplete(now) ? 'known' : 'partial', known, now, tookMs);
}

/** A full disk or a folder that cannot be written is the user's to mend; a bug fails this input alone. */
async function guarded(order: SaveOrder, job: Job): ReturnType<typeof saveStages.run> {
  try {
    return await saveStages.run(order, job, order.context.ports.log);
  } catch (error) {
    if (job.signal.aborted) return fail('cancelled', order.input);
    try {
      return { ok: false, failure: storageFailure(error, order.context.library.path) };
    } catch {
      order.context.ports.log.write('error', `bug while saving ${order.input}`, { error: error instanceof Error ? error.stack : String(error) });
      return fail('bug', order.input, error instanceof Error ? error.message : '');
    }
  }
}

async function manifestOf(context: EngineContext, article: LocatedArticle, captureId: string): Promise<ManifestDocument | null> {
  const manifest = await context.library.manifest(article.folder, captureId);
  return manifest.ok ? manifest.value : null;
}

export function missingOf(manifest: ManifestDocument): MissingResource[] {
  return manifest.resources
    .filter(({ path, role }) => path === null && role !== 'icon')
    .map(({ url, role, missing, tried }) => ({ url: shownAddress(url), role, reason: missing ?? '', tried }));
}

/** A file beside a local page is named as the page names it. */
function shownAddress(url: string): string {
  return url.startsWith(localOrigin) ? decodeURI(url.slice(localOrigin.length)) : url;
}

function articleReport(
  input: string,
  status: SaveReport['status'],
  { document }: LocatedArticle,
  manifest: ManifestDocument | null,
  tookMs: number,
): SaveReport {
  const { id, url, title, byline, site, published, language, words, captures } = document;
  const captureId = manifest?.captureId ?? document.shown;
  const counts = captures.find((capture) => capture.id === captureId)?.images ?? { found: 0, saved: 0 };
  const missing = manifest === null ? [] : missingOf(manifest);
  const worse = captures.find((capture) => capture.id === captureId)?.worse ?? null;
  return { input, status, id, captureId, url, title, byline, site, published, language, words, images: { ...counts, missing }, failure: null, worse, tookMs };
}

export function failedReport(input: string, failure: Failure | null, tookMs: number): SaveReport {
  const unknown = { id: null, captureId: null, url: null, title: null, byline: null, site: null, published: null, language: null } as const;
  return { input, status: 'failed', ...unknown, words: 0, images: { found: 0, saved: 0, missing: [] }, failure, worse: null, tookMs };
}
