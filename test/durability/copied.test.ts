// A library that is copied while it is in use opens whole; one that is moved opens where it is now, and makes its index anew where
// that was not taken along.

import { copyFile, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPng } from '../demo/draw.ts';
import { temporaryFolder, type TestEngine } from '../engine/harness.ts';
import { startSite, type Site } from '../site/site.ts';
import { createRoom, type Room } from './room.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);
let folder: string;
let room: Room;
let site: Site;

beforeAll(async () => {
  folder = await temporaryFolder();
  room = createRoom();
  site = await startSite({
    fallback: ({ path }) => {
      const number = Number(/\d+/.exec(path)?.[0] ?? 0);
      if (path.endsWith('.png')) return { body: drawPng(number, 40, 30), type: 'image/png' };
      return { type: 'text/html', body: `<html lang="en"><head><title>Mill ${number}</title></head><body><article><h1>Mill ${number}</h1><p>${words}</p><img src="/p${number}.png"><img src="/p${number + 1}.png"></article></body></html>` };
    },
  });
});
afterAll(async () => {
  await room.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

async function saved(app: TestEngine, number: number): Promise<string> {
  const [report] = await app.call('save', { inputs: [site.url(`/${number}.html`)], tags: [], mode: 'static', base: null });
  return report?.id ?? '';
}

async function whole(path: string): Promise<number> {
  const app = await room.open(path);
  await app.engine.synced;
  expect((await app.call('verify', {})).damaged).toEqual([]);
  const { all } = await app.call('counts', {});
  const found = await app.call('find', { query: 'creek', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 50, typing: false });
  expect(found.total).toBe(all);
  await app.engine.close();
  return all;
}

/** By name, file after file. What is under way goes away under the copier, which goes on after that: Node's own `cp` would stop. */
async function copyInUse(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true }).catch(unlessGone);
  for (const entry of entries?.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyInUse(source, target);
    else if (entry.name !== 'lock.json') await copyFile(source, target).catch(unlessGone);
  }
}

function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}

it('copied while articles are saved, tagged, marked and captured again, each copy is whole', { timeout: 120_000 }, async () => {
  const app = await room.open(join(folder, 'Used'));
  const first = await saved(app, 1);
  let isOver = false;
  const working = (async () => {
    for (let number = 2; !isOver; number += 1) {
      await saved(app, number);
      await app.call('setTags', { ids: [first], add: [`tag ${number}`], remove: [] });
      await app.call('quoteMark', { id: first, quote: 'the creek narrows', prefix: '', suffix: '', note: String(number), color: 'green' });
      await app.call('recapture', { id: first });
    }
  })();
  const counts: number[] = [];
  for (let copy = 0; copy < 4; copy += 1) {
    const to = join(folder, `Copy ${copy}`);
    await copyInUse(join(folder, 'Used'), to);
    counts.push(await whole(to));
  }
  isOver = true;
  await working;
  await app.engine.close();
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
});

it('moved to another folder and name, it opens there with all that it has', { timeout: 120_000 }, async () => {
  const [before, after] = [join(folder, 'Here'), join(folder, '移动', 'There (2)')];
  const app = await room.open(before);
  const id = await saved(app, 7);
  await app.call('setTags', { ids: [id], add: ['Sea'], remove: [] });
  await app.engine.close();
  await cp(before, after, { recursive: true });
  await rename(before, join(folder, 'Gone'));
  expect(await whole(after)).toBe(1);
  await rm(join(after, 'cache'), { recursive: true });
  expect(await whole(after)).toBe(1);
  // A cache of another library, or of none.
  await writeFile(join(after, 'cache', 'index.sqlite'), 'no database');
  const again = await room.open(after);
  await again.engine.synced;
  expect(await again.call('article', { id })).toMatchObject({ title: 'Mill 7', tags: ['Sea'], status: 'complete' });
  await again.engine.close();
});
