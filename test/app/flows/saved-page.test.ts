// A page that a browser saved whole, dropped with its folder: one article, from those files alone.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { savePage, type SavedPage } from '../../demo/save-page.ts';
import { jobsAreDone, titles } from './article-list.ts';
import { openDemo } from './demo.ts';
import { inFrame, openArticle, pictures, showView } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, type Room } from './room.ts';
import { say } from './words.ts';

let room: Room;
let saved: SavedPage;
let title: string;
let url: string;

beforeAll(async () => {
  room = await openRoom();
  const demo = await openDemo(['buzhi']);
  ({ title } = demo.article('buzhi'));
  url = demo.url('buzhi');
  const folder = join(room.folder, '下载');
  await mkdir(folder);
  saved = await savePage(url, folder, title);
  // From here on its pictures are nowhere but in the folder.
  await demo.close();
}, openingMs);

afterAll(() => room.close());

it('is one article, with the address that it came from', async () => {
  await room.page.dropFiles([saved.file, saved.folder], '.list-pane');
  await openArticle(room.page, title);
  await jobsAreDone(room.page);
  expect(await room.page.text('.job .job-state')).toMatch(/^Saved with \d+ pictures$/);
  expect(await titles(room.page)).toEqual([title]);
  const link = await inFrame(room.page, (view) => view.document.querySelector('.site a')?.getAttribute('href'));
  expect(link).toBe(url);
}, flowMs);

it('shows its pictures in both views', async () => {
  const reader = await pictures(room.page);
  expect(reader.length).toBeGreaterThanOrEqual(3);
  expect(reader.filter(({ width }) => width === 0)).toEqual([]);
  await showView(room.page, title, 'original');
  const original = await pictures(room.page);
  expect(original.length).toBeGreaterThan(reader.length);
  expect(original.filter(({ width }) => width === 0)).toEqual([]);
  expect(await room.page.count('.banner')).toBe(0);
  expect(await room.page.text('.check-badge')).toContain(say('works-offline'));
}, flowMs);
