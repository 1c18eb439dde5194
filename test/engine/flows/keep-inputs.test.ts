// What could not be added is on the list again after a restart, and can be tried again; what was dismissed or cancelled is not.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The tide mill stood where the creek narrows. '.repeat(8);

async function started() {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-inputs-'));
  const site = await startSite();
  onTestFinished(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });
  const library = join(folder, 'Library');
  const open = (): Promise<TestEngine> => openTestEngine({ library, stays: true });
  return { folder, site, open, kept: join(library, 'inputs.json') };
}

const order = { tags: ['Sea'], mode: 'static', base: null } as const;

it('what failed is there after a restart, and gone when it was had', async () => {
  const { folder, site, open, kept } = await started();
  site.put('/busy.html', { status: 404, body: 'no' });
  const missing = join(folder, 'later.md');
  const app = await open();
  await app.call('save', { ...order, inputs: [site.url('/busy.html'), missing, 'no link at all'] });
  await app.close();
  // What was given wrong stays wrong: it is not kept.
  expect((JSON.parse(await readFile(kept, 'utf8')) as { items: { input: string }[] }).items.map(({ input }) => input)).toEqual([site.url('/busy.html'), missing]);
  const again = await open();
  const jobs = await again.call('jobs', {});
  // To be tried again as it was asked for.
  expect(jobs.map((job) => job.order)).toEqual([order, order]);
  expect(jobs.map(({ kind, state, label, failure, report }) => [kind, state, label, failure?.kind, report?.input])).toEqual([
    ['save', 'failed', 'later.md', 'not-found', missing],
    ['save', 'failed', site.url('/busy.html'), 'not-found', site.url('/busy.html')],
  ]);
  site.put('/busy.html', `<html><head><title>Mill</title></head><body><article><h1>Mill</h1><p>${words}</p></article></body></html>`);
  for (const { id } of jobs) await again.call('dismissJobs', { jobId: id });
  await again.call('save', { ...order, inputs: [site.url('/busy.html')] });
  await again.close();
  expect(existsSync(kept)).toBe(false);
});

it('what was under way when the app was closed is there too; what the user cancelled is not', async () => {
  const { site, open } = await started();
  site.put('/slow.html', () => new Promise(() => undefined));
  const app = await open();
  const cancelling = new AbortController();
  const cancelled = app.ask('save', { ...order, inputs: [site.url('/slow.html?cancelled')] }, cancelling.signal);
  const running = app.ask('save', { ...order, inputs: [site.url('/slow.html?running')] });
  await expect.poll(() => site.requests.length).toBe(2);
  cancelling.abort();
  await cancelled;
  await app.close();
  await running;
  const again = await open();
  const interrupted = { state: 'cancelled', report: { input: site.url('/slow.html?running') } };
  expect(await again.call('jobs', {})).toMatchObject([interrupted]);
  // Also when the list is written anew before the user came to it.
  await again.call('save', { ...order, inputs: ['/nowhere/later.md'] });
  await again.close();
  const third = await open();
  expect(await third.call('jobs', {})).toMatchObject([{ state: 'failed' }, interrupted]);
  await third.close();
});

it('a list that cannot be read is set aside, and the library opens', async () => {
  const { open, kept } = await started();
  await (await open()).close();
  await writeFile(kept, '{"items": [{"input": 1}]}');
  const app = await open();
  expect(await app.call('jobs', {})).toEqual([]);
  await app.close();
});
