// The window without a pointer: search, the list, the article, and back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { chosen, titles } from './article-list.ts';
import type { Demo } from './demo.ts';
import { inFrame, isShown, painted } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, patience, type Room } from './room.ts';
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

/** What has the focus: its class, without what a library adds. */
function focus(): Promise<string> {
  return page.evaluate(() => document.activeElement?.className.split(' ')[0] ?? '');
}

/** Writes down, on the window's root, whether the article's page was ready each time that it was given the focus. */
function watchFocus(): Promise<void> {
  return page.evaluate(() => {
    const kept = document.documentElement.dataset;
    HTMLIFrameElement.prototype.focus = function focusAndTell(options) {
      kept['focused'] = `${kept['focused'] ?? ''}${this.dataset['ready'] === undefined ? 'early' : 'ready'} `;
      HTMLElement.prototype.focus.call(this, options);
    };
  });
}

const selectedWords = (): Promise<string> => inFrame(page, (view) => view.getSelection()?.toString() ?? '');

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
  // A key that acts on what is chosen must not meet the article that was open before.
  await expect.poll(() => chosen(page), patience).toEqual([title('yeshi')]);
}, flowMs);

it('goes from article to article with J and K, also from within one', async () => {
  await page.press('/');
  await expect.poll(focus, patience).toBe('search-field');
  await page.press('Escape');
  await expect.poll(() => titles(page), patience).toEqual(all);
  await page.press('Escape');
  await expect.poll(focus, patience).toBe('grid');
  await page.press('Home');
  await expect.poll(() => chosen(page), patience).toEqual([all[0]]);
  await page.press('j');
  await isShown(page, all[1] ?? '', 'reader');
  await page.press('o');
  await expect.poll(focus, patience).toBe('article-frame');
  await watchFocus();
  await page.press('j');
  await isShown(page, all[2] ?? '', 'reader');
  await expect.poll(focus, patience).toBe('article-frame');
  await page.press('k');
  await isShown(page, all[1] ?? '', 'reader');
  expect(await chosen(page)).toEqual([all[1]]);
  // Before a page has loaded a key that is pressed in it is heard by nobody.
  expect(await page.evaluate(() => document.documentElement.dataset['focused'])).toBe('ready ready ');
}, flowMs);

it('stars with S, and shows the article alone with F', async () => {
  await page.press('s');
  await page.waitFor(named('unstar'));
  await page.press('f');
  await page.waitForNo('.list-pane');
  await page.press('Escape');
  await page.waitFor('.list-pane');
}, flowMs);

it('takes sentence by sentence and marks one, with a note', async () => {
  await page.press('o');
  await expect.poll(focus, patience).toBe('article-frame');
  await page.press('h');
  await page.waitFor('.selection-bar');
  const first = await selectedWords();
  await page.press(']');
  await expect.poll(selectedWords, patience).not.toBe(first);
  const second = await selectedWords();
  await page.press('n');
  await expect.poll(() => painted(page, 'yellow'), patience).toEqual([second]);
  await expect.poll(focus, patience).toBe('note-field');
  await page.type('jhs/? are letters here');
  await page.press('Escape');
  await page.waitForNo('.note-field');
}, flowMs);

it('shows every key, and runs commands and opens articles by name', async () => {
  await page.press('?');
  await page.waitFor(`text=${say('keys-title')}`);
  await page.press('Escape');
  await page.waitForNo('[role=dialog]');
  await page.press('CommandOrControl+k');
  await expect.poll(focus, patience).toBe('palette-field');
  await page.type('paper sepia');
  await page.waitFor(`text=${say('command-paper', { paper: say('paper-sepia') })}`);
  await page.press('Enter');
  await page.waitForNo('[role=dialog]');
  const paper = (): Promise<string> => inFrame(page, (view) => view.getComputedStyle(view.document.documentElement).getPropertyValue('--paper'));
  await expect.poll(paper, patience).toContain('84');
  await page.press('CommandOrControl+k');
  await page.type('夜市');
  await page.waitFor(`text=${title('yeshi')}`);
  await page.press('Enter');
  await isShown(page, title('yeshi'), 'reader');
}, flowMs);

desktopIt('switches between the views by the menu\'s keys', async () => {
  await page.press('CommandOrControl+2');
  await isShown(page, title('yeshi'), 'original');
  await page.press('CommandOrControl+1');
  await isShown(page, title('yeshi'), 'reader');
}, flowMs);
