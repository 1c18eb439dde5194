// The window without a pointer: search, the list, the article, and back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { chosen, fill, titles } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { isShown } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';

const slugs = ['ditu', 'comet', 'yeshi', 'offprints'];
let demo: Demo;
let room: Room;
let page: PageDriver;
let all: readonly string[];

beforeAll(async () => {
  demo = await openDemo(slugs);
  room = await openRoom();
  page = room.page;
  for (const slug of slugs) await fill(page, [demo.url(slug)]);
  all = slugs.map((slug) => demo.article(slug).title).toReversed();
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const title = (slug: string): string => demo.article(slug).title;

/** What has the focus: its class, without what a library adds. */
function focus(): Promise<string> {
  return page.evaluate(() => document.activeElement?.className.split(' ')[0] ?? '');
}

it('goes from the search into the list', async () => {
  await expect.poll(() => titles(page), patience).toEqual(all);
  await page.press('/');
  await expect.poll(focus, patience).toBe('search-field');
  await page.press('ArrowDown');
  await expect.poll(focus, patience).toBe('grid');
});

it('moves through the list by arrows, and opens what it rests on', async () => {
  await page.press('ArrowDown');
  await expect.poll(() => chosen(page), patience).toEqual([all[0]]);
  await page.press('ArrowDown');
  await isShown(page, all[1] ?? '', 'reader');
  await page.press('End');
  await expect.poll(() => chosen(page), patience).toEqual([all.at(-1)]);
  await page.press('Home');
  await expect.poll(() => chosen(page), patience).toEqual([all[0]]);
}, flowMs);

it('stretches the selection with Shift, takes everything, and lets go', async () => {
  await page.press('Shift+ArrowDown');
  await expect.poll(() => chosen(page), patience).toEqual(all.slice(0, 2));
  await page.press('CommandOrControl+a');
  await expect.poll(() => chosen(page), patience).toEqual(all);
  await page.press('Escape');
  await expect.poll(() => chosen(page), patience).toEqual([]);
  await page.press('Home');
});

it('goes into the article with Enter, where the shortcuts still work', async () => {
  await page.press('Enter');
  await isShown(page, all[0] ?? '', 'reader');
  await expect.poll(focus, patience).toBe('article-frame');
  await page.press('/');
  await expect.poll(focus, patience).toBe('search-field');
  await page.press('Escape');
  await expect.poll(focus, patience).toBe('grid');
}, flowMs);

it('deletes, goes on with the next one, and takes it back', async () => {
  await page.press('Home');
  await expect.poll(() => chosen(page), patience).toEqual([all[0]]);
  await page.press('Delete');
  await expect.poll(() => titles(page), patience).toEqual(all.slice(1));
  expect(await chosen(page)).toEqual([all[1]]);
  await page.press('CommandOrControl+z');
  await expect.poll(() => titles(page), patience).toEqual(all);
}, flowMs);

it('finds, and leaves the search with the first match at hand', async () => {
  await page.press('/');
  await page.type('夜市');
  await expect.poll(() => titles(page), patience).toEqual([title('yeshi')]);
  await page.press('Enter');
  await expect.poll(focus, patience).toBe('grid');
  await page.press('ArrowDown');
  await page.press('Enter');
  await isShown(page, title('yeshi'), 'reader');
}, flowMs);

desktopIt('switches between the views by the menu\'s keys', async () => {
  await page.press('CommandOrControl+2');
  await isShown(page, title('yeshi'), 'original');
  await page.press('CommandOrControl+1');
  await isShown(page, title('yeshi'), 'reader');
}, flowMs);
