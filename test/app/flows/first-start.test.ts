// The first start: a library is made, says what it is for, and takes a link by the dialog, by paste and by drop.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { titles } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { desktopIt, flowMs, onRealElectron, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

let demo: Demo;
let room: Room;
let page: PageDriver;

beforeAll(async () => {
  demo = await openDemo(['offprints', 'comet', 'yeshi']);
  // Where the real Electron takes documents to be, no environment changes on every system.
  room = await openRoom({ firstStart: !onRealElectron });
  page = room.page;
  // Gone when the page is loaded again.
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const title = (slug: string): string => demo.article(slug).title;

desktopIt('makes a library among the documents', async () => {
  const stored = async (): Promise<unknown> => JSON.parse(await readFile(join(room.library, 'library.json'), 'utf8'));
  await expect.poll(() => stored().catch(() => null), patience).toMatchObject({ format: 1 });
});

it('says what the empty library is for', async () => {
  await page.waitFor(`text=${say('empty-all')}`);
  expect(await page.count('.row')).toBe(0);
});

it('adds a link by the dialog, and shows how far its pictures are', async () => {
  demo.site.rule('/pictures/*', { delayMs: 800 });
  await page.click(named('add-link'));
  await page.waitFor('[role=dialog]');
  await page.type(demo.url('offprints'), '[role=dialog] textarea');
  await page.click(named('save'));
  await page.waitFor('.job [role=progressbar][aria-valuemax]');
  const [, now = '', most = ''] = /^Getting pictures and styles: (\d+) of (\d+)$/.exec(await page.text('.job .job-state')) ?? [];
  expect(Number(most)).toBeGreaterThan(2);
  expect(Number(now)).toBeLessThan(Number(most));
  await expect.poll(() => titles(page), patience).toEqual([title('offprints')]);
  await page.waitFor(`text=${say('jobs-done', { count: 1, n: 1 })}`);
  demo.site.rule('/pictures/*', null);
}, flowMs);

it('adds a link that is pasted anywhere', async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.paste(demo.url('comet'));
  await expect.poll(() => titles(page), patience).toEqual([title('comet'), title('offprints')]);
}, flowMs);

it('adds a link that is dropped on the window, which says so while it is held over it', async () => {
  const link = { 'text/uri-list': demo.url('yeshi') };
  await page.dragOver(link, '.list-pane');
  await page.waitFor(`text=${say('drop-title')}`);
  await page.dropText(link, '.list-pane');
  await page.waitForNo(`text=${say('drop-title')}`);
  await expect.poll(() => titles(page), patience).toEqual([title('yeshi'), title('comet'), title('offprints')]);
}, flowMs);

it('says that a link is known, and leads to its article', async () => {
  await page.dropText({ 'text/plain': `Look: ${demo.url('comet')}.` }, '.list-pane');
  await page.waitFor(`text=${say('known-toast', { title: title('comet') })}`);
  await page.click('.toast-action');
  await expect.poll(() => page.text('.article-frame >>> h1'), patience).toBe(title('comet'));
  expect(await titles(page)).toHaveLength(3);
}, flowMs);

it('did all of it without loading its page again', async () => {
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-same-page'))).toBe(true);
});
