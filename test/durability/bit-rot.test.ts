// Documents whose bytes are flipped, cut and zeroed, one after the other: the rest of the library opens and answers, what can
// be made anew is, and the damaged bytes are kept beside it.

import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPng } from '../demo/draw.ts';
import { temporaryFolder, type TestEngine } from '../engine/harness.ts';
import { startSite } from '../site/site.ts';
import { damageNames, damages } from './damages.ts';
import { createRoom, type Room } from './room.ts';

/** Every byte where that is asked for; else so many places in each document. */
const places = process.env['OFFPRINT_FAULTS'] === 'all' ? Number.POSITIVE_INFINITY : 10;
const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);

let folder: string;
let template: string;
let room: Room;
const ids: string[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  template = join(folder, 'Template');
  room = createRoom();
  const site = await startSite();
  site.put('/one.png', drawPng(1, 40, 30));
  const app = await room.open(template);
  for (const name of ['mill', 'moon']) {
    site.put(`/${name}.html`, `<html lang="en"><head><title>The ${name}</title></head><body><article><h1>The ${name}</h1><p>${words}</p><img src="/one.png"><p>${words}</p></article></body></html>`);
    const [report] = await app.call('save', { inputs: [site.url(`/${name}.html`)], tags: ['Sea'], mode: 'static', base: null });
    ids.push(report?.id ?? '');
  }
  await app.call('quoteMark', { id: ids[0] ?? '', quote: 'the creek narrows', prefix: '', suffix: '', note: 'where?', color: 'yellow' });
  await app.engine.close();
  await site.close();
}, 60_000);
afterAll(async () => {
  await room.close();
  await rm(folder, { recursive: true, force: true });
});

async function damagedCopy(path: string, damage: (bytes: Buffer) => Buffer, withIndex: boolean): Promise<string> {
  const library = join(folder, 'Try');
  await rm(library, { recursive: true, force: true });
  await cp(template, library, { recursive: true });
  if (!withIndex) await rm(join(library, 'cache'), { recursive: true, force: true });
  await writeFile(join(library, path), damage(await readFile(join(library, path))));
  return library;
}

async function pathOf(document: string): Promise<string> {
  const all = await readdir(template, { recursive: true });
  const found = all.find((path) => path.endsWith(document) && (document === 'library.json' || path.includes(ids[0] ?? '-')));
  if (found === undefined) throw new Error(`no ${document}`);
  return found;
}

/** The other article is there, whole, and can be changed; no call is a bug. */
async function restIsWhole(app: TestEngine): Promise<void> {
  await app.engine.synced;
  const [first = '', other = ''] = ids;
  expect((await app.call('article', { id: other })).title).toBe('The moon');
  expect((await app.call('find', { query: 'moon', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 9, typing: false })).total).toBeGreaterThan(0);
  expect((await app.call('verify', {})).damaged.filter(({ articles }) => articles.includes(other))).toEqual([]);
  const tagged = await app.ask('setTags', { ids: [other], add: ['Sky'], remove: [] });
  // One bit makes a newer format of `1`: such a library is only read.
  if (!tagged.ok) expect(tagged.failure.kind).toBe('newer-format');
  for (const call of ['article', 'marks'] as const) {
    const answer = await app.ask(call, { id: first });
    if (!answer.ok) expect(['damaged', 'not-found']).toContain(answer.failure.kind);
  }
  const marked = await app.ask('quoteMark', { id: first, quote: 'twice a day', prefix: '', suffix: '', note: '', color: 'green' });
  if (!marked.ok) expect(['damaged', 'not-found']).toContain(marked.failure.kind);
  const deleted = await app.ask('delete', { ids: [first] });
  if (!deleted.ok) expect(['damaged', 'not-found']).toContain(deleted.failure.kind);
}

