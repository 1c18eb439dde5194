// Three processes save, mark, delete and restore in one library for some minutes, and two of them are killed again and again. In the
// end everything that was said to be done must be there. --minutes=10 --operations=2000

import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { drawPng } from '../demo/draw.ts';
import { seeded } from '../durability/seeded.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../engine/harness.ts';
import { startSite, type Site } from '../site/site.ts';
import { rounded, type Bench } from './bench.ts';
import type { Deed } from './soak-worker.ts';

/** What is known of an article by what was said to be done. */
interface Known {
  readonly marks: Set<string>;
  /** Null while it may be either: a process was killed over it. */
  deleted: boolean | null;
}

interface Ledger {
  readonly articles: Map<string, Known>;
  done: number;
  kills: number;
  /** Megabytes of the process that is never killed, in order. */
  readonly memory: { readonly heapMb: number; readonly rssMb: number }[];
}

/** Milliseconds between two kills. */
const killEvery = { least: 500, most: 6000 };

export const soakBench: Bench = async function* soakBench({ minutes = '10', operations = '2000' }) {
  const folder = await temporaryFolder();
  const site = await soakSite();
  const ledger: Ledger = { articles: new Map(), done: 0, kills: 0, memory: [] };
  const library = join(folder, 'Library');
  await (await openTestEngine({ library })).close();
  const ends = Date.now() + Number(minutes) * 60_000;
  const isOver = (): boolean => Date.now() > ends || ledger.done >= Number(operations);
  const started = performance.now();
  await Promise.all([0, 1, 2].map((lane) => keepWorking(lane, library, site, ledger, isOver)));
  const app = await openTestEngine({ library });
  try {
    yield { seconds: Math.round((performance.now() - started) / 1000), done: ledger.done, articles: ledger.articles.size, kills: ledger.kills };
    yield await account(app, ledger);
    yield { heapMb: spread(ledger.memory.map(({ heapMb }) => heapMb)), rssMb: spread(ledger.memory.map(({ rssMb }) => rssMb)) };
  } finally {
    await app.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function soakSite(): Promise<Site> {
  const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(12);
  const shared = drawPng(0, 120, 80);
  return startSite({
    fallback: ({ path }) => {
      if (path === '/shared.png') return { body: shared, type: 'image/png' };
      const own = /^\/own-(\d+)\.png$/.exec(path)?.[1];
      if (own !== undefined) return { body: drawPng(Number(own), 60, 40), type: 'image/png' };
      const name = path.slice(1);
      const number = Number(/\d+$/.exec(name)?.[0] ?? 0);
      return { type: 'text/html', body: `<html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1><p>${words}</p><img src="/shared.png"><img src="/own-${number}.png"><p>${words}</p></article></body></html>` };
    },
  });
}

/** One process after the other; the first lane's is left alone. */
async function keepWorking(lane: number, library: string, site: Site, ledger: Ledger, isOver: () => boolean): Promise<void> {
  const random = seeded(lane + 7);
  for (let life = 0; !isOver(); life += 1) {
    const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'soak-worker.ts'), library, site.origin, `${lane}-${life}`], { stdio: ['pipe', 'pipe', 'inherit'] });
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const reading = readDeeds(child, lane, ledger);
    const until = lane === 0 ? null : Date.now() + killEvery.least + random() * (killEvery.most - killEvery.least);
    while (child.exitCode === null && child.signalCode === null && !isOver() && (until === null || Date.now() < until)) await wait(50);
    if (isOver()) child.stdin?.end();
    else if (child.exitCode === null && child.kill('SIGKILL')) ledger.kills += 1;
    await gone;
    await reading;
  }
}

async function readDeeds(child: ChildProcess, lane: number, ledger: Ledger): Promise<void> {
  if (child.stdout === null) return;
  let begun: Deed | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const deed = JSON.parse(line) as Deed;
    if (deed.state === 'memory') {
      if (lane === 0) ledger.memory.push(deed);
    } else if (deed.state === 'begun') begun = deed;
    else {
      begun = null;
      ledger.done += 1;
      noteDone(ledger, deed);
    }
  }
  // Nobody knows what became of it.
  if (begun?.state === 'begun' && begun.id !== null && begun.do !== 'mark') {
    const known = ledger.articles.get(begun.id);
    if (known !== undefined) known.deleted = null;
  }
}

function noteDone({ articles }: Ledger, deed: Extract<Deed, { state: 'done' }>): void {
  if (deed.do === 'save') return void articles.set(deed.id, { marks: new Set(), deleted: false });
  const known = articles.get(deed.id);
  if (known === undefined) return;
  if (deed.do === 'mark') known.marks.add(deed.mark);
  else known.deleted = deed.do === 'delete';
}

async function account(app: TestEngine, { articles }: Ledger): Promise<{ lost: number; damaged: number; checked: number }> {
  await app.engine.synced;
  let lost = 0;
  for (const [id, { marks, deleted }] of articles) {
    const article = await app.ask('article', { id });
    const held = await app.ask('marks', { id });
    const isThere = article.ok && (deleted === null || (article.value.deletedAt !== null) === deleted);
    const ids = new Set(held.ok ? held.value.map((mark) => mark.id) : []);
    if (!isThere || [...marks].some((mark) => !ids.has(mark))) lost += 1;
  }
  const { checked, damaged } = await app.call('verify', {});
  return { lost, damaged: damaged.length, checked };
}

/** At the beginning, in the middle and at the end: the mean of a tenth of what was seen. */
function spread(memory: readonly number[]): { readonly first: number; readonly middle: number; readonly last: number; readonly most: number } {
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  const mean = (from: number): number => rounded(memory.slice(from, from + tenth).reduce((sum, mb) => sum + mb, 0) / tenth);
  // The first tenth is that of a process that grows to its size.
  return { first: mean(Math.min(tenth, memory.length - tenth)), middle: mean(Math.floor(memory.length / 2)), last: mean(Math.max(0, memory.length - tenth)), most: Math.max(0, ...memory) };
}
