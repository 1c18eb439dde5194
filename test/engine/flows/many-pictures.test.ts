// Very many pictures, and very many pages: bounds that hold for all captures together, and an end when it is asked for.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPng } from '../../demo/draw.ts';
import { startSite } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = '<p>The lamp was lit at dusk, and put out when the last boat had passed the bar.</p>'.repeat(8);
const picture = drawPng(1, 24, 16);
const page = (body: string): string => `<!doctype html><title>The lamp</title><article><h1>The lamp</h1>${words}${body}</article>`;

/** Real files, each synced: much on a busy machine. */
const patience = 120_000;

let server: Server;
let app: TestEngine;
let open = 0;
let most = 0;
let asked = 0;
const url = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

beforeEach(async () => {
  open = most = asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => (open -= 1));
    const count = /^\/pictures-(\d+)/.exec(request.url ?? '')?.[1];
    const images = Array.from({ length: Number(count) }, (_, at) => `<img src="/${count ?? ''}/${at}.png" alt="${at}">`).join('');
    setTimeout(() => {
      if (count !== undefined) response.setHeader('content-type', 'text/html').end(page(images));
      else response.setHeader('content-type', 'image/png').end(Buffer.concat([picture, Buffer.from(request.url ?? '')]));
    }, 5);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  app = await openTestEngine();
});
afterEach(async () => {
  await app.close();
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

describe('many', () => {
  it('pages at once ask a host for no more than six things at a time', async () => {
    const inputs = Array.from({ length: 8 }, (_, at) => url(`/pictures-${at + 8}.html`));
    const reports = await app.call('save', { inputs, tags: [], mode: 'static', base: null });
    expect(reports.map(({ status }) => status)).toEqual(inputs.map(() => 'saved'));
    expect(most).toBe(6);
  }, patience);

  it('pictures are all saved, and how far it has come is told', async () => {
    const seen = new Set<string>();
    const stop = app.engine.listen(() => void app.call('jobs', {}).then(([job]) => job?.stage === 'capture' && seen.add(`${job.done > 0} ${job.total}`)));
    const [report] = await app.call('save', { inputs: [url('/pictures-300.html')], tags: [], mode: 'static', base: null });
    stop();
    expect(report).toMatchObject({ status: 'saved', images: { found: 300, saved: 300 } });
    expect(seen).toContain('true 300');
  }, patience);

  it('pictures are given up when that is asked for, without asking for more', async () => {
    const controller = new AbortController();
    const saving = app.ask('save', { inputs: [url('/pictures-2000.html')], tags: [], mode: 'static', base: null }, controller.signal);
    while (asked < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    const before = asked;
    expect(await saving).toMatchObject({ value: [{ status: 'failed', failure: { kind: 'cancelled' } }] });
    expect(asked - before).toBeLessThan(30);
    expect(await readdir(join(app.library, 'tmp'))).toEqual([]);
  }, patience);
});

describe('what a user lets captures take along', () => {
  it('holds for the next capture: recordings up to a size, and an archive for what cannot be had', async () => {
    await app.close();
    const archive = await startSite({ fallback: ({ path }) => (path.startsWith('/web/20210304000000id_/') ? { body: picture } : null) });
    const site = await startSite({ resources: { '/a.html': page('<meta property="article:published_time" content="2021-03-04"><img src="/gone.png"><video src="/v.mp4"></video>'), '/v.mp4': Buffer.alloc(3_000_000) } });
    let wayback: string | null = null;
    app = await openTestEngine({ capturing: () => ({ mediaBytes: 2_000_000, wayback }) });
    const [first] = await app.call('save', { inputs: [site.url('/a.html')], tags: [], mode: 'static', base: null });
    expect(first).toMatchObject({ status: 'partial', images: { found: 1, saved: 0, missing: [{ role: 'image', reason: 'HTTP 404' }, { role: 'media', reason: 'too-large' }] } });
    expect(archive.requests).toHaveLength(0);
    wayback = archive.origin;
    expect(await app.call('recapture', { id: first?.id ?? '' })).toMatchObject({ images: { found: 1, saved: 1 } });
    await Promise.all([archive.close(), site.close()]);
  });
});
