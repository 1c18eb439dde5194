// Damage that is found, shown and mended: from another copy, another capture, a backup and the web, or made anew.

import { cp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MendSource } from '../../preload/contract/calls.ts';
import { drawPng } from '../demo/draw.ts';
import { temporaryFolder, type TestEngine } from '../engine/harness.ts';
import type { Resource } from '../site/answers.ts';
import { startSite, type Site } from '../site/site.ts';
import { createRoom, type Room } from './room.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);
const picture = drawPng(1, 40, 30);
const gone: Resource = { status: 404, body: 'gone' };

let folder: string;
let template: string;
let backup: string;
let library: string;
let room: Room;
let site: Site;
const ids: string[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  [template, backup, library] = [join(folder, 'Template'), join(folder, 'Backup'), join(folder, 'Try')];
  room = createRoom();
  site = await startSite();
  site.put('/one.png', picture);
  const app = await room.open(template);
  for (const name of ['mill', 'moon']) {
    site.put(`/${name}.html`, `<html lang="en"><head><title>The ${name}</title></head><body><article><h1>The ${name}</h1><p>${words}</p><img src="/one.png"><p>${words}</p></article></body></html>`);
    const [report] = await app.call('save', { inputs: [site.url(`/${name}.html`)], tags: ['Sea'], mode: 'static', base: null });
    ids.push(report?.id ?? '');
  }
  await app.call('quoteMark', { id: ids[0] ?? '', quote: 'the creek narrows', prefix: '', suffix: '', note: 'where?', color: 'yellow' });
  await app.call('backup', { path: backup });
  await app.engine.close();
}, 60_000);
afterAll(async () => {
  await room.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await rm(library, { recursive: true, force: true });
  await cp(template, library, { recursive: true });
  site.put('/one.png', picture);
});

/** Paths inside the library, of the first article where it is one of its files. */
async function pathOf(end: string): Promise<string> {
  const all = await readdir(library, { recursive: true });
  const found = all.find((path) => path.endsWith(end) && (path.startsWith('blobs') || path.includes(ids[0] ?? '-')));
  if (found === undefined) throw new Error(`no ${end}`);
  return found.replaceAll('\\', '/');
}

async function spoil(path: string): Promise<void> {
  const bytes = await readFile(join(library, path));
  await writeFile(join(library, path), Buffer.from(bytes.map((byte, index) => (index === 20 ? byte ^ 1 : byte))));
}

async function opened(): Promise<TestEngine> {
  const app = await room.open(library);
  await app.engine.synced;
  return app;
}

it('damage is shown on every article that it concerns, with what it is', async () => {
  const blob = await pathOf('.png');
  await spoil(blob);
  const app = await opened();
  expect(await app.call('verify', {})).toMatchObject({ before: 0, damaged: [{ path: blob, reason: 'changed', articles: ids.toSorted() }] });
  for (const id of ids) {
    const { status, damage, shown } = await app.call('article', { id });
    expect({ status, damage }).toEqual({ status: 'damaged', damage: [{ path: blob, reason: 'changed', what: 'image', url: site.url('/one.png'), captures: [shown] }] });
  }
  const listed = await app.call('find', { query: 'is:damaged', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 9, typing: false });
  expect(listed.total).toBe(2);
  await app.engine.close();
  // It is known still after a restart, and no longer when the bytes are as they were.
  const again = await opened();
  expect((await again.call('article', { id: ids[1] ?? '' })).damage).toHaveLength(1);
  await writeFile(join(library, blob), picture);
  expect((await again.call('verify', {})).damaged).toEqual([]);
  expect((await again.call('article', { id: ids[1] ?? '' })).status).toBe('complete');
  await again.engine.close();
});

interface Case {
  readonly name: string;
  readonly by: MendSource;
  readonly damage: () => Promise<string>;
  /** Whether it is mended from the backup too. */
  readonly backup?: true;
}

const spoiled = (end: string) => async (): Promise<string> => {
  const path = await pathOf(end);
  await spoil(path);
  return path;
};

const cases: readonly Case[] = [
  { name: 'a picture of which the folder has a second file', by: 'copy', damage: async () => {
    const path = await pathOf('.png');
    await rename(join(library, path), join(library, path.replace('.png', ' (1).png')));
    site.put('/one.png', gone);
    return path;
  } },
  { name: 'a picture that the web still has', by: 'web', damage: spoiled('.png') },
  { name: 'the page as it came, from the web', by: 'web', damage: spoiled('source.html.zst') },
  { name: 'a view, made anew from the page as it came', by: 'anew', damage: spoiled('reader.html') },
  { name: 'a picture, from a backup', by: 'backup', backup: true, damage: async () => {
    site.put('/one.png', gone);
    return spoiled('.png')();
  } },
  { name: 'the contents of a capture, from a backup', by: 'backup', backup: true, damage: async () => {
    const path = await pathOf('manifest.json');
    await writeFile(join(library, path), '{');
    return path;
  } },
  { name: 'marks that no index knows, from a backup', by: 'backup', backup: true, damage: async () => {
    const path = await pathOf('annotations.json');
    await writeFile(join(library, path), 'null');
    await rm(join(library, 'cache'), { recursive: true });
    return path;
  } },
];

