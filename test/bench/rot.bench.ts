// Every byte of every kind of document flipped, cut and zeroed: how often the library opens, the other article is whole, and the
// damage is noticed. Then places of the index: how often the answers are the same once it was opened. --step=7 tries every seventh byte,
// --index=200 so many places of the index.

import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFiles } from '../../main/adapters/files.ts';
import { createChecker } from '../../main/engine/library/check-article.ts';
import { openLibrary } from '../../main/engine/library/open-library.ts';
import { drawPng } from '../demo/draw.ts';
import { damageNames, damages } from '../durability/damages.ts';
import { createRoom, type Room } from '../durability/room.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../engine/harness.ts';
import { startSite } from '../site/site.ts';
import type { Bench } from './bench.ts';

const documents = ['article.json', 'annotations.json', 'manifest.json', 'library.json'];
/** How often it is asked again. */
const mostAgain = 100;
const files = createFiles();

export const rotBench: Bench = async function* rotBench({ step = '1', index = '60' }) {
  const folder = await temporaryFolder();
  const template = join(folder, 'Template');
  const [first = '', other = ''] = await fill(template);
  try {
    for (const document of documents) {
      for (const damage of damageNames) yield { document, damage, ...(await damagedDocument(folder, document, damage, Number(step), first, other)) };
    }
    const room = createRoom();
    for (const damage of damageNames) yield { document: 'index.sqlite', damage, ...(await damagedIndex(folder, damage, Number(index), room)) };
    await room.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function fill(library: string): Promise<string[]> {
  const site = await startSite();
  const app = await openTestEngine({ library });
  const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);
  site.put('/one.png', drawPng(1, 40, 30));
  const ids: string[] = [];
  for (const name of ['mill', 'moon']) {
    site.put(`/${name}.html`, `<html lang="en"><head><title>The ${name}</title></head><body><article><h1>The ${name}</h1><p>${words}</p><img src="/one.png"><p>${words}</p></article></body></html>`);
    const [report] = await app.call('save', { inputs: [site.url(`/${name}.html`)], tags: ['Sea'], mode: 'static', base: null });
    ids.push(report?.id ?? '');
  }
  await app.call('quoteMark', { id: ids[0] ?? '', quote: 'the creek narrows', prefix: '', suffix: '', note: 'where?', color: 'yellow' });
  await app.close();
  await site.close();
  return ids;
}

async function freshTry(folder: string): Promise<string> {
  const library = join(folder, 'Try');
  await rm(library, { recursive: true, force: true });
  // With its times: else all of it would be indexed anew, whatever befell the index.
  await cp(join(folder, 'Template'), library, { recursive: true, preserveTimestamps: true });
  return library;
}

interface Counts {
  tried: number;
  opened: number;
  restWhole: number;
  /** That it is damaged; a byte of a title that is another letter now is a title. */
  noticed: number;
}

async function damagedDocument(folder: string, document: string, damage: keyof typeof damages, step: number, first: string, other: string): Promise<Counts> {
  const library = await freshTry(folder);
  const inside = (await readdir(library, { recursive: true })).find((path) => path.endsWith(document) && (document === 'library.json' || path.includes(first))) ?? document;
  const path = join(library, inside);
  const whole = await readFile(path);
  const counts: Counts = { tried: 0, opened: 0, restWhole: 0, noticed: 0 };
  for (let at = 0; at < whole.length; at += step) {
    counts.tried += 1;
    await writeFile(path, damages[damage](whole, at));
    const opened = await openLibrary(files, { path: library, access: 'write', createIfMissing: false, now: () => new Date() });
    if (!opened.ok) continue;
    counts.opened += 1;
    const checker = createChecker(opened.value);
    const { signal } = new AbortController();
    const [one, rest] = [await opened.value.onDisk(first), await opened.value.onDisk(other)];
    if (rest !== null && (await checker.check(rest, signal)).length === 0) counts.restWhole += 1;
    const isReplaced = document === 'library.json' && Buffer.compare(await readFile(path), whole) !== 0;
    if (isReplaced || opened.value.refusal !== null || one === null || (await checker.check(one, signal)).length > 0) counts.noticed += 1;
    await opened.value.close();
  }
  return counts;
}

/** What a user would see of it. */
async function answers(app: TestEngine): Promise<string> {
  await app.engine.synced;
  const find = (query: string) => app.call('find', { query, place: 'all', tag: null, sort: 'oldest', offset: 0, limit: 20, typing: false });
  const found = await Promise.all(['', 'creek', 'title:mill', 'tag:Sea', 'has:note', 'note:where'].map(find));
  const notebook = await app.call('notebook', { query: '', color: null, tag: null, site: null, from: null, to: null, offset: 0, limit: 10 });
  return JSON.stringify([found.map(({ total, rows }) => [total, rows]), await app.call('counts', {}), { ...notebook, tookMs: 0 }]);
}

async function damagedIndex(folder: string, damage: keyof typeof damages, places: number, room: Room): Promise<{ tried: number; same: number }> {
  const path = join(folder, 'Try', 'cache', 'index.sqlite');
  const counts = { tried: 0, same: 0 };
  const sound = await room.open(await freshTry(folder));
  const wanted = await answers(sound);
  await sound.engine.close();
  const { length } = await readFile(path);
  for (let place = 0; place < places; place += 1) {
    const library = await freshTry(folder);
    // Spread over the file, and over the places within a page.
    const at = Math.floor((length * (place + 0.37)) / places);
    await writeFile(path, damages[damage](await readFile(path), at));
    counts.tried += 1;
    const app = await room.open(library);
    // What is met only by a question is made anew behind it: the window asks again when it is told.
    let got = await answers(app);
    for (let again = 0; got !== wanted && again < mostAgain; again += 1) {
      await wait(20);
      got = await answers(app);
    }
    if (got === wanted) counts.same += 1;
    await app.engine.close();
  }
  return counts;
}
