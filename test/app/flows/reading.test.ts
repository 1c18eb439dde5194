// Reading: the reader and the original view of one article; nothing in the frame runs, and its links open outside.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { fill } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { inFrame, openArticle, pictures, placeOf, showView } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';

let demo: Demo;
let room: Room;
let page: PageDriver;
let title: string;

beforeAll(async () => {
  demo = await openDemo(['tide-mill']);
  ({ title } = demo.article('tide-mill'));
  room = await openRoom();
  page = room.page;
  await fill(page, [demo.url('tide-mill')]);
  await openArticle(page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

/** What is looked at in both views. */
function look() {
  return inFrame(page, async (view) => {
    const { document } = view;
    await document.fonts.ready;
    const backgrounds = [...document.querySelectorAll('.panorama')].map((element) => view.getComputedStyle(element).backgroundImage);
    return {
      address: view.location.pathname,
      navigation: document.querySelector('nav') !== null,
      titleSize: view.getComputedStyle(document.querySelector('h1') ?? document.body).fontSize,
      family: view.getComputedStyle(document.body).fontFamily,
      fonts: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      backgrounds,
    };
  });
}

describe('the reader view', () => {
  it('is the article without what stood around it, with all its pictures', async () => {
    const seen = await look();
    expect(seen.address).toMatch(/\/reader\.html$/);
    expect(seen.navigation).toBe(false);
    const shown = await pictures(page);
    expect(shown.length).toBeGreaterThanOrEqual(2);
    expect(shown.filter(({ width }) => width === 0)).toEqual([]);
  });

  it('is set in the window\'s own type', async () => {
    expect((await look()).family).not.toContain('Slow Serif');
  });
});

describe('the original view', () => {
  it('is the page in its own look: styles, the pictures in them, a web font', async () => {
    await showView(page, title, 'original');
    const seen = await look();
    expect(seen.address).toMatch(/\/original\.html$/);
    expect(seen).toMatchObject({ navigation: true, titleSize: '42px' });
    expect(seen.family).toMatch(/^"?Slow Serif/);
    expect(seen.fonts).toContain('Slow Serif');
    expect(seen.backgrounds).toEqual([expect.stringMatching(/^url\(".*\/blobs\/.*\.jpe?g"\)$/)]);
  }, flowMs);

  it('shows all its pictures', async () => {
    const shown = await pictures(page);
    expect(shown.length).toBeGreaterThanOrEqual(5);
    expect(shown.filter(({ width }) => width === 0)).toEqual([]);
  });
});

describe.each(['reader', 'original'] as const)('the frame of the %s view', (view) => {
  beforeAll(() => showView(page, title, view), flowMs);

  it('runs no script, however it comes in', async () => {
    await inFrame(page, (frame) => {
      const { document } = frame;
      const script = document.createElement('script');
      script.textContent = 'top.document.documentElement.dataset.ran = "script"';
      const picture = document.createElement('img');
      picture.setAttribute('onerror', 'top.document.documentElement.dataset.ran = "handler"');
      picture.src = 'data:image/png,nothing';
      const link = document.createElement('a');
      link.href = 'javascript:void (top.document.documentElement.dataset.ran = "address")';
      document.body.append(script, picture, link);
      link.click();
    });
    await new Promise((later) => setTimeout(later, 300));
    expect(await page.evaluate(() => document.documentElement.dataset['ran'] ?? null)).toBeNull();
  });

  desktopIt('hands its links to the browser and stays where it is', async () => {
    const before = await inFrame(page, (frame) => frame.location.href);
    const handed = (await room.desktop.handedOver()).length;
    const words = view === 'reader' ? 'The Slow Review' : 'Tom Harrow';
    const { from, to } = await placeOf(page, words);
    await page.click({ x: (from.x + to.x) / 2, y: from.y });
    await expect.poll(async () => (await room.desktop.handedOver()).length, patience).toBe(handed + 1);
    const address = view === 'reader' ? demo.url('tide-mill') : demo.site.url('/review/authors');
    expect((await room.desktop.handedOver()).at(-1)).toEqual({ what: 'address', value: address });
    expect(await inFrame(page, (frame) => frame.location.href)).toBe(before);
    expect(await room.app.windows()).toHaveLength(1);
  });
});