it.each(cases)('mended: $name', { timeout: 60_000 }, async ({ by, damage, backup: fromBackup }) => {
  const path = await damage();
  const app = await opened();
  const report = await app.call('verify', {});
  expect(report.damaged.map((thing) => thing.path)).toEqual([path]);
  const mended = await app.call('mend', { ids: null, from: fromBackup ? backup : null });
  expect(mended).toEqual({ mended: [{ path, by }], left: [] });
  expect((await app.call('verify', {})).damaged).toEqual([]);
  expect(await app.call('article', { id: ids[0] ?? '' })).toMatchObject({ status: 'complete', damage: [], marks: 1 });
  expect(await app.call('marks', { id: ids[0] ?? '' })).toHaveLength(1);
  await app.engine.close();
});

it('the page as it came is taken from another capture that has the same', async () => {
  const app = await opened();
  const id = ids[0] ?? '';
  const later = await app.call('recapture', { id });
  const path = `articles/2026/${id}/captures/${later.captureId ?? ''}/source.html.zst`.replace('2026', String(new Date().getUTCFullYear()));
  await writeFile(join(library, path), 'not zstd');
  site.put('/mill.html', gone);
  await app.call('verify', {});
  expect((await app.call('mend', { ids: [id], from: null })).mended).toEqual([{ path, by: 'capture' }]);
  expect((await app.call('verify', {})).damaged).toEqual([]);
  await app.engine.close();
  site.put('/mill.html', `<html lang="en"><head><title>The mill</title></head><body><article><h1>The mill</h1><p>${words}</p><img src="/one.png"><p>${words}</p></article></body></html>`);
});

it('what nobody has as it was is fetched as it is now, as a further capture', async () => {
  const blob = await pathOf('.png');
  await spoil(blob);
  site.put('/one.png', drawPng(9, 60, 50));
  const app = await opened();
  const id = ids[0] ?? '';
  await app.call('verify', {});
  const { mended, left } = await app.call('mend', { ids: [id], from: null });
  expect(mended).toEqual([{ path: blob, by: 'later' }]);
  // The other article shows it still, and has nothing in its place.
  expect(left).toEqual([]);
  const article = await app.call('article', { id });
  expect(article).toMatchObject({ status: 'complete', images: { found: 1, saved: 1 } });
  expect(article.captures.map(({ completes }) => completes)).toEqual([null, article.captures[0]?.id]);
  expect(article.damage).toEqual([]);
  // The capture of before has lost it and says so: what is known to be lost is no damage.
  expect(await app.call('verify', {})).toMatchObject({ damaged: [{ path: blob, articles: [ids[1]] }], lost: [{ path: blob, articles: [id] }] });
  expect(await app.call('mend', { ids: null, from: null })).toEqual({ mended: [{ path: blob, by: 'later' }], left: [] });
  const report = await app.call('verify', {});
  expect(report).toMatchObject({ damaged: [], lost: [{ path: blob, articles: ids.toSorted() }] });
  // Nothing is fetched a second time for it; and it is put back where its bytes turn up.
  const captures = (await app.call('article', { id })).captures.length;
  expect(await app.call('mend', { ids: null, from: null })).toEqual({ mended: [], left: [] });
  expect((await app.call('article', { id })).captures).toHaveLength(captures);
  expect((await app.call('mend', { ids: null, from: backup })).mended).toEqual([{ path: blob, by: 'backup' }]);
  expect(await app.call('verify', {})).toMatchObject({ damaged: [], lost: [] });
  await app.engine.close();
});

it('of a page that is not what came nothing is made', async () => {
  const [page, view] = [await pathOf('source.html.zst'), await pathOf('reader.html')];
  await writeFile(join(library, page), 'no zstd');
  await spoil(view);
  site.put('/mill.html', gone);
  const app = await opened();
  await app.call('verify', {});
  const { mended, left } = await app.call('mend', { ids: null, from: null });
  expect([mended, left.map(({ path }) => path).toSorted()]).toEqual([[], [page, view].toSorted()]);
  expect((await app.call('mend', { ids: null, from: backup })).left).toEqual([]);
  await app.engine.close();
});

it('a picture that is saved again is written anew where it is known to be damaged', async () => {
  const blob = await pathOf('.png');
  await spoil(blob);
  const app = await opened();
  await app.call('verify', {});
  site.put('/third.html', `<html><head><title>Third</title></head><body><article><h1>Third</h1><p>${words}</p><img src="/one.png"></article></body></html>`);
  await app.call('save', { inputs: [site.url('/third.html')], tags: [], mode: 'static', base: null });
  expect(await readFile(join(library, blob))).toEqual(picture);
  expect((await app.call('verify', {})).damaged).toEqual([]);
  await app.engine.close();
});

it('marks that cannot be read are made anew from the index, and their bytes kept', async () => {
  const path = await pathOf('annotations.json');
  await writeFile(join(library, path), '[1,');
  const app = await opened();
  expect(await app.call('marks', { id: ids[0] ?? '' })).toMatchObject([{ body: [{ value: 'where?' }] }]);
  const kept = (await readdir(join(library, path, '..'))).find((name) => name.startsWith('annotations.damaged-'));
  expect(await readFile(join(library, path, '..', kept ?? 'none'), 'utf8')).toBe('[1,');
  await app.engine.close();
});
