// What an article is published from, gathered from the library.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { captureFolder, readerFile } from '../library/paths.ts';
import type { CleanHtml } from '../model/clean-html.ts';
import type { Material } from '../publish/material.ts';
import { marksOf } from './annotate.ts';
import type { EngineContext } from './context.ts';

/** @param captureId another capture than the one that is shown. Failures: `not-found`, `damaged`. */
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
