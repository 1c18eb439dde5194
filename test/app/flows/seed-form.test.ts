// A Markdown file whose pictures are on a web server: kept with them, or kept in part and completed later.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED_FORM_FILE } from '../../demo/articles.ts';
import type { TestProxy } from '../../proxy/proxy.ts';
import type { PageDriver } from '../page-driver.ts';
import { jobsAreDone, row } from './article-list.ts';
import { openPictureProxy, pictureHost, seedFormTitle, writeSeedForm } from './demo.ts';
import { openArticle, pictures } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

let proxy: TestProxy;
let room: Room;
let page: PageDriver;

beforeAll(async () => {
  proxy = await openPictureProxy();
  room = await openRoom({ environment: proxy.environment });
  page = room.page;
}, openingMs);

afterAll(async () => {
  await room.close();
  await proxy.close();
});

it('is saved with its five pictures when it is dropped, and shows them from the disk', async () => {
  await page.dropFiles([SEED_FORM_FILE], '.list-pane');
  await openArticle(page, seedFormTitle);
  await jobsAreDone(page);
  expect(await page.text('.job .job-state')).toBe(say('job-saved-pictures', { count: 5 }));
  const asked = proxy.connections;
  const shown = await pictures(page);
  expect(shown).toHaveLength(5);
  for (const { source, width } of shown) {
    expect(width, source).toBeGreaterThan(0);
    expect(source).toMatch(/^[./]*blobs\/[0-9a-f]{2}\/[0-9a-f]{64}\.(jpg|jpeg|png)$/);
  }
  expect(new Set(shown.map(({ source }) => source)).size).toBe(5);
  expect(proxy.connections).toBe(asked);
  expect(await page.count('.banner')).toBe(0);
  const facts = [say('pictures-of', { saved: 5, found: 5 }), say('works-offline')].join(say('comma'));
  await expect.poll(() => page.text('.check-badge'), patience).toContain(facts);
}, flowMs);

it('is kept without its pictures where they cannot be had, and says which and why', async () => {
  proxy.setReachable(false);
  const title = '另一篇：海缆';
  await page.dropFiles([await writeSeedForm(room.folder, '另一篇.md', title)], '.list-pane');
  await openArticle(page, title);
  await expect.poll(() => page.text('.check-badge'), patience).toContain(say('missing-count', { count: 5 }));
  expect(await page.text(await row(page, title))).toContain(say('pictures-of', { saved: 0, found: 5 }));
  await page.click('.check-badge');
  const missing = await page.evaluate(() =>
    [...document.querySelectorAll('.missing-list > li')].map((entry) => ({
      url: entry.querySelector('.missing-url')?.textContent ?? '',
      reason: entry.querySelector('.missing-reason')?.textContent ?? '',
    })),
  );
  expect(new Set(missing.map(({ url }) => url)).size).toBe(5);
  for (const { url, reason } of missing) {
    expect(url).toContain(`https://${pictureHost}/`);
    expect(reason).not.toBe('');
  }
}, flowMs);

it('gets them when it is told to try again and they are there', async () => {
  proxy.setReachable(true);
  await page.click(named('retry-all'));
  await page.waitForNo('.check-badge[data-tone=lacking]', 30_000);
  await expect.poll(async () => (await pictures(page)).filter(({ width }) => width > 0).length, patience).toBe(5);
}, flowMs);
