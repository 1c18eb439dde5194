// The check of everything goes on where it was cut short; the one in the background does its share a day.

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFiles } from '../../../main/adapters/files.ts';
import { createPages } from '../../../main/adapters/page-worker-pool.ts';
import type { EngineContext } from '../../../main/engine/flows/context.ts';
import { createJobs } from '../../../main/engine/flows/jobs.ts';
import { checkShare } from '../../../main/engine/flows/keep-whole.ts';
import { syncIndex } from '../../../main/engine/flows/sync-index.ts';
import { openLibrary } from '../../../main/engine/library/open-library.ts';
import { openIndex } from '../../../main/engine/search/index-store.ts';
import { openTestEngine, temporaryFolder } from '../harness.ts';

const articles = 5;
let folder: string;
let library: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  library = join(folder, 'Library');
  const app = await openTestEngine({ library });
  const words = 'The tide mill stood where the creek narrows. '.repeat(8);
  for (let n = 0; n < articles; n += 1) {
    await writeFile(join(folder, `${n}.md`), `# Mill ${n}\n\n${words}\n`);
    await app.call('save', { inputs: [join(folder, `${n}.md`)], tags: [], mode: 'static', base: null });
  }
  await app.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('goes on where it was cut short, also after a restart', async () => {
  const cancelling = new AbortController();
  const files = createFiles();
  let manifests = 0;
  const read = (path: string): Promise<Uint8Array | null> => {
    if (path.endsWith('manifest.json') && ++manifests === 3) cancelling.abort();
    return files.read(path);
  };
  const app = await openTestEngine({ library, ports: { files: { ...files, read } } });
  await app.engine.synced;
  expect(await app.ask('verify', {}, cancelling.signal)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  await app.close();
  const again = await openTestEngine({ library });
  const report = await again.call('verify', {});
  expect(report).toMatchObject({ before: 2, damaged: [] });
  // One that came to its end is not gone on from.
  expect(await again.call('verify', {})).toEqual({ checked: report.checked, before: 0, damaged: [], lost: [] });
  await again.close();
});

it('in the background a share is checked a day, until all were and it begins anew', async () => {
  const pages = createPages(new URL('../../../main/engine/flows/page-worker.ts', import.meta.url));
  let now = new Date('2026-03-01T10:00:00Z');
  const opened = await openLibrary(createFiles(), { path: library, access: 'write', createIfMissing: false, now: () => now });
  if (!opened.ok) throw new Error(opened.failure.kind);
  const index = openIndex(join(library, 'cache', 'index.sqlite'), 'write');
  // What a check needs of an engine.
  const context = {
    ports: { files: createFiles(), pages, log: { write: () => undefined }, now: () => now },
    library: opened.value, index, jobs: createJobs(() => now, () => undefined), changed: () => undefined,
  } as unknown as EngineContext;
  const { signal } = new AbortController();
  await syncIndex(context, signal);
  const blind = (await readdir(library, { recursive: true })).filter((path) => path.endsWith('reader.html')).toSorted().at(-1) ?? '';
  await writeFile(join(library, blind), `${await readFile(join(library, blind), 'utf8')} `);
  const counts: number[] = [];
  const known: number[] = [];
  for (let day = 0; day <= articles; day += 1) {
    counts.push(await checkShare(context, signal), await checkShare(context, signal));
    known.push(opened.value.checkup.damaged().length);
    now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  }
  // Once a day, and never more: five articles are less than a thirtieth each.
  expect(counts).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0]);
  expect(known).toEqual([0, 0, 0, 0, 1, 1]);
  expect(index.row((opened.value.checkup.articles())[0] ?? '')?.status).toBe('damaged');
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  expect(await checkShare(context, signal)).toBe(1);
  index.close();
  await opened.value.close();
  await pages.close();
});
