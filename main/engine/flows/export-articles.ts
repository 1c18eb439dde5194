// Exporting: each article through its format, then to the file or the folder that the user named.

import { basename, dirname, extname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { ExportReport, ExportRequest } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { captureFolder, readerFile } from '../library/paths.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { CleanHtml } from '../model/clean-html.ts';
import type { FilesPort } from '../model/ports.ts';
import { formats } from '../publish/formats.ts';
import type { Material, Publication } from '../publish/material.ts';
import { publishedName } from '../publish/published-name.ts';
import { marksOf } from './annotate.ts';
import type { EngineContext } from './context.ts';

/**
 * One report for each article; one that fails does not stop the others.
 * Failures in reports: `not-found`, `damaged`, `no-browser` (PDF), `read-only`, `disk-full`, `cancelled`.
 */
export async function exportArticles(context: EngineContext, request: ExportRequest, signal: AbortSignal): Promise<Result<readonly ExportReport[]>> {
  const reports: ExportReport[] = [];
  for (const id of request.ids) {
    const job = context.jobs.add('export', context.index.row(id)?.title ?? id, signal);
    job.start();
    job.enter('export');
    const report = await exportOne(context, id, request, job.signal);
    job.end({ failure: report.ok ? null : report.failure, articleId: id });
    reports.push(report.ok ? report.value : { id, path: null, bytes: 0, failure: report.failure });
  }
  return ok(reports);
}

async function exportOne(context: EngineContext, id: string, request: ExportRequest, signal: AbortSignal): Promise<Result<ExportReport>> {
  const format = formats[request.format];
  try {
    const located = await context.library.article(id);
    if (!located.ok) return located;
    const path = await targetOf(context.ports.files, request, `${publishedName(located.value.document.title)}.${format.extension}`);
    const material = await materialOf(context, id, basename(path, extname(path)));
    if (!material.ok) return material;
    const published = await format.write(material.value, { browser: context.ports.browser, assets: context.ports.assets, signal });
    if (!published.ok) return published;
    if (signal.aborted) return fail('cancelled', path);
    await writePublication(context.ports.files, path, published.value);
    const beside = published.value.beside.reduce((sum, file) => sum + file.bytes.byteLength, 0);
    return ok({ id, path, bytes: published.value.bytes.byteLength + beside, failure: null });
  } catch (error) {
    return { ok: false, failure: storageFailure(error, request.path) };
  }
}

/** One article goes to the file that was named, or into a folder that is there; several go into a folder, each to a free name. */
async function targetOf(files: FilesPort, request: ExportRequest, name: string): Promise<string> {
  const isFolder = request.ids.length > 1 || (await files.stat(request.path))?.kind === 'folder';
  if (!isFolder) return request.path;
  await files.makeFolder(request.path);
  const ending = extname(name);
  for (let number = 1; ; number += 1) {
    const path = join(request.path, number === 1 ? name : `${basename(name, ending)} ${number}${ending}`);
    if ((await files.stat(path)) === null) return path;
  }
}

/** @param captureId another capture than the one that is shown. */
export async function materialOf(context: EngineContext, id: string, name: string, captureId?: string): Promise<Result<Material>> {
  const { library, ports } = context;
  const located = await library.article(id);
  if (!located.ok) return located;
  const { folder, document } = located.value;
  const capture = captureId ?? document.shown;
  const manifest = await library.manifest(folder, capture);
  if (!manifest.ok) return manifest;
  const reader = await library.read(`${captureFolder(folder, capture)}/${readerFile}`);
  if (reader === null) return fail('damaged', document.title, readerFile);
  const marks = await marksOf(context, id);
  if (!marks.ok) return marks;
  return ok({
    article: document,
    manifest: manifest.value,
    // What lies in the library was made by clean/; a reader page that was changed by hand is what the walls are for.
    readerHtml: new TextDecoder().decode(reader) as CleanHtml,
    marks: marks.value,
    readBlob: (path: string) => library.read(path),
    locale: context.locale,
    now: ports.now(),
    name,
    software: context.software,
  });
}

/** The files beside it first, so that what opens is whole; each by a temporary file of its own. */
async function writePublication(files: FilesPort, path: string, publication: Publication): Promise<void> {
  for (const { path: inside, bytes } of publication.beside) {
    await replaceFile(files, join(dirname(path), ...inside.split('/')), bytes);
  }
  await replaceFile(files, path, publication.bytes);
}

async function replaceFile(files: FilesPort, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  await files.makeFolder(dirname(path));
  try {
    await files.writeNew(temporary, bytes);
    await files.rename(temporary, path);
  } catch (error) {
    await files.remove(temporary);
    throw error;
  }
}
