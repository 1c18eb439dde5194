// Finding as one types: a Chinese word of two characters, the place that matched, and the way back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { choose, fill, titles } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { isShown, painted } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

const slugs = ['buzhi', 'ditu', 'yeshi', 'offprints'];
let demo: Demo;
let room: Room;
let page: PageDriver;

beforeAll(async () => {
  demo = await openDemo(slugs);
  room = await openRoom();
  page = room.page;
  await fill(page, slugs.map((slug) => demo.url(slug)));
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const title = (slug: string): string => demo.article(slug).title;

it('finds a Chinese word of two characters and marks it where it stands', async () => {
  await expect.poll(() => titles(page), patience).toHaveLength(slugs.length);
  await page.press('/');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('class')), patience).toBe('search-field');
  await page.type('帘');
  await page.type('纹');
  await expect.poll(() => titles(page), patience).toEqual([title('buzhi')]);
  const marked = (): Promise<readonly string[]> =>
    page.evaluate(() => [...document.querySelectorAll('.row mark')].map((mark) => mark.textContent));
  await expect.poll(marked, patience).toContain('帘纹');
  expect(await page.text('.row .line-snippet')).toContain('帘纹疏密');
}, flowMs);

it('opens a hit with all its places painted, and goes from the first to the next', async () => {
  await choose(page, title('buzhi'));
  await isShown(page, title('buzhi'), 'reader');
  await expect.poll(async () => new Set(await painted(page, 'found')), patience).toEqual(new Set(['帘纹']));
  const hits = (await painted(page, 'found')).length;
  expect(hits).toBeGreaterThan(1);
  await page.waitFor(`text=${say('find-of', { at: 1, hits })}`);
  await page.click(named('find-next'));
  await page.waitFor(`text=${say('find-of', { at: 2, hits })}`);
  await page.click('.search-field');
}, flowMs);

it('has the whole list again after Escape', async () => {
  await page.press('Escape');
  await expect.poll(() => titles(page), patience).toHaveLength(slugs.length);
  expect(await page.evaluate(() => document.querySelectorAll('.row mark').length)).toBe(0);
  expect(await page.evaluate(() => (document.querySelector('.search-field') as HTMLInputElement).value)).toBe('');
});

it('finds a word while it is still being typed', async () => {
  await page.type('photolith', '.search-field');
  await expect.poll(() => titles(page), patience).toEqual([title('offprints')]);
  await page.press('Escape');
});

it('says that there is no match, and clears the search by a button', async () => {
  await page.type('月球背面', '.search-field');
  await page.waitFor(`text=${say('no-match-text', { query: '月球背面' })}`);
  await page.click('.empty-actions button');
  await expect.poll(() => titles(page), patience).toHaveLength(slugs.length);
  await page.waitForNo(named('clear-search'));
});
