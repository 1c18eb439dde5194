// Settings: the language and the theme change at once, in the window and the article, and hold over a restart.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { fill } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { inFrame, openArticle } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

let demo: Demo;
let room: Room;
let title: string;

beforeAll(async () => {
  demo = await openDemo(['comet']);
  ({ title } = demo.article('comet'));
  room = await openRoom();
  await fill(room.page, [demo.url('comet')]);
  await openArticle(room.page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

/** The lightness of the window's and the article's ground: 0 is black, 1 white. */
async function lightness(): Promise<readonly [number, number]> {
  const window = await room.page.evaluate(() => {
    const pane = document.querySelector('.reader-pane') ?? document.body;
    return getComputedStyle(pane).backgroundColor;
  });
  const article = await inFrame(room.page, (view) => view.getComputedStyle(view.document.documentElement).backgroundColor);
  return [await brightness(window), await brightness(article)];
}

/** Drawn by the browser itself, whatever way the colour is written; nothing drawn counts as the page's own ground. */
function brightness(color: string): Promise<number> {
  return room.page.evaluate((written) => {
    const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = written;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? NaN : (red + green + blue) / 765;
  }, color);
}

it('the language changes every word at once, and the menus', async () => {
  const { page } = room;
  await page.click(named('settings'));
  await page.click('text=简体中文');
  await page.waitFor(`text=${say('place-unread', {}, 'zh-CN')}`);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  expect(await page.count(`text=${say('place-unread')}`)).toBe(0);
}, flowMs);

desktopIt('the menu bar follows', async () => {
  expect((await room.desktop.menu()).map(({ label }) => label)).toContain('文件(&F)');
});

it('the theme turns dark, the article with it', async () => {
  const { page } = room;
  const [windowBefore, articleBefore] = await lightness();
  expect(windowBefore).toBeGreaterThan(0.8);
  expect(articleBefore).toBeGreaterThan(0.8);
  await page.click(`text=${say('appearance-dark', {}, 'zh-CN')}`);
  await page.waitFor(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await expect.poll(async () => Math.max(...(await lightness())), patience).toBeLessThan(0.3);
}, flowMs);

it('the reader\'s type grows by the slider', async () => {
  const { page } = room;
  const size = (): Promise<number> =>
    inFrame(page, (view) => {
      const paragraph = view.document.querySelector('article p:not([class])') ?? view.document.body;
      return Number.parseFloat(view.getComputedStyle(paragraph).fontSize);
    });
  const before = await size();
  const slider = `[aria-label="${say('reader-size', {}, 'zh-CN')}"] input`;
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.focus(), slider);
  await page.press('ArrowRight');
  await page.press('ArrowRight');
  await expect.poll(size, patience).toBe(before + 2);
  await page.press('Escape');
  await page.waitForNo('[role=dialog]');
}, flowMs);

it('the article has paper and faces of its own, whatever the window is', async () => {
  const { page } = room;
  const zh = (key: Parameters<typeof say>[0]): string => say(key, {}, 'zh-CN');
  await page.click(`name=${zh('reader-type')}`);
  await page.click('.paper:has([data-paper=sepia])');
  await expect.poll(async () => (await lightness())[1], patience).toBeGreaterThan(0.8);
  expect((await lightness())[0]).toBeLessThan(0.3);
  await page.click(`text=${zh('reader-han-heiti')}`);
  const faces = (): Promise<string> => inFrame(page, (view) => view.getComputedStyle(view.document.body).fontFamily);
  await expect.poll(faces, patience).toMatch(/^"?Offprint Serif.*Noto Sans SC Variable/);
  await page.click('.paper:has([data-paper=black])');
  await expect.poll(async () => (await lightness())[1], patience).toBe(0);
  await page.press('Escape');
  await page.waitForNo('.type-panel');
}, flowMs);

it('all of it holds over a restart', async () => {
  await room.restart();
  const { page } = room;
  await page.waitFor(`text=${say('place-unread', {}, 'zh-CN')}`);
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await openArticle(page, title);
  await expect.poll(async () => Math.max(...(await lightness())), patience).toBeLessThan(0.3);
}, flowMs);
