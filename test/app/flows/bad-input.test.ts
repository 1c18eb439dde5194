// What cannot be saved is said in the window, thing by thing; what came with it is saved all the same.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureSentence } from '../../../preload/contract/messages/failures.ts';
import type { FailureKind } from '../../../preload/contract/result.ts';
import { drawPng } from '../../demo/draw.ts';
import type { PageDriver } from '../page-driver.ts';
import { titles } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

let demo: Demo;
let room: Room;
let page: PageDriver;

beforeAll(async () => {
  demo = await openDemo(['comet']);
  room = await openRoom();
  page = room.page;
  await page.waitFor(`text=${say('empty-all')}`);
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

/** The first words of a failure's sentence, up to what it is about. */
function begins(kind: FailureKind): string {
  return failureSentence({ kind, about: '\n', detail: '' }, 'en').split('\n')[0] ?? '';
}

/** What the tray of captures says of each job that failed. */
function complaints(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const states = [...document.querySelectorAll('.job[data-state=failed] .job-state')];
    return states.map((state) => state.textContent);
  });
}

async function addByDialog(text: string): Promise<void> {
  await page.click('.sidebar-foot .button');
  await page.click('[role=menuitem]:first-child');
  await page.waitFor('[role=dialog]');
  await page.type(text, '[role=dialog] textarea');
  await page.click('[role=dialog] [type=submit]');
  await page.waitForNo('[role=dialog]');
}

async function dismissAll(): Promise<void> {
  await page.click(named('dismiss-all'));
  await page.waitForNo('.tray');
}

it('a word that is no link', async () => {
  await addByDialog('nolink');
  await expect.poll(complaints, patience).toEqual([expect.stringContaining(begins('bad-input'))]);
  expect((await complaints())[0]).toContain('nolink');
  await dismissAll();
}, flowMs);

it('a page that is not there, and one on a host that does not answer; the third link is saved', async () => {
  await addByDialog([demo.site.url('/gone.html'), 'http://127.0.0.1:9/', demo.url('comet')].join('\n'));
  await expect.poll(() => titles(page), patience).toEqual([demo.article('comet').title]);
  await expect.poll(async () => (await complaints()).length, patience).toBe(2);
  const said = (await complaints()).join('\n');
  expect(said).toContain(begins('not-found'));
  expect(said).toContain(begins('offline'));
  expect(said).toContain('/gone.html');
  await dismissAll();
}, flowMs);

it('a folder, a picture and a program dropped together with an article, which is saved', async () => {
  const inRoom = (name: string): string => join(room.folder, name);
  const [folder, picture, program, note] = [inRoom('一个文件夹'), inRoom('picture.png'), inRoom('program.md'), inRoom('好的.md')];
  await mkdir(folder);
  await writeFile(picture, drawPng(1, 40, 30));
  const code = Array.from({ length: 400 }, (_unused, at) => (at * 7) % 256);
  await writeFile(program, Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...code]));
  const words = '这一篇写得足够长，可以保存下来，别的东西不妨碍它。'.repeat(12);
  await writeFile(note, `---\ntitle: 好的文章\n---\n\n${words}\n`);
  await page.dropFiles([folder, picture, program, note], '.list-pane');
  await expect.poll(() => titles(page), patience).toEqual(['好的文章', demo.article('comet').title]);
  await expect.poll(async () => (await complaints()).length, patience).toBe(3);
  for (const about of ['一个文件夹', 'picture.png', 'program.md']) {
    expect(await complaints()).toContainEqual(expect.stringContaining(about));
  }
  await dismissAll();
}, flowMs);

it('a text without any link', async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.paste('just some words');
  await page.waitFor(`text=${say('nothing-to-save')}`);
  expect(await titles(page)).toHaveLength(2);
});

it('something that failed is tried again when it is told to', async () => {
  demo.site.rule('/review/comet.html', { status: 503 });
  const again = `${demo.url('comet')}?page=2`;
  await addByDialog(again);
  await expect.poll(complaints, patience).toEqual([expect.stringContaining(begins('busy'))]);
  demo.site.rule('/review/comet.html', null);
  const before = demo.site.count('/review/comet.html');
  await page.click('.job[data-state=failed] .text-action');
  await page.waitForNo('.job[data-state=failed]');
  const asked = () => demo.site.count('/review/comet.html') - before;
  await expect.poll(asked, patience).toBe(1);
  await page.waitForNo('.job[data-state=running], .job[data-state=waiting]', flowMs / 2);
  expect(asked()).toBe(1);
}, flowMs);
