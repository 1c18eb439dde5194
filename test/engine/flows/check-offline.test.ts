// A stored copy is opened without a network after each save, by a real Chromium and, where there is none, by parsing.

import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { createFiles } from '../../../main/adapters/files.ts';
import type { FilesPort } from '../../../main/engine/model/ports.ts';
import { worksOffline, type CaptureView } from '../../../preload/contract/article.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The lamp was lit at dusk, and put out when the last boat had passed the bar. '.repeat(10);
const host = createPipeHost();
let site: Site;
let app: TestEngine;
/** The blob that the disk gives back otherwise than it was written, or not at all. */
let sick: { readonly sha256: string; readonly fault: 'spoilt' | 'lost' } | null = null;

function sickly(): FilesPort {
  const files = createFiles();
  return {
    ...files,
    async read(path) {
      const bytes = await files.read(path);
      if (sick === null || basename(path, extname(path)) !== sick.sha256) return bytes;
      return sick.fault === 'lost' ? null : Buffer.from('spoilt');
    },
  };
}

beforeEach(async () => {
  site = await startSite();
  site.put('/a.html', `<html lang="en"><head><title>Lamp</title><link rel="stylesheet" href="/s.css"></head><body><article><h1>Lamp</h1><p>${words}</p>
    <img src="/one.png"><img src="/two.png"><p>${words}</p></article></body></html>`);
  site.put('/s.css', 'body{background:url(/three.png)}');
  for (const [index, name] of ['one', 'two', 'three'].entries()) site.put(`/${name}.png`, drawPng(index, 30, 20));
});
afterEach(async () => {
  sick = null;
  await app.close();
  await site.close();
});
afterAll(() => host.close());

async function save(): Promise<CaptureView> {
  const [report] = await app.call('save', { inputs: [site.url('/a.html')], tags: [], mode: 'auto', base: null });
  const { captures, offline } = await app.call('article', { id: report?.id ?? '' });
  const [only] = captures;
  if (only === undefined) throw new Error('no capture');
  expect(offline).toBe(only.offline === null ? null : worksOffline(only.offline));
  return only;
}

describe.each(['browser', 'parsing'] as const)('by %s', (how) => {
  beforeEach(async () => {
    app = await openTestEngine({ ports: { files: sickly() }, ...(how === 'browser' ? { browser: createChromiumBrowser(host) } : {}) });
  });

  it('every picture of a whole copy opens, and nothing is asked for', async () => {
    const { offline } = await save();
    expect(offline).toEqual({ decoded: 2, broken: 0, leaks: [], how, faults: [] });
  }, 60_000);

  it('a picture that is missing leaves a note, and no broken picture', async () => {
    site.rule('/two.png', { status: 403 });
    const capture = await save();
    expect(capture.offline).toEqual({ decoded: 1, broken: 0, leaks: [], how, faults: [] });
    expect(capture.missing.map(({ url }) => url)).toEqual([site.url('/two.png')]);
  }, 60_000);

  it.each(['spoilt', 'lost'] as const)('a stored picture that is %s is named by its address', async (fault) => {
    sick = { sha256: createHash('sha256').update(drawPng(1, 30, 20)).digest('hex'), fault };
    const { offline } = await save();
    const reason = fault === 'lost' ? 'lost' : how === 'browser' ? 'undecodable' : 'changed';
    expect(offline).toEqual({ decoded: 1, broken: 1, leaks: [], how, faults: [{ url: site.url('/two.png'), reason }] });
  }, 60_000);
});
