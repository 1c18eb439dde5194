// Exporting: articles through their format, one file each or all in one book, to the place that the user named.

import { basename, extname } from 'node:path';
import type { ExportReport, ExportRequest } from '../../../preload/contract/calls.ts';
import { usualPrint } from '../../../preload/contract/print-settings.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { storageFailure } from '../library/storage-failure.ts';
import { formats } from '../publish/formats.ts';
import type { Material, Publication, PublishTools } from '../publish/material.ts';
import { publishedName } from '../publish/published-name.ts';
import { bundleArticles } from './bundle-articles.ts';
import type { EngineContext } from './context.ts';
import { materialOf } from './export-material.ts';
import { fileIn, openTarget, writePublication, type Target } from './export-target.ts';
import type { Job } from './jobs.ts';

/**
 * One report for each article; one that fails does not stop the others, and a book stands without it. Cancelling stops all
 * that is not written yet. Failures in reports: `not-found`, `damaged`, `no-browser` (PDF), `read-only`, `disk-full`,
 * `in-use`, `bad-input`, `timed-out`, `cancelled`.
 */
export async function exportArticles(context: EngineContext, request: ExportRequest, signal: AbortSignal): Promise<Result<readonly ExportReport[]>> {
  const [only, ...others] = request.ids;
  const label = others.length > 0 ? basename(request.path) : (context.index.row(only ?? '')?.title ?? only ?? '');
  const job = context.jobs.add('export', label, signal);
  job.start();
  job.enter('export');
  const reports = await exportAll(context, request, job).catch((error: unknown) => {
    job.end({ failure: fail('bug', label).failure, articleId: null });
    throw error;
  });
  const failure = reports.find((report) => report.failure !== null)?.failure ?? null;
  job.end({ failure, articleId: others.length > 0 ? null : (only ?? null) });
  return ok(reports);
}

async function exportAll(context: EngineContext, request: ExportRequest, job: Job): Promise<readonly ExportReport[]> {
  const print = request.print ?? usualPrint;
  const tools: PublishTools = { browser: context.ports.browser, assets: context.ports.assets, print, bundle: (ids) => bundleArticles(context, ids), signal: job.signal };
  const isBook = request.format === 'pdf' && print.book && request.ids.length > 1;
  // What the disk answers at a call that has no word of its own for it.
  const refused = (error: unknown): Result<never> => ({ ok: false, failure: storageFailure(error, request.path) });
  const target = await openTarget(context.ports.files, request, isBook).catch(refused);
  if (!target.ok) return request.ids.map((id) => notWritten(id, target));
  if (isBook) {
    const book = await exportBook(context, request, target.value, tools, job).then(ok, refused);
    return book.ok ? book.value : request.ids.map((id) => notWritten(id, book));
  }
  const reports: ExportReport[] = [];
  for (const [done, id] of request.ids.entries()) {
    if (request.ids.length > 1) job.progress(done, request.ids.length);
    const report = await exportOne(context, request, id, target.value, tools).then(ok, refused);
    reports.push(report.ok ? report.value : notWritten(id, report));
  }
  return reports;
}

async function exportOne(context: EngineContext, request: ExportRequest, id: string, target: Target, tools: PublishTools): Promise<ExportReport> {
  const { signal } = tools;
  if (signal.aborted) return notWritten(id, fail('cancelled', id));
  const format = formats[request.format];
  const located = await context.library.article(id);
  if (!located.ok) return notWritten(id, located);
  const path = await fileIn(context.ports.files, target, `${publishedName(located.value.document.title)}.${format.extension}`);
  const material = await materialOf(context, id, basename(path, extname(path)));
  if (!material.ok) return notWritten(id, material);
  const published = await format.write(material.value, tools);
  if (!published.ok) return notWritten(id, published);
  const [report] = await written(context, [id], path, published.value, signal);
  return report ?? notWritten(id, fail('bug', id));
}

/** Articles that cannot be read are left out, and reported. */
async function exportBook(context: EngineContext, request: ExportRequest, target: Target, tools: PublishTools, job: Job): Promise<readonly ExportReport[]> {
  const { signal } = tools;
  const untitled = printSentence('bookName', context.locale, { count: request.ids.length });
  const path = await fileIn(context.ports.files, target, `${publishedName(untitled)}.pdf`);
  const name = basename(path, extname(path));
  const materials: Material[] = [];
  const failed: ExportReport[] = [];
  for (const [done, id] of request.ids.entries()) {
    job.progress(done, request.ids.length);
    const material = await materialOf(context, id, name);
    if (material.ok) materials.push(material.value);
    else failed.push(notWritten(id, material));
  }
  const ids = materials.map(({ article }) => article.id);
  if (ids.length === 0) return failed;
  const published = await (await import('../publish/pdf.ts')).writePdf(materials, tools);
  if (!published.ok) return [...ids.map((id) => notWritten(id, published)), ...failed];
  return [...(await written(context, ids, path, published.value, signal)), ...failed];
}

async function written(
  context: EngineContext,
  ids: readonly string[],
  path: string,
  publication: Publication,
  signal: AbortSignal,
): Promise<readonly ExportReport[]> {
  if (signal.aborted) return ids.map((id) => notWritten(id, fail('cancelled', path)));
  const done = await writePublication(context.ports.files, path, publication);
  if (!done.ok) return ids.map((id) => notWritten(id, done));
  const beside = publication.beside.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  return ids.map((id) => ({ id, path, bytes: publication.bytes.byteLength + beside, failure: null }));
}

function notWritten(id: string, { failure }: Extract<Result<unknown>, { readonly ok: false }>): ExportReport {
  return { id, path: null, bytes: 0, failure };
}
