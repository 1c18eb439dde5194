// Finding as one types: a Chinese word of two characters, the place that matched, and the way back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { choose, chosen, fill, titles } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { inFrame, isShown, painted } from './reading-frame.ts';
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

it('opens a hit with all its places painted, and goes from the first to the next', async () => {
  await page.type('offprin', '.search-field');
  await choose(page, title('offprints'));
  await isShown(page, title('offprints'), 'reader');
  const words = async (): Promise<readonly string[]> => (await painted(page, 'found')).map((word) => word.toLowerCase());
  await expect.poll(async () => new Set((await words()).map((word) => word.slice(0, 7))), patience).toEqual(new Set(['offprin']));
  const hits = (await words()).length;
  expect(hits).toBeGreaterThan(3);
  await page.waitFor(`text=${say('find-of', { at: 1, hits })}`);
  await page.click(named('find-next'));
  await page.waitFor(`text=${say('find-of', { at: 2, hits })}`);
}, flowMs);

it('leads from the end of an article to another that is about the same', async () => {
  await choose(page, title('offprints'));
  await page.click(named('clear-search'));
  await choose(page, title('yeshi'));
  await isShown(page, title('yeshi'), 'reader');
  await inFrame(page, (view) => view.scrollTo({ top: view.document.documentElement.scrollHeight, behavior: 'instant' }));
  await page.waitFor(`text=${say('related')}`);
  const other = await page.text('.related-name');
  expect(slugs.map(title)).toContain(other);
  await page.click('.related-row');
  await isShown(page, other, 'reader');
  await expect.poll(() => chosen(page), patience).toEqual([other]);
}, flowMs);
