// The fault table for pictures: each on a page of its own beside one that is fine; all pages in one command.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../main/adapters/http/http.ts';
import type { ManifestDocument } from '../../main/engine/model/documents.ts';
import type { SaveReport } from '../../preload/contract/calls.ts';
import { openTestEngine, type TestEngine } from '../engine/harness.ts';
import { answer, startFaultServer, type FaultServer } from './fault-server.ts';
import { heldIn } from './hold.ts';
import { article, picture } from './pages.ts';
import { pictureRows } from './picture-faults.ts';
import { shortLimits } from './short-limits.ts';

let server: FaultServer;
let app: TestEngine;
let reports: readonly SaveReport[];

beforeAll(async () => {
  server = await startFaultServer();
  const http = createHttp({ proxyFor: async () => null, limits: shortLimits });
  app = await openTestEngine({ ports: { http } });
  server.put('/fine.png', answer(200, { 'content-type': 'image/png' }, picture));
  const inputs = pictureRows.map(({ name, fault }, at) => {
    server.put(`/picture-${at}`, fault);
    const page = article(`A picture ${name}`, `<img src="/fine.png?${at}"><figure><img src="/picture-${at}"><figcaption>A picture ${name}</figcaption></figure>`);
    server.put(`/page-${at}.html`, answer(200, { 'content-type': 'text/html' }, page));
    return server.url(`/page-${at}.html`);
  });
  reports = await app.call('save', { inputs, tags: [], mode: 'static', base: null });
  http.close();
}, 240_000);

afterAll(async () => {
  await app.close();
  await server.close();
});

async function manifestOf(report: SaveReport): Promise<ManifestDocument> {
  const { articles } = await heldIn(app.library);
  const folder = articles.find((path) => path.includes(report.id ?? 'none'))?.replace('article.json', '') ?? '';
  return JSON.parse(await readFile(join(app.library, folder, 'captures', report.captureId ?? '', 'manifest.json'), 'utf8')) as ManifestDocument;
}

describe('a picture', () => {
  it.each(pictureRows.map((row, at) => ({ ...row, at })))('$name', async ({ at, stored, says, atMost }) => {
    const report = reports[at];
    if (report === undefined) throw new Error('no report');
    expect(report.status).toBe(stored === null ? 'partial' : 'saved');
    const { resources } = await manifestOf(report);
    const entry = resources.find(({ url }) => url.endsWith(`/picture-${at}`));
    expect(entry).toMatchObject(stored === null ? { path: null, type: null } : { type: stored, missing: null });
    expect(resources.find(({ url }) => url.includes('/fine.png'))?.path).not.toBeNull();
    if (stored !== null) expect(entry?.path).not.toMatch(/\.(html?|js|exe|bin)$/);
    if (says !== undefined) expect(JSON.stringify(report.images.missing)).toMatch(says);
    if (atMost !== undefined) expect(server.count(`/picture-${at}`)).toBeLessThanOrEqual(atMost);
  });

  it('that is a drawing is shown as a picture alone, in both views', async () => {
    const at = pictureRows.findIndex(({ stored }) => stored === 'image/svg+xml');
    const opened = await app.call('article', { id: reports[at]?.id ?? '' });
    for (const view of [opened.captures[0]?.reader, opened.captures[0]?.original]) {
      const page = load(await readFile(join(app.library, view ?? ''), 'utf8'));
      expect(page('script, svg, object, embed').length).toBe(0);
      expect(page('img[src$=".svg"]').length).toBe(1);
    }
  });

  it('leaves nothing half-saved', async () => {
    const held = await heldIn(app.library);
    expect(held).toMatchObject({ leftovers: [], orphans: [], lost: [] });
    expect(held.articles).toHaveLength(pictureRows.length);
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });
});
