// Stored pages opened straight from the library's folder in a plain browser without a network: what the library is for
// once the app is gone.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureView } from '../../../preload/contract/article.ts';
import { openPage, type OpenPage } from '../../browser/open-page.ts';
import { startDemoSite } from '../../site/demo-site.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

/** What would show that a script ran, or that the page reached out. */
function withTraps(html: string, canary: string): string {
  const head = `<script>document.documentElement.dataset.ran = 'inline'</script><script src="${canary}/script.js"></script>
    <link rel="preconnect" href="${canary}"><link rel="dns-prefetch" href="${canary}"><link rel="prefetch" href="${canary}/prefetch">`;
  const body = `<img src="data:," onerror="document.documentElement.dataset.ran = 'handler'">
    <iframe src="${canary}/frame.html"></iframe><object data="${canary}/object"></object>
    <p style="background:url(${canary}/wall.png)">A wall.</p>`;
  return html.replace('</head>', () => `${head}</head>`).replace('</body>', () => `${body}</body>`);
}

let app: TestEngine;
let canary: Site;
let capture: CaptureView;
let afterSave = 0;

beforeAll(async () => {
  app = await openTestEngine();
  canary = await startSite();
  const site = await startDemoSite();
  const mill = site.articles.find(({ slug }) => slug === 'tide-mill');
  const page = await (await fetch(site.url(mill?.path))).text();
  site.put('/review/trapped.html', withTraps(page, canary.origin));
  const [report] = await app.call('save', { inputs: [site.url('/review/trapped.html')], tags: [], mode: 'auto', base: null });
  // The canary has no picture for the wall.
  expect(report).toMatchObject({ status: 'partial', failure: null });
  const article = await app.call('article', { id: report?.id ?? '' });
  const [only] = article.captures;
  if (only === undefined) throw new Error('no capture');
  capture = only;
  await site.close();
  afterSave = canary.connections;
}, 120_000);

afterAll(async () => {
  await app.close();
  await canary.close();
});

describe.each(['reader', 'original'] as const)('the %s view', (view) => {
  let page: OpenPage;
  beforeAll(async () => {
    page = await openPage(pathToFileURL(join(app.library, capture[view])).href, { offline: true });
  }, 60_000);
  afterAll(() => page.close());

  it('shows every picture', async () => {
    const pictures = await page.evaluate(() =>
      Promise.all(
        [...document.images].map(async (image) => {
          image.loading = 'eager';
          const decoded = await image.decode().then(() => true, () => false);
          return { source: image.getAttribute('src'), decoded: decoded && image.naturalWidth > 0 };
        }),
      ),
    );
    const stored = pictures.filter(({ source }) => source?.includes('blobs/') === true);
    expect(stored.length).toBeGreaterThanOrEqual(view === 'reader' ? 2 : 5);
    expect(stored.filter(({ decoded }) => !decoded)).toEqual([]);
  });

  it('asks for nothing but files of the library', async () => {
    expect(page.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(canary.connections).toBe(afterSave);
  });

  it('runs no script', async () => {
    expect(await page.evaluate(() => document.documentElement.dataset['ran'] ?? null)).toBeNull();
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
  });
});

describe('the original view', () => {
  it('has its own styles, pictures in them, and its web font', async () => {
    await using page = await openPage(pathToFileURL(join(app.library, capture.original)).href, { offline: true });
    const look = await page.evaluate(async () => {
      await document.fonts.ready;
      const panorama = document.querySelector('.panorama');
      const address = /url\("(.+)"\)/.exec(panorama === null ? '' : getComputedStyle(panorama).backgroundImage)?.[1] ?? '';
      const background = Object.assign(new Image(), { src: address });
      return {
        title: getComputedStyle(document.querySelector('h1') ?? document.body).fontSize,
        family: getComputedStyle(document.body).fontFamily.split(',')[0],
        background: await background.decode().then(() => true, () => false),
        fonts: [...document.fonts].map(({ family, status }) => `${family} ${status}`),
      };
    });
    expect(page.complaints).toEqual([]);
    expect(look).toMatchObject({ title: '42px', family: '"Slow Serif"', background: true });
    expect(look.fonts).toContain('Slow Serif loaded');
  }, 60_000);
});

it('the page as it was on the web does reach out, and runs its scripts', async () => {
  const site = await startSite({ resources: { '/': withTraps('<!doctype html><head></head><body></body>', canary.origin) } });
  const before = canary.connections;
  await using page = await openPage(site.url('/'), { offline: false });
  expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBe('handler');
  expect(canary.connections).toBeGreaterThan(before);
  await site.close();
}, 60_000);
