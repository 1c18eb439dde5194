// Around the search box: what was meant, odd parts, narrowing by a click, searches of before and searches that are kept.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { choose, countIn, goTo, titles } from './article-list.ts';
import type { Demo } from './demo.ts';
import { flowMs, openingMs, patience, type Room } from './room.ts';
import { openStocked } from './stocked-room.ts';
import { named, say } from './words.ts';

const slugs = ['ditu', 'comet', 'yeshi', 'offprints'];
let demo: Demo;
let room: Room;
let page: PageDriver;
let all: readonly string[];

beforeAll(async () => {
  ({ demo, room, page, all } = await openStocked(slugs));
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const title = (slug: string): string => demo.article(slug).title;
const boxText = (): Promise<string> => page.evaluate(() => (document.querySelector('.search-field') as HTMLInputElement).value);
const chips = (): Promise<readonly string[]> => page.evaluate(() => [...document.querySelectorAll('.facet')].map((chip) => chip.textContent));

/** Types into the box, in place of what is there. */
async function search(words: string): Promise<void> {
  await page.click('.search-field');
  await page.evaluate(() => (document.querySelector('.search-field') as HTMLInputElement).select());
  await page.type(words);
  await expect.poll(boxText, patience).toBe(words);
}

it('says what was perhaps meant as soon as typing rests, and searches for that', async () => {
  await expect.poll(() => titles(page), patience).toEqual(all);
  await search('photolitograhpy');
  const meant = named('did-you-mean', { query: 'photolithography' });
  await page.waitFor(meant);
  await page.click(meant);
  await expect.poll(() => titles(page), patience).toEqual([title('offprints')]);
  expect(await boxText()).toBe('photolithography');
}, flowMs);

it('underlines the part that means nothing and is searched as text', async () => {
  await search('the is:lovely');
  await expect.poll(() => page.evaluate(() => document.querySelector('.query-odd')?.textContent), patience).toBe('is:lovely');
  expect(await page.evaluate(() => document.querySelector('.search-field')?.getAttribute('title'))).toBe(say('odd-parts', { parts: 'is:lovely' }));
  await search('the is:unread');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('.query-odd').length), patience).toBe(0);
}, flowMs);

it('narrows to what hits have in common by a click, and widens by another', async () => {
  await search('的');
  await expect.poll(async () => (await titles(page)).toSorted(), patience).toEqual([title('ditu'), title('yeshi')].toSorted());
  await page.press('Enter');
  const [tag = ''] = demo.article('ditu').tags;
  await expect.poll(chips, patience).toContain(`${tag}1`);
  await page.click(`.facet[title="${tag}"]`);
  await expect.poll(() => titles(page), patience).toEqual([title('ditu')]);
  expect(await boxText()).toBe(`的 tag:${tag}`);
  await page.click('.facet[aria-pressed=true]');
  await expect.poll(() => titles(page), patience).toHaveLength(2);
}, flowMs);

it('lays all facets open by kind, also of the whole list', async () => {
  await page.click(named('clear-search'));
  await page.click(named('filter'));
  await page.waitFor(`text=${say('facet-languages')}`);
  await expect.poll(chips, patience).toEqual(expect.arrayContaining(['English2', 'Chinese (China)2']));
  await page.click('.facet[title="English"]');
  await expect.poll(async () => (await titles(page)).toSorted(), patience).toEqual([title('comet'), title('offprints')].toSorted());
  await page.click(named('filter'));
  await page.click(named('clear-search'));
  await expect.poll(() => titles(page), patience).toEqual(all);
}, flowMs);

it('offers what was searched for before', async () => {
  await search('彗星');
  await page.press('Enter');
  await search('comet');
  await page.press('Enter');
  await page.click(named('clear-search'));
  await page.press('Escape');
  await page.press('/');
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('.recent-search')].slice(0, 2).map((one) => one.textContent)), patience).toEqual(['comet', '彗星']);
  await page.press('ArrowDown');
  await page.press('Enter');
  await expect.poll(() => titles(page), patience).toEqual([title('comet')]);
  expect(await boxText()).toBe('comet');
}, flowMs);

it('keeps a search in the sidebar, with what it finds now; renames it, removes it, takes that back', async () => {
  await search('的 -夜市');
  await page.click(named('search-keep'));
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[role=dialog] input')), patience).toBe(true);
  await page.type('Maps');
  await page.press('Enter');
  await page.waitForNo('[role=dialog]');
  await expect.poll(() => countIn(page, 'Maps'), patience).toBe(1);
  await goTo(page, say('place-all'));
  await expect.poll(() => titles(page), patience).toEqual(all);
  await goTo(page, 'Maps');
  await expect.poll(() => titles(page), patience).toEqual([title('ditu')]);
  expect(await boxText()).toBe('的 -夜市');
  await choose(page, title('ditu'));
  await page.press('Delete');
  await expect.poll(() => countIn(page, 'Maps'), patience).toBe(0);
  await page.click('.toast:last-child .toast-action');
  await expect.poll(() => countIn(page, 'Maps'), patience).toBe(1);
  await page.hover('.saved-search');
  await page.click('.saved-search-more');
  await page.click(`text=${say('search-remove')}`);
  await page.waitForNo('.saved-search');
  await page.click('.toast:last-child .toast-action');
  await expect.poll(() => countIn(page, 'Maps'), patience).toBe(1);
}, flowMs);

it('has its searches again after a start', async () => {
  await room.restart();
  page = room.page;
  await expect.poll(() => countIn(page, 'Maps'), patience).toBe(1);
}, flowMs);
