// `kill -9` in the middle of a save: the library is as before or as after, never between.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { drawPng } from '../demo/draw.ts';
import { startSite } from '../site/site.ts';
import { offprintIn } from './offprint.ts';

const pictures = 24;
const words = 'Twelve ships lay in the roads, and none of them could leave. '.repeat(20);

it('leaves a whole library, wherever it strikes', { timeout: 180_000 }, async () => {
  const site = await startSite();
  onTestFinished(() => site.close());
  const names = Array.from({ length: pictures }, (_, index) => `/p${index}.png`);
  names.forEach((name, index) => site.put(name, drawPng(index, 200, 120)));
  site.put('/a.html', `<html><head><title>Ships</title></head><body><article><h1>Ships</h1><p>${words}</p>${names.map((name) => `<img src="${name}">`).join('')}</article></body></html>`);
  const offprint = offprintIn();
  site.put('/b.html', `<html><head><title>Roads</title></head><body><article><h1>Roads</h1><p>${words}</p></article></body></html>`);
  await offprint.run(['add', site.url('/b.html')]);
  const totals: number[] = [];
  // Struck after so many requests, and then some milliseconds later: while fetching, storing, moving and indexing.
  for (const [requests, later] of [[1, 0], [8, 0], [25, 0], [25, 60], [25, 150], [25, 300], [25, 600]] as const) {
    site.forget();
    const child = offprint.start(['add', site.url(`/a.html?try=${requests}-${later}`), '--json']);
    const gone = new Promise((resolve) => child.once('close', resolve));
    while (site.requests.length < requests && child.exitCode === null) await wait(5);
    await wait(later);
    child.kill('SIGKILL');
    await gone;
    const checked = await offprint.run(['verify', '--json']);
    expect(checked.json[0]).toMatchObject({ ok: true, damaged: [] });
    const listed = await offprint.run(['list', '--json']);
    totals.push(Number(listed.json[0]?.['total']));
    expect(readdirSync(join(offprint.library, 'tmp'))).toEqual([]);
    expect(readdirSync(offprint.library)).not.toContain('lock.json');
  }
  const after = await offprint.run(['add', site.url('/a.html?try=last'), '--json']);
  expect(after.json[0]).toMatchObject({ status: 'saved', images: { found: pictures, saved: pictures } });
  const final = await offprint.run(['verify', '--json']);
  expect(final.json[0]).toMatchObject({ ok: true, damaged: [] });
  // The first blow fell before its article was whole; else this would have proved nothing.
  expect(totals[0]).toBe(1);
});
