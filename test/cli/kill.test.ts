// `kill -9` in the middle of a save: the library is as before or as after, never between.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { drawPng } from '../demo/draw.ts';
import { openTestEngine } from '../engine/harness.ts';
import { startSite, type Site } from '../site/site.ts';
import { offprintIn, type Offprint } from './offprint.ts';

const words = 'Twelve ships lay in the roads, and none of them could leave. '.repeat(20);
const command = join(import.meta.dirname, '..', '..', 'main', 'cli.ts');

async function siteWith(pictures: number): Promise<Site> {
  const site = await startSite();
  onTestFinished(() => site.close());
  const names = Array.from({ length: pictures }, (_, index) => `/p${index}.png`);
  names.forEach((name, index) => site.put(name, drawPng(index, 200, 120)));
  site.put('/a.html', `<html><head><title>Ships</title></head><body><article><h1>Ships</h1><p>${words}</p>${names.map((name) => `<img src="${name}">`).join('')}</article></body></html>`);
  site.put('/b.html', `<html><head><title>Roads</title></head><body><article><h1>Roads</h1><p>${words}</p></article></body></html>`);
  return site;
}

/** The next process finds all whole, and nothing left over; answers how many articles there are. */
async function articlesIn({ library }: Offprint): Promise<number> {
  const app = await openTestEngine({ library });
  await app.engine.synced;
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

/** Calls that change what lies on the disk. */
const calls = ['rename', 'fsync', 'unlink', 'mkdir', 'rmdir'] as const;

interface Blow {
  readonly call: string;
  /** Which of its kind, from 1. */
  readonly nth: number;
}

/** The CLI under strace. One thread for files, so that calls are counted as they follow each other. */
function traced(offprint: Offprint, options: readonly string[], url: string): ChildProcess {
  const env = { PATH: process.env['PATH'], HOME: offprint.folder, LANG: 'en_US.UTF-8', OFFPRINT_LIBRARY: offprint.library, UV_THREADPOOL_SIZE: '1' };
  return spawn('strace', ['-f', ...options, process.execPath, command, 'add', url, '--json'], { cwd: offprint.folder, env, stdio: 'ignore' });
}

/** Every such call of the thread that makes most of them, in order, as blows. */
async function blowsOf(offprint: Offprint, url: string): Promise<readonly Blow[]> {
  const log = join(offprint.folder, 'calls');
  await ended(traced(offprint, ['-o', log, '-e', `trace=${calls.join(',')}`], url));
  const byThread = Map.groupBy([...readFileSync(log, 'utf8').matchAll(/^(\d+)\s+(\w+)\(/gm)], ([, thread = '']) => thread);
  const busiest = [...byThread.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  const counts = new Map<string, number>();
  return busiest.map(([, , call = '']) => {
    const nth = (counts.get(call) ?? 0) + 1;
    counts.set(call, nth);
    return { call, nth };
  });
}

function canTrace(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-strace-'));
  try {
    execFileSync('strace', ['-f', '-o', join(folder, 'out'), '-e', 'trace=rename', '-e', 'inject=rename:retval=0', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('strace is not here, or may not trace: no process was killed at chosen system calls\n');
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many blows, spread over all calls; every one where that is asked for. */
const most = process.env['OFFPRINT_FAULTS'] === 'all' ? Number.POSITIVE_INFINITY : 2;

it.skipIf(!canTrace())('leaves a whole library at system calls chosen one after another', { timeout: 600_000 }, async () => {
  const site = await siteWith(3);
  const offprint = offprintIn();
  await offprint.run(['add', site.url('/b.html')]);
  const blows = await blowsOf(offprint, site.url('/a.html?try=whole'));
  expect(blows.length).toBeGreaterThan(20);
  const step = Math.max(1, blows.length / most);
  let [before, struck] = [await articlesIn(offprint), 0];
  for (let at = step / 2; at < blows.length; at += step) {
    const { call, nth } = blows[Math.floor(at)] ?? { call: 'rename', nth: 1 };
    const child = traced(offprint, ['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`], site.url(`/a.html?try=${call}-${nth}`));
    await ended(child);
    if (child.signalCode === 'SIGKILL') struck += 1;
    const after = await articlesIn(offprint);
    expect([before, before + 1]).toContain(after);
    before = after;
  }
  process.stdout.write(`${JSON.stringify({ systemCalls: blows.length, killedAt: struck })}\n`);
  expect(struck).toBeGreaterThan(0);
});
