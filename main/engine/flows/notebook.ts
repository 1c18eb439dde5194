// The marks of the whole library: looked through, and written out.

import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { MarksExportRequest, NotebookEntry, NotebookFilter } from '../../../preload/contract/calls.ts';
import { marksJson, marksMarkdown } from '../../../preload/contract/marks-document.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { storageFailure } from '../library/storage-failure.ts';
import { marksOf } from './annotate.ts';
import type { EngineContext } from './context.ts';

const page = 500;

/** Failures: `not-found`, `damaged`, `read-only`, `disk-full`. */
export async function exportMarks(context: EngineContext, { which, format, path }: MarksExportRequest): Promise<Result<{ path: string; bytes: number; marks: number }>> {
  const entries = 'id' in which ? await entriesOf(context, which.id) : ok(filtered(context, which.filter));
  if (!entries.ok) return entries;
  const text = format === 'json' ? marksJson(entries.value) : marksMarkdown(entries.value);
  const bytes = new TextEncoder().encode(text);
  const { files } = context.ports;
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await files.writeNew(temporary, bytes);
    await files.rename(temporary, path);
    return ok({ path, bytes: bytes.byteLength, marks: entries.value.length });
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    return { ok: false, failure: storageFailure(error, path) };
  }
}

async function entriesOf(context: EngineContext, id: string): Promise<Result<readonly NotebookEntry[]>> {
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const marks = await marksOf(context, id);
  if (!marks.ok) return marks;
  const { title, site, url } = located.value.document;
  return ok(marks.value.map((mark) => ({ article: { id, title, site, url }, mark })));
}

function filtered(context: EngineContext, filter: NotebookFilter): readonly NotebookEntry[] {
  const entries: NotebookEntry[] = [];
  for (let offset = 0; ; offset += page) {
    const answer = context.index.notebook({ ...filter, offset, limit: page });
    entries.push(...answer.entries);
    if (answer.entries.length < page) return entries;
  }
}