for (const document of ['article.json', 'annotations.json', 'manifest.json', 'library.json']) {
  it.each(damageNames)(`${document}, %s: the rest of the library opens and answers`, { timeout: 300_000 }, async (name) => {
    const path = await pathOf(document);
    const { length } = await readFile(join(template, path));
    const step = Math.max(1, Math.floor(length / places));
    for (let at = 0; at < length; at += step) {
      const library = await damagedCopy(path, (bytes) => damages[name](bytes, at), at % 2 === 0);
      const app = await room.open(library);
      await restIsWhole(app).catch((error: unknown) => {
        throw new Error(`byte ${at} of ${length}`, { cause: error });
      });
      await app.engine.close();
    }
  });
}

it('an article is made anew from its captures and the index, and its damaged bytes are kept', async () => {
  const path = await pathOf('article.json');
  for (const withIndex of [true, false]) {
    const library = await damagedCopy(path, (bytes) => bytes.subarray(0, 100), withIndex);
    const app = await room.open(library);
    await app.engine.synced;
    const article = await app.call('article', { id: ids[0] ?? '' });
    expect(article).toMatchObject({ title: 'The mill', status: 'complete', images: { found: 1, saved: 1 }, marks: 1 });
    // What a user gave it is in no capture.
    expect(article.tags).toEqual(withIndex ? ['Sea'] : []);
    const beside = await readdir(join(library, path, '..'));
    expect(beside.filter((name) => name.startsWith('article.damaged-'))).toHaveLength(1);
    expect((await app.call('verify', {})).damaged).toEqual([]);
    await app.engine.close();
  }
});

it('marks that cannot be read are kept when the next one is made', async () => {
  const path = await pathOf('annotations.json');
  // Without the index, as that would bring them back.
  const library = await damagedCopy(path, (bytes) => bytes.subarray(0, 200), false);
  const app = await room.open(library);
  await app.engine.synced;
  const id = ids[0] ?? '';
  expect(await app.ask('marks', { id })).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
  await app.call('quoteMark', { id, quote: 'twice a day', prefix: '', suffix: '', note: '', color: 'green' });
  expect(await app.call('marks', { id })).toHaveLength(1);
  const kept = (await readdir(join(library, path, '..'))).find((name) => name.startsWith('annotations.damaged-'));
  expect((await readFile(join(library, path, '..', kept ?? 'none'))).length).toBe(200);
  await app.engine.close();
});

/** What lists, searches and the notebook answer. */
async function answers(app: TestEngine): Promise<unknown> {
  await app.engine.synced;
  const find = (query: string) => app.call('find', { query, place: 'all', tag: null, sort: 'oldest', offset: 0, limit: 9, typing: false });
  const found = await Promise.all(['', 'creek', 'title:moon', 'tag:Sea', 'note:where'].map(find));
  const { entries } = await app.call('notebook', { query: '', color: null, tag: null, site: null, from: null, to: null, offset: 0, limit: 9 });
  return { found: found.map(({ total, rows }) => ({ total, rows })), counts: await app.call('counts', {}), entries };
}

it.each(damageNames)('the index, %s, is made anew by itself to the same answers', { timeout: 120_000 }, async (name) => {
  const library = join(folder, 'Try');
  const path = join(library, 'cache', 'index.sqlite');
  // With its times: else all of it would be indexed anew, whatever befell the index.
  const fresh = async (): Promise<void> => {
    await rm(library, { recursive: true, force: true });
    await cp(template, library, { recursive: true, preserveTimestamps: true });
  };
  await fresh();
  const sound = await room.open(library);
  const wanted = await answers(sound);
  await sound.engine.close();
  const { length } = await readFile(path);
  for (let place = 0; place < places; place += 1) {
    await fresh();
    const at = Math.floor((length * (place + 0.37)) / Math.min(places, length));
    await writeFile(path, damages[name](await readFile(path), at));
    const app = await room.open(library);
    // What is met only by a question is made anew behind it: the window asks again when it is told.
    await expect.poll(() => answers(app), { message: `byte ${at} of ${length}`, timeout: 10_000 }).toEqual(wanted);
    await app.engine.close();
  }
});

it('a library that lost its own document opens with all its articles', async () => {
  const library = await damagedCopy('library.json', (bytes) => bytes, true);
  await rm(join(library, 'library.json'));
  const app = await room.open(library);
  await app.engine.synced;
  expect((await app.call('library', {})).articles).toBe(2);
  await app.engine.close();
});
