// The index keeps itself whole: made when it is missing, lost or locked, and in step with what others do in the folder.

import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const question = { place: 'all', tag: null, sort: 'newest', offset: 0, limit: 20, typing: false } as const;
const patience = { timeout: 20_000, interval: 100 };

let site: Site;
let app: TestEngine;
let tide: string;
beforeAll(async () => {
  [site, app] = await Promise.all([startSite(), openTestEngine()]);
  tide = await add('tide', 'mill');
  await add('comet', 'telescope');
});
afterAll(async () => {
  await Promise.all([app.close(), site.close()]);
});

async function add(name: string, word: string): Promise<string> {
  const text = `The ${word} stood where the creek narrows, and twice a day the sea did its work. `.repeat(9);
  site.put(`/${name}.html`, `<!doctype html><html lang="en"><head><title>The ${name}</title></head><body><article><h1>The ${name}</h1><p>${text}</p></article></body></html>`);
  const [report] = await app.call('save', { inputs: [site.url(`/${name}.html`)], tags: [], mode: 'static', base: null });
  return report?.id ?? '';
}

const total = async (query: string): Promise<number> => (await app.call('find', { ...question, query })).total;
const indexFile = (): string => join(app.library, 'cache', 'index.sqlite');

function articleFolder(id: string): Promise<string> {
  return readdir(join(app.library, 'articles')).then(([year = '']) => join(app.library, 'articles', year, id));
}

it('is made by itself when it is missing, and says so meanwhile', async () => {
  await app.engine.close();
  await rm(join(app.library, 'cache'), { recursive: true });
  await app.reopen();
  await app.engine.filled;
  expect(await app.call('find', { ...question, query: 'creek' })).toMatchObject({ total: 2, indexing: false });
});

it('is made anew by itself when what it holds is not what was written', async () => {
  const other = new DatabaseSync(indexFile());
  other.exec(`UPDATE block SET data = x'0102030405'`);
  other.close();
  await total('creek');
  await expect.poll(() => total('creek'), patience).toBe(2);
  expect((await app.call('find', { ...question, query: '' })).indexing).toBe(false);
});

it('goes on in memory while another program holds the file, with all that there is', async () => {
  const other = new DatabaseSync(indexFile());
  other.exec('BEGIN IMMEDIATE');
  const id = await add('lighthouse', 'lantern');
  await expect.poll(() => total('creek'), patience).toBe(3);
  expect(await total('lantern')).toBe(1);
  other.exec('ROLLBACK');
  other.close();
  await app.reopen();
  await app.engine.synced;
  expect(await total('lantern')).toBe(1);
  await app.call('delete', { ids: [id] });
  await app.call('purge', { ids: [id] });
});

it('notices articles that are taken out of the folder and put back while it is open', async () => {
  const [folder, aside] = [await articleFolder(tide), join(app.library, 'tmp', 'aside')];
  await rename(folder, aside);
  await expect.poll(() => total('mill'), patience).toBe(0);
  expect(await total('')).toBe(1);
  await rename(aside, folder);
  await expect.poll(() => total('mill'), patience).toBe(1);
});

it('notices at the next start what was changed in a document by hand', async () => {
  const file = join(await articleFolder(tide), 'article.json');
  await app.engine.close();
  const document = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...document, title: 'Grindstones' }));
  await app.reopen();
  await app.engine.synced;
  expect(await total('title:grindstones')).toBe(1);
});

it('is made anew when it is asked for', async () => {
  expect(await app.call('reindex', {})).toMatchObject({ articles: 2 });
  expect(await total('creek')).toBe(2);
});
