// How far an article was read: kept with it, quietly, and no reason not to open it when it cannot be read.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleFolder } from '../../../main/engine/library/paths.ts';
import type { Topic } from '../../../preload/contract/events.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const selector = [{ type: 'TextPositionSelector', start: 40, end: 60 }] as const;
let app: TestEngine;
let id: string;

beforeAll(async () => {
  app = await openTestEngine();
  const file = join(app.library, '../ferry.html');
  await writeFile(file, `<html lang="en"><head><title>The ferry</title></head><body><article><h1>The ferry</h1><p>${'The ferry left at dawn, and nobody saw it go. '.repeat(20)}</p></article></body></html>`);
  const [report] = await app.call('save', { inputs: [file], tags: [], mode: 'static', base: null });
  id = report?.id ?? '';
});

afterAll(() => app.close());

const document = (): string => join(app.library, articleFolder(id), 'article.json');

it('is not known of an article that was not begun', async () => {
  expect((await app.call('article', { id })).progress).toBeNull();
});

it('is kept over a new start, and tells nobody', async () => {
  // What is yet to be told of the save before is not told by a new start.
  await app.reopen();
  await app.engine.synced;
  const told: Topic[] = [];
  const stop = app.engine.listen((topic) => told.push(topic));
  await app.call('keepProgress', { id, progress: { read: 0.42, selector } });
  stop();
  expect(told).toEqual([]);
  await app.reopen();
  const { progress, read } = await app.call('article', { id });
  expect(progress).toEqual({ read: 0.42, selector });
  expect(read).toBe(false);
});

it.each([[{ read: 'half', selector: [] }], [{ read: 7, selector: [] }], [{ read: 0.5 }], ['far'], [null]])('opens the article whatever stands there: %j', async (progress) => {
  const stored = JSON.parse(await readFile(document(), 'utf8')) as Record<string, unknown>;
  await writeFile(document(), JSON.stringify({ ...stored, progress }));
  expect((await app.call('article', { id })).progress).toBeNull();
});

it('is not kept of an article that is not there', async () => {
  expect(await app.ask('keepProgress', { id: '1m868gbrvy1r9n5n', progress: { read: 1, selector: [] } })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
});
