// What other programs hand over: a deep link asks first, a file given to a second start is added.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { titles } from './article-list.ts';
import { openDemo, openPictureProxy, seedFormTitle, writeSeedForm, type Demo } from './demo.ts';
import type { TestProxy } from '../../proxy/proxy.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { say } from './words.ts';

let demo: Demo;
let proxy: TestProxy;
let room: Room;
let page: PageDriver;

beforeAll(async () => {
  demo = await openDemo(['comet']);
  proxy = await openPictureProxy();
  room = await openRoom({ environment: proxy.environment });
  page = room.page;
  await page.waitFor(`text=${say('empty-all')}`);
}, openingMs);

afterAll(async () => {
  await room.close();
  await proxy.close();
  await demo.close();
});

const deepLink = (): string => `offprint://save?url=${encodeURIComponent(demo.url('comet'))}`;

it('a deep link shows its address and asks; refused, nothing is fetched', async () => {
  await room.app.secondInstance([deepLink()]);
  await page.waitFor('[role=alertdialog]');
  expect(await page.text('[role=alertdialog]')).toContain(say('confirm-save'));
  expect(await page.text('[role=alertdialog]')).toContain(demo.url('comet'));
  await page.press('Escape');
  await page.waitForNo('[role=alertdialog]');
  expect(demo.site.requests).toEqual([]);
  expect(await titles(page)).toEqual([]);
}, flowMs);

it('allowed, it is saved', async () => {
  await room.app.secondInstance([deepLink()]);
  await page.click('[role=alertdialog] .button-primary');
  await expect.poll(() => titles(page), patience).toEqual([demo.article('comet').title]);
}, flowMs);

it('a deep link to anything but a web page asks nothing', async () => {
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'http://user:secret@127.0.0.1/']) {
    await room.app.secondInstance([`offprint://save?url=${encodeURIComponent(url)}`]);
  }
  await new Promise((later) => setTimeout(later, 300));
  expect(await page.count('[role=alertdialog]')).toBe(0);
}, flowMs);

it('a file given to a second start is added to the first, which stays alone', async () => {
  await room.app.secondInstance([await writeSeedForm(room.folder, '海缆.md', seedFormTitle)]);
  await expect.poll(() => titles(page), patience).toEqual([seedFormTitle, demo.article('comet').title]);
  expect(await room.app.windows()).toHaveLength(1);
}, flowMs);

desktopIt('a file that the system opens with the app is added', async () => {
  await room.desktop.openFile(await writeSeedForm(room.folder, '另一篇.md', '另一篇'));
  await expect.poll(() => titles(page), patience).toContain('另一篇');
}, flowMs);
