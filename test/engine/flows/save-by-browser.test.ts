// Saving what only a browser can read: asked for, chosen by the page's own signs, and what stays in the way.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaveReport, SaveRequest } from '../../../preload/contract/calls.ts';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import type { TargetHost } from '../../../main/adapters/chromium/devtools-target.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(12);
const article = `<article><h1>The tide mill</h1><p>${words}</p><img src="/a.png" alt="The mill"><p>${words}</p></article>`;
const shell = `<!doctype html><html lang="en"><head><title>The tide mill</title><link rel="stylesheet" href="/s.css"></head><body><div id="root"></div><script src="/app.js"></script></body></html>`;

let host: TargetHost;
let site: Site;
let app: TestEngine;
beforeAll(() => void (host = createPipeHost()));
afterAll(() => host.close());
beforeEach(async () => {
  site = await startSite({
    resources: {
      '/shell.html': shell,
      '/s.css': 'h1 { color: teal; background: url(/b.png) }',
      '/app.js': `document.getElementById('root').innerHTML = ${JSON.stringify(article)}`,
      '/a.png': drawPng(1, 60, 40),
      '/b.png': drawPng(2, 30, 20),
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
  if (report === undefined) throw new Error('no report');
  return report;
}

async function stored(report: SaveReport): Promise<{ readonly mode: string | undefined; readonly reader: string; readonly original: string }> {
  const { captures } = await app.call('article', { id: report.id ?? '' });
  const capture = captures.at(-1);
  const read = (path: string | undefined): Promise<string> => readFile(join(app.library, path ?? ''), 'utf8');
  return { mode: capture?.mode, reader: await read(capture?.reader), original: await read(capture?.original) };
}

describe('a page that scripts draw', () => {
  it('is kept as it is drawn, with pictures and styles as the browser had them', async () => {
    const report = await add('/shell.html', 'browser');
    expect(report).toMatchObject({ status: 'saved', title: 'The tide mill', images: { found: 2, saved: 2 } });
    const { mode, reader, original } = await stored(report);
    expect(mode).toBe('browser');
    expect(load(reader)('article').text()).toContain('the sea did its work');
    expect(load(original)('h1').length).toBe(1);
    expect(load(original)('script').length).toBe(0);
    for (const path of ['/shell.html', '/a.png', '/b.png', '/s.css']) expect(site.count(path), path).toBe(1);
  });

  it('is drawn by itself where it is empty without scripts, and not where it is asked not to be', async () => {
    expect(await add('/shell.html', 'static')).toMatchObject({ status: 'failed', failure: { kind: 'not-an-article' } });
    const report = await add('/shell.html', 'auto');
    expect(report.status).toBe('saved');
    expect((await stored(report)).mode).toBe('browser');
  });

  it('is drawn by itself where it has far less text than it says', async () => {
    const counts = (wordCount: number): string => `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","wordCount":${wordCount}}]}</script>`;
    const page = (wordCount: number): string =>
      `<!doctype html><html lang="en"><head><title>The tide mill</title>${counts(wordCount)}</head><body><h1>The tide mill</h1><p>${words.slice(0, 900)}</p><div id="more"></div><script src="/app.js"></script></body></html>`;
    site.put('/app.js', `document.getElementById('more').innerHTML = ${JSON.stringify(article)}`);
    site.put('/thin.html', page(3_000));
    site.put('/whole.html', page(160));
    expect((await stored(await add('/thin.html', 'auto'))).mode).toBe('browser');
    expect((await stored(await add('/whole.html', 'auto'))).mode).toBe('static');
  });

  it.each([
    ['markup', `document.querySelector('article').insertAdjacentHTML('beforeend', ['a', 'b'].map((name) => '<p><img src="/' + name + '.png" alt="' + name + '"></p>').join(''))`],
    ['elements', `for (const name of ['a', 'b']) { const shown = document.createElement('img'); shown.src = '/' + name + '.png'; document.querySelector('article').append(shown) }`],
  ])('is drawn by itself where its scripts put pictures into it after a moment, as %s', async (_, script) => {
    site.put('/late.html', `<!doctype html><html lang="en"><head><title>The tide mill</title></head><body><article><h1>The tide mill</h1><p>${words}</p></article><script>setTimeout(() => { ${script} }, 1500)</script></body></html>`);
    const report = await add('/late.html', 'auto');
    expect(report).toMatchObject({ status: 'saved', images: { found: 2, saved: 2 } });
    expect((await stored(report)).mode).toBe('browser');
  });

  it('is not drawn for a picture that only counts who came', async () => {
    const counter = `var i = document.createElement('img'); i.width = 1; i.style.display = 'none'; i.src = '/a.png'; document.body.appendChild(i);`;
    site.put('/counted.html', `<!doctype html><html lang="en"><head><title>The tide mill</title></head><body><article><h1>The tide mill</h1><p>${words}</p></article><script>${counter}</script><script>document.write('<img src="/b.png" width="1" height="1">')</script></body></html>`);
    expect((await stored(await add('/counted.html', 'auto'))).mode).toBe('static');
  });

  it('is drawn when it is captured again so, though it was fetched at first', async () => {
    site.put('/app.js', `document.querySelector('h1').insertAdjacentHTML('afterend', '<p>Only scripts bring this line. ${words.slice(0, 300)}</p>')`);
    site.put('/more.html', `<!doctype html><html lang="en"><head><title>The tide mill</title></head><body><h1>The tide mill</h1><p>${words}</p><script src="/app.js"></script></body></html>`);
    const first = await add('/more.html', 'auto');
    expect((await stored(first)).mode).toBe('static');
    const again = await app.call('recapture', { id: first.id ?? '', mode: 'browser' });
    expect(again.captureId).not.toBe(first.captureId);
    const { mode, reader } = await stored(again);
    expect(mode).toBe('browser');
    expect(load(reader)('article').text()).toContain('Only scripts bring this line');
  });

  it('is kept as it was fetched where a browser makes no more of it', async () => {
    site.put('/few.html', `<!doctype html><html lang="en"><head><title>Few</title><meta name="description" content="${words.slice(0, 900)}"></head><body><p>${words.slice(0, 420)}</p></body></html>`);
    await app.close();
    app = await openTestEngine();
    expect((await stored(await add('/few.html', 'auto'))).mode).toBe('static');
  });
});

describe('what stands before the article', () => {
  it('is passed where a browser passes it', async () => {
    site.put('/gate.html', ({ cookie }) =>
      (cookie ?? '').includes('pass=1')
        ? { body: `<!doctype html><html lang="en"><title>The tide mill</title>${article}` }
        : { status: 403, body: `<!doctype html><title>Just a moment...</title><div id="challenge-form"></div><script>document.cookie = 'pass=1'; location.reload()</script>` },
    );
    const report = await add('/gate.html', 'auto');
    expect(report).toMatchObject({ status: 'saved', title: 'The tide mill' });
  });

  it('is said, and not stored, where it stays', async () => {
    site.put('/wall.html', `<!doctype html><title>Just a moment...</title><h1>Checking your browser</h1><div id="challenge-form"></div>`);
    for (const mode of ['auto', 'browser'] as const) {
      expect(await add('/wall.html', mode)).toMatchObject({ status: 'failed', failure: { kind: 'refused' } });
    }
    expect((await app.call('counts', {})).all).toBe(0);
  });

  it('is an error that stays one', async () => {
    expect(await add('/none.html', 'browser')).toMatchObject({ status: 'failed', failure: { kind: 'not-found', detail: 'HTTP 404' } });
    expect(await add('/a.png', 'browser')).toMatchObject({ status: 'failed', failure: { kind: 'unsupported' } });
  });
});

it('says that it needs a browser where it is asked for one and there is none', async () => {
  await app.close();
  app = await openTestEngine();
  expect(await add('/shell.html', 'browser')).toMatchObject({ status: 'failed', failure: { kind: 'no-browser' } });
  expect(await add('/shell.html', 'auto')).toMatchObject({ status: 'failed', failure: { kind: 'not-an-article' } });
});
