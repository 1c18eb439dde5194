// What frames and shadow roots hold: in the original view as it was shown, in the reader as it reads.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaveReport, SaveRequest } from '../../../preload/contract/calls.ts';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import type { TargetHost } from '../../../main/adapters/chromium/devtools-target.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(12);
const frame = `<!doctype html><html><head><link rel="stylesheet" href="frame.css"><style>@media (max-width: 500px) { p { letter-spacing: 3px } } :root { --w: 50vw }</style></head>
  <body class="b"><p>framed</p><img src="in.png"><div id="half" style="height:10px"></div><iframe srcdoc="<p style='color:rgb(1,2,3)'>deep</p>" width="200" height="60"></iframe></body></html>`;
const page = `<!doctype html><html lang="en"><head><title>The tide mill</title><link rel="stylesheet" href="/page.css"></head><body><article><h1>The tide mill</h1><p>${words}</p>
  <iframe class="f" src="/parts/frame.html" width="400" height="200" frameborder="0"></iframe><iframe src="/none.html"></iframe><iframe src="/spy.html" width="1" height="1"></iframe><p>${words}</p></article></body></html>`;

let host: TargetHost;
let site: Site;
let app: TestEngine;
beforeAll(() => void (host = createPipeHost()));
afterAll(() => host.close());
beforeEach(async () => {
  site = await startSite({
    resources: {
      '/page.html': page,
      '/page.css': 'iframe.f { border: 5px solid rgb(9, 8, 7) } p { color: rgb(200, 0, 0) }',
      '/parts/frame.html': frame,
      '/parts/frame.css': 'html { background: rgb(0, 0, 90) } body.b { margin: 3px } p { color: rgb(0, 120, 0); background: url(bg.png) } #half { width: 50vw }',
      '/parts/in.png': drawPng(1, 60, 40),
      '/parts/bg.png': drawPng(2, 30, 20),
    },
  });
  app = await openTestEngine({ browser: createChromiumBrowser(host) });
});
afterEach(async () => {
  await app.close();
  await site.close();
});

async function add(path: string, mode: SaveRequest['mode']): Promise<SaveReport> {
  const [report] = await app.call('save', { inputs: [site.url(path)], tags: [], mode, base: null });
  if (report?.id === null || report === undefined) throw new Error(`not saved: ${JSON.stringify(report)}`);
  return report;
}

/** What a Chromium without a network makes of a stored view. */
async function look<T>(report: SaveReport, view: 'reader' | 'original', expression: string): Promise<T> {
  const article = await app.call('article', { id: report.id ?? '' });
  const path = article.captures.at(-1)?.[view] ?? '';
  const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', png: 'image/png' };
  const read = async (inside: string): Promise<{ bytes: Uint8Array; type: string }> => ({
    bytes: await readFile(join(app.library, inside)),
    type: types[inside.split('.').at(-1) ?? ''] ?? '',
  });
  const opened = await createChromiumBrowser(host).openSealed({ path, read, width: 1280, height: 900, signal: new AbortController().signal });
  if (!opened.ok) throw new Error('not opened');
  await opened.value.settle(5_000);
  const value = await opened.value.evaluate<T>(expression);
  expect(opened.value.leaks()).toEqual([]);
  await opened.value.close();
  return value;
}

const inFrame = `(() => {
  const host = document.querySelector('offprint-frame.f');
  const inside = host.shadowRoot;
  const style = (node, name) => getComputedStyle(node)[name];
  const deep = inside.querySelector('offprint-frame');
  return {
    size: [host.clientWidth, host.clientHeight, style(host, 'borderTopColor')],
    colors: [style(document.querySelector('article p'), 'color'), style(inside.querySelector('p'), 'color')],
    background: style(inside.querySelector('offprint-html'), 'backgroundColor'),
    margin: style(inside.querySelector('offprint-body'), 'marginTop'),
    spacing: style(inside.querySelector('p'), 'letterSpacing'),
    half: style(inside.querySelector('#half'), 'width'),
    picture: inside.querySelector('img').naturalWidth,
    deep: [deep.clientWidth, deep.shadowRoot.querySelector('p').textContent],
    empty: [...document.querySelectorAll('offprint-frame')].map((one) => one.shadowRoot !== null),
  };
})()`;

describe('a frame', () => {
  it.each(['static', 'browser'] as const)('stands in the original view as it did, its styles apart from the page’s (%s)', { timeout: 90_000 }, async (mode) => {
    const report = await add('/page.html', mode);
    expect(report).toMatchObject({ status: 'saved', images: { found: 2, saved: 2 } });
    expect(await look(report, 'original', inFrame)).toEqual({
      size: [400, 200, 'rgb(9, 8, 7)'],
      colors: ['rgb(200, 0, 0)', 'rgb(0, 120, 0)'],
      background: 'rgb(0, 0, 90)',
      margin: '3px',
      spacing: '3px',
      half: '200px',
      picture: 60,
      deep: [200, 'deep'],
      empty: [true, mode === 'browser', false],
    });
    // What is not the article does not come into the reader.
    expect(await look<string>(report, 'reader', 'document.body.innerText')).not.toContain('framed');
  });

  it('is the article where the page is there for it', async () => {
    site.put('/holder.html', `<!doctype html><html lang="en"><title>The tide mill</title><body><p>Below is the story.</p><iframe src="/story.html"></iframe></body></html>`);
    site.put('/story.html', `<!doctype html><p>${words}</p><p>${words}</p>`);
    const report = await add('/holder.html', 'static');
    expect(await look<string>(report, 'reader', 'document.body.innerText')).toContain('the sea did its work');
  });
});

describe('a shadow root', () => {
  it('keeps its look in the original view, and reads in its place in the reader', async () => {
    site.put(
      '/card.html',
      `<!doctype html><html lang="en"><head><title>The tide mill</title></head><body><article><h1>The tide mill</h1><x-card><p>${words}</p><b slot="end">the end</b></x-card></article>
      <script>customElements.define('x-card', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<style>p { color: rgb(0, 90, 0) } ::slotted(b) { color: rgb(0, 0, 90) }</style><p>${words.replaceAll('creek', 'river')}</p><slot></slot><hr><slot name="end">nothing</slot>' } })</script></body></html>`,
    );
    const report = await add('/card.html', 'browser');
    const colors = `(() => { const card = document.querySelector('x-card'); return [card.shadowRoot.querySelector('p'), card.querySelector('b')].map((node) => getComputedStyle(node).color) })()`;
    expect(await look(report, 'original', colors)).toEqual(['rgb(0, 90, 0)', 'rgb(0, 0, 90)']);
    const text = await look<string>(report, 'reader', 'document.body.innerText');
    for (const water of ['creek', 'river']) expect(text.split(`stood where the ${water}`)).toHaveLength(13);
    expect(text.trim()).toMatch(/the end$/);
    expect(load(text)('template').length).toBe(0);
  });
});
