// `kill -9` in the middle of a save: the library is as before or as after, never between.

import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { buildIfOlder } from '../../scripts/build-if-older.ts';
import { drawPng } from '../demo/draw.ts';
import { blowsIn, canTrace, drawn, listing, steady, striking } from '../durability/system-calls.ts';
import { openTestEngine } from '../engine/harness.ts';
import { startSite, type Site } from '../site/site.ts';
import { offprintIn, type Offprint } from './offprint.ts';

const words = 'Twelve ships lay in the roads, and none of them could leave. '.repeat(20);
const root = join(import.meta.dirname, '..', '..');
const built = join(root, 'out', 'main', 'cli.js');

async function siteWith(pictures: number): Promise<Site> {
  const site = await startSite();
  onTestFinished(() => site.close());
  const names = Array.from({ length: pictures }, (_, index) => `/p${index}.png`);
  names.forEach((name, index) => site.put(name, drawPng(index, 200, 120)));
  site.put('/a.html', `<html><head><title>Ships</title></head><body><article><h1>Ships</h1><p>${words}</p>${names.map((name) => `<img src="${name}">`).join('')}</article></body></html>`);
  site.put('/b.html', `<html><head><title>Roads</title></head><body><article><h1>Roads</h1><p>${words}</p></article></body></html>`);
  return site;
}

/** The next process finds all whole, and nothing left over; answers how many articles there are. @param url is added before that */
async function articlesIn({ library }: Offprint, url: string | null = null): Promise<number> {
  const app = await openTestEngine({ library });
  await app.engine.synced;
  if (url !== null) expect((await app.call('save', { inputs: [url], tags: [], mode: 'static', base: null }))[0]?.failure).toBeNull();
  expect((await app.call('verify', {})).damaged).toEqual([]);
  const { all } = await app.call('counts', {});
  await app.close();
  expect(readdirSync(join(library, 'tmp'))).toEqual([]);
  expect(readdirSync(library)).not.toContain('lock.json');
  return all;
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('close', resolve));
}

it('leaves a whole library, wherever it strikes', { timeout: 180_000 }, async () => {
  const pictures = 24;
  const site = await siteWith(pictures);
  const offprint = offprintIn();
  await offprint.run(['add', site.url('/b.html')]);
  const totals: number[] = [];
  // Struck after so many requests, and then some milliseconds later: while fetching, storing, moving and indexing.
  for (const [requests, later] of [[1, 0], [8, 0], [25, 0], [25, 60], [25, 150], [25, 300], [25, 600]] as const) {
    site.forget();
    const child = offprint.start(['add', site.url(`/a.html?try=${requests}-${later}`), '--json']);
    const gone = ended(child);
    while (site.requests.length < requests && child.exitCode === null) await wait(5);
    await wait(later);
    child.kill('SIGKILL');
    await gone;
    totals.push(await articlesIn(offprint));
  }
  const after = await offprint.run(['add', site.url('/a.html?try=last'), '--json']);
  expect(after.json[0]).toMatchObject({ status: 'saved', images: { found: pictures, saved: pictures } });
  const final = await offprint.run(['verify', '--json']);
  expect(final.json[0]).toMatchObject({ ok: true, damaged: [] });
  // The first blow fell before its article was whole; else this would have proved nothing.
  expect(totals[0]).toBe(1);
});

/** The CLI as it is built, under strace. */
function traced(offprint: Offprint, forStrace: readonly string[], url: string): ChildProcess {
  const env = { PATH: process.env['PATH'], HOME: offprint.folder, LANG: 'en_US.UTF-8', OFFPRINT_LIBRARY: offprint.library, ...steady };
  return spawn('strace', [...forStrace, process.execPath, built, 'add', url, '--json'], { cwd: offprint.folder, env, stdio: 'ignore' });
}

/** How many blows, spread over all calls; `OFFPRINT_FAULTS=all` strikes every one. */
const most = 4;

it.skipIf(!canTrace())('leaves a whole library at system calls of the built program chosen one after another', { timeout: 3_600_000 }, async () => {
  expect(await buildIfOlder(root)).toBe(true);
  const site = await siteWith(3);
  const offprint = offprintIn();
  await offprint.run(['add', site.url('/b.html')]);
  const log = join(offprint.folder, 'calls');
  await ended(traced(offprint, listing(log), site.url('/a.html?try=whole')));
  const blows = blowsIn(log);
  expect(blows.length).toBeGreaterThan(50);
  let [before, struck] = [await articlesIn(offprint), 0];
  for (const blow of drawn(blows, most)) {
    const url = site.url(`/a.html?try=${blow.call}-${blow.nth}`);
    const child = traced(offprint, striking(blow), url);
    await ended(child);
    if (child.signalCode === 'SIGKILL') struck += 1;
    expect([before, before + 1]).toContain(await articlesIn(offprint));
    // A second try succeeds.
    expect(await articlesIn(offprint, url)).toBe(before + 1);
    before += 1;
  }
  process.stdout.write(`${JSON.stringify({ systemCalls: blows.length, killedAt: struck })}\n`);
  expect(struck).toBeGreaterThan(0);
});
