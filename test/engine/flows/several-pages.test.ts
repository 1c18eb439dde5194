// Articles over several pages: followed, joined, and ended where they end.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveReport } from '../../../preload/contract/calls.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = (stem: string): string => Array.from({ length: 4 }, (_, at) => `<p>${`The ${stem} stood where the creek narrows, ${at} times a day. `.repeat(4)}</p>`).join('');
const note = '<p>Tom Harrow writes about mills and the sea for the Slow Review every month.</p>';

let site: Site;
let app: TestEngine;
beforeEach(async () => {
  [site, app] = await Promise.all([startSite(), openTestEngine()]);
});
afterEach(async () => {
  await Promise.all([app.close(), site.close()]);
});

function put(path: string, number: number, next: string | null, title = `The tide mill (${number}) | Review`): void {
  const pager = next === null ? '' : `<div class="pager"><span>${number}</span> <a href="${next}">下一页</a></div>`;
  site.put(path, `<!doctype html><html lang="en"><title>${title}</title><body><article><h1>The tide mill</h1>${words(`stone${number}`)}<img src="/p${number}.png" alt="Stone ${number}">${note}${pager}</article></body></html>`);
  site.put(`/p${number}.png`, drawPng(number, 60, 40));
}

async function add(path: string): Promise<SaveReport> {
  const [report] = await app.call('save', { inputs: [site.url(path)], tags: [], mode: 'static', base: null });
  if (report === undefined) throw new Error('no report');
  return report;
}

async function stored({ id }: SaveReport, view: 'reader' | 'manifest'): Promise<string> {
  const article = await app.call('article', { id: id ?? '' });
  const shown = article.captures.find((capture) => capture.id === article.shown);
  return readFile(join(app.library, view === 'reader' ? (shown?.reader ?? '') : (shown?.reader ?? '').replace('reader.html', 'manifest.json')), 'utf8');
}

describe('an article over several pages', () => {
  it('is joined in order with all its pictures, and what the pages repeat stands once', async () => {
    put('/mill.html', 1, 'mill_2.html');
    put('/mill_2.html', 2, 'mill_3.html');
    put('/mill_3.html', 3, null);
    const report = await add('/mill.html');
    expect(report).toMatchObject({ status: 'saved', title: 'The tide mill', images: { found: 3, saved: 3 } });
    const $ = load(await stored(report, 'reader'));
    const text = $('article.offprint').text();
    expect([1, 2, 3].map((number) => text.indexOf(`stone${number}`)).every((place, index, all) => place > (all[index - 1] ?? 0))).toBe(true);

    expect(text.split('Tom Harrow writes')).toHaveLength(2);
    expect(text).not.toContain('下一页');
    expect($('h1')).toHaveLength(1);
    expect($('img').toArray().map(({ attribs }) => attribs['alt'])).toEqual(['Stone 1', 'Stone 2', 'Stone 3']);
    expect(JSON.parse(await stored(report, 'manifest'))).toMatchObject({
      further: [{ url: site.url('/mill_2.html'), source: 'source-2.html.zst' }, { url: site.url('/mill_3.html'), source: 'source-3.html.zst' }],
    });
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
    expect(await add('/mill_2.html')).toMatchObject({ status: 'known', id: report.id });
  });

  it('of which a page is missing is kept in part, and says which', async () => {
    put('/mill.html', 1, 'mill_2.html');
    site.rule('/mill_2.html', { status: 500 });
    const report = await add('/mill.html');
    expect(report).toMatchObject({ status: 'partial', images: { found: 1, saved: 1, missing: [{ url: site.url('/mill_2.html'), role: 'page', reason: 'HTTP 500' }] } });
    site.rule('/mill_2.html', null);
    put('/mill_2.html', 2, null);
    expect(await app.call('recapture', { id: report.id ?? '' })).toMatchObject({ status: 'saved', images: { found: 2, saved: 2 } });
  });

  it('keeps its pages when a missing picture is tried again', async () => {
    put('/mill.html', 1, 'mill_2.html');
    put('/mill_2.html', 2, null);
    site.rule('/p1.png', { status: 404 });
    const report = await add('/mill.html');
    expect(report).toMatchObject({ status: 'partial', images: { found: 2, saved: 1 } });
    site.rule('/p1.png', null);
    const again = await app.call('retryMissing', { id: report.id ?? '', captureId: report.captureId ?? '', urls: null });
    expect(again).toMatchObject({ status: 'saved', images: { found: 2, saved: 2 } });
    expect(load(await stored(again, 'reader'))('article.offprint').text()).toContain('stone2');
  });

  it.each([
    ['leads back to the first', () => put('/mill_2.html', 2, 'mill.html')],
    ['leads to itself', () => put('/mill_2.html', 2, 'mill_2.html')],
    ['leads to the same page under another number', () => {
      put('/mill_2.html', 2, 'mill_3.html');
      site.rule('/mill_3.html', { redirect: '/mill_2.html' });
    }],
    ['leads to another article', () => {
      put('/mill_2.html', 2, 'mill_3.html');
      site.put('/mill_3.html', `<title>The moon</title><article><h1>The moon</h1>${words('moon')}</article>`);
    }],
  ])('ends where it %s', async (_, serve) => {
    put('/mill.html', 1, 'mill_2.html');
    serve();
    const report = await add('/mill.html');
    expect(report).toMatchObject({ status: 'saved', images: { found: 2 } });
    expect(JSON.parse(await stored(report, 'manifest'))).toMatchObject({ further: [{ url: site.url('/mill_2.html') }] });
  });

  it('is followed for thirty pages and no more, which is said', async () => {
    for (let number = 1; number <= 40; number += 1) put(number === 1 ? '/mill.html' : `/mill_${number}.html`, number, `mill_${number + 1}.html`);
    const report = await add('/mill.html');
    expect(report).toMatchObject({ status: 'partial', images: { found: 30, saved: 30, missing: [{ role: 'page', reason: 'more than 30 pages' }] } });
    expect(site.count('/mill_31.html')).toBe(0);
  });
});
