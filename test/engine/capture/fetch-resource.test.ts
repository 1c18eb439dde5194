// One picture and the ways to it, over a real connection.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../../main/adapters/files.ts';
import { createHttp } from '../../../main/adapters/http/http.ts';
import { fetchResource, type FetchTools } from '../../../main/engine/capture/fetch-resource.ts';
import { createHostMemory } from '../../../main/engine/capture/host-memory.ts';
import { createPlaceholders } from '../../../main/engine/capture/placeholders.ts';
import { createLadder } from '../../../main/engine/capture/rescue-ladder.ts';
import type { HttpRequest } from '../../../main/engine/model/ports.ts';
import type { FoundResource } from '../../../main/engine/model/raw-page.ts';
import { drawJpeg, drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';

const http = createHttp({ proxyFor: async () => null });
const pageUrl = 'http://127.0.0.1:1/page.html';

let site: Site;
let tools: FetchTools;
beforeEach(async () => {
  site = await startSite();
  tools = {
    http, files: createFiles(), ladder: createLadder(), hosts: createHostMemory(), placeholders: createPlaceholders(new Set()), jar: http.newJar(),
    signal: new AbortController().signal, pageUrl, localFolder: null, had: new Map(), mediaBytes: 1_000, wayback: null,
  };
});
afterEach(() => site.close());

const found = (path: string, more: Partial<FoundResource> = {}): FoundResource => ({ url: site.url(path), role: 'image', referrerPolicy: null, ...more });
const rungs = ({ tried }: { readonly tried: readonly { readonly rung: string }[] }): string[] => tried.map(({ rung }) => rung);

describe('a picture', () => {
  it('that cannot be had is listed with the answer of each rung', async () => {
    site.rule('/a.png', { status: 403 });
    const lost = await fetchResource(found('/a.png'), tools);
    expect(lost).toMatchObject({ missing: 'HTTP 403', status: 403 });
    expect(rungs(lost)).toEqual(['as-asked', 'no-referer', 'article-referer', 'own-referer']);
  });

  it('is taken from another size when its own address gives none', async () => {
    site.put('/small.png', drawPng(1, 40, 30));
    const got = await fetchResource(found('/large.png', { others: [site.url('/middle.png'), site.url('/small.png')] }), tools);
    expect(got).toMatchObject({ got: 'other-size', finalUrl: site.url('/small.png'), sniffed: { width: 40 } });
    expect(got.tried.at(-1)).toEqual({ rung: 'other-size', answer: `${site.url('/middle.png')}: HTTP 404` });
  });

  it('that a browser has is not asked for, unless the copy is none', async () => {
    site.put('/b.png', drawPng(2, 40, 30));
    const seen: FetchTools['seen'] = async (url) => (url.endsWith('/a.png') ? { bytes: drawPng(1, 40, 30), finalUrl: url, status: 200, contentType: null } : { bytes: Buffer.from('<html>'), finalUrl: url, status: 200, contentType: null });
    expect(await fetchResource(found('/a.png'), { ...tools, seen })).toMatchObject({ got: 'browser-copy' });
    expect(site.requests).toHaveLength(0);
    expect(await fetchResource(found('/b.png'), { ...tools, seen })).toMatchObject({ got: 'as-asked', tried: [{ rung: 'browser-copy', answer: 'not a picture' }] });
  });

  it('comes from the archive at last, of the article’s day, where that is switched on', async () => {
    const archive = await startSite({ fallback: ({ path }) => (path.startsWith('/web/20210304000000id_/http://') ? { body: drawPng(1, 40, 30) } : null) });
    expect(await fetchResource(found('/a.png'), tools)).toMatchObject({ missing: 'HTTP 404' });
    expect(archive.requests).toHaveLength(0);
    const got = await fetchResource(found('/a.png'), { ...tools, wayback: { base: archive.origin, date: '2021-03-04' } });
    expect(got).toMatchObject({ got: 'wayback' });
    expect(rungs(got)).not.toContain('wayback');
    await archive.close();
  });

  it('is not asked for on a host that did not answer twice', async () => {
    await site.close();
    let asked = 0;
    const counting = { ...tools, http: { ...http, get: (request: HttpRequest) => ((asked += 1), http.get(request)) } };
    for (let number = 0; number < 50; number += 1) {
      expect(await fetchResource(found(`/${number}.png`), counting)).toMatchObject({ missing: 'offline', tried: [{ rung: 'as-asked', answer: 'ECONNREFUSED' }] });
    }
    expect(asked).toBe(2);
  });

  it('that is cut short each time is missing, but for a JPEG, which a browser shows as far as it goes', async () => {
    const [png, jpeg] = [drawPng(1, 300, 200), drawJpeg(1, 300, 200)];
    site.put('/a.png', png.subarray(0, -20));
    site.put('/a.jpg', jpeg.subarray(0, -20));
    expect(await fetchResource(found('/a.png'), tools)).toMatchObject({ missing: 'cut short' });
    expect(await fetchResource(found('/a.jpg'), tools)).toMatchObject({ got: 'as-asked', bytes: expect.objectContaining({ length: jpeg.length - 20 }) });
  });

  it('of one pixel is one only in a style, or where nothing speaks for a real picture', async () => {
    site.put('/dot.gif', drawPng(1, 1, 1));
    const specks = [undefined, 'perhaps', 'fine'] as const;
    const outcomes = [];
    for (const speck of specks) outcomes.push(await fetchResource(found('/dot.gif', speck === undefined ? {} : { specks: speck }), tools));
    expect(outcomes.map((outcome) => ('missing' in outcome ? outcome.missing : outcome.tried.length))).toEqual(['one pixel', 4, 0]);
  });

  it('that a link names and that is a page after all is no picture of this page', async () => {
    site.put('/File:a.jpg', '<!doctype html><p>About this picture');
    expect(await fetchResource(found('/File:a.jpg', { linked: true }), tools)).toMatchObject({ isPage: true });
    expect(site.requests).toHaveLength(1);
  });
});

describe('a recording', () => {
  it('larger than is kept is not begun', async () => {
    site.put('/a.mp4', Buffer.alloc(5_000_000));
    expect(await fetchResource(found('/a.mp4', { role: 'media' }), tools)).toMatchObject({ missing: 'too-large' });
    expect(site.requests).toHaveLength(1);
  });
});
