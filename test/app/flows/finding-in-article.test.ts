// Finding in the open article: how many there are, from one to the next, in both views; and what is found can be marked at once.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { fill } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { inFrame, isShown, openArticle, painted, showView } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

let demo: Demo;
let room: Room;
let page: PageDriver;
let title: string;

beforeAll(async () => {
  demo = await openDemo(['ditu', 'offprints']);
  ({ title } = demo.article('offprints'));
  room = await openRoom();
  page = room.page;
  await fill(page, [demo.url('ditu'), demo.url('offprints')]);
  await openArticle(page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const count = (): Promise<string> => page.evaluate(() => document.querySelector('.find-count')?.textContent ?? '');

async function findWords(words: string): Promise<void> {
  await page.press('CommandOrControl+f');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className), patience).toBe('find-field');
  await page.type(words);
}

/** Where the hit that the user is at stands in the frame, in hundredths of its height. */
const heightOfHit = (): Promise<number> =>
  inFrame(page, (view) => {
    const [range] = [...(view.CSS.highlights.get('offprint-found-at') ?? [])] as unknown as Range[];
    return range === undefined ? -1 : (100 * range.getBoundingClientRect().top) / view.innerHeight;
  });

it('counts and paints what is typed, whatever its case', async () => {
  await findWords('OFFPRINT');
  await expect.poll(count, patience).toMatch(/^1 of \d+$/);
  const words = await painted(page, 'found');
  expect(words.length).toBeGreaterThan(3);
  expect(new Set(words.map((word) => word.toLowerCase()))).toEqual(new Set(['offprint']));
  expect(await count()).toBe(say('find-of', { at: 1, hits: words.length }));
}, flowMs);

it('goes on with Enter and back with Shift, round and round, and what it is at is in sight', async () => {
  const hits = (await painted(page, 'found')).length;
  await page.press('Shift+Enter');
  await expect.poll(count, patience).toBe(say('find-of', { at: hits, hits }));
  await expect.poll(heightOfHit, patience).toBeGreaterThan(0);
  expect(await heightOfHit()).toBeLessThan(100);
  await page.press('Enter');
  await expect.poll(count, patience).toBe(say('find-of', { at: 1, hits }));
}, flowMs);

it('looks in the other view too', async () => {
  await showView(page, title, 'original');
  await expect.poll(async () => (await painted(page, 'found')).length, patience).toBeGreaterThan(3);
  await showView(page, title, 'reader');
}, flowMs);

it('leaves what was found selected, so that it is marked with a key', async () => {
  await findWords('withdraw it from your drawer');
  await expect.poll(count, patience).toBe(say('find-of', { at: 1, hits: 1 }));
  await page.press('Escape');
  await page.waitForNo('.find-bar');
  expect(await painted(page, 'found')).toEqual([]);
  await page.waitFor('.selection-bar');
  await page.press('h');
  await expect.poll(() => painted(page, 'yellow'), patience).toEqual(['withdraw it from your drawer']);
}, flowMs);

it('says that there is none, and forgets with the article', async () => {
  await findWords('zeppelin');
  await expect.poll(count, patience).toBe(say('find-none'));
  await openArticle(page, demo.article('ditu').title);
  await page.waitForNo('.find-bar');
}, flowMs);

it('finds simplified Chinese by traditional', async () => {
  await findWords('等高線');
  await expect.poll(async () => new Set(await painted(page, 'found')), patience).toEqual(new Set(['等高线']));
  await page.click(named('close'));
  await page.waitForNo('.find-bar');
}, flowMs);

desktopIt('is in the menu, beside the search of the library', async () => {
  await room.desktop.pressMenu('Edit', 'Find in Article…');
  await page.waitFor('.find-bar');
  await page.press('Escape');
  await room.desktop.pressMenu('Edit', 'Search the Library');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className), patience).toBe('search-field');
  await isShown(page, demo.article('ditu').title, 'reader');
}, flowMs);
