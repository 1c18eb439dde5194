// Reading contacts nobody: a server that a saved page names hears nothing more once the save is done, in either view,
// even where the stored file itself was changed to name it.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { openPage } from '../../browser/open-page.ts';
import { startSite, type Site } from '../../site/site.ts';
import type { PageDriver } from '../page-driver.ts';
import { choose, goTo } from './article-list.ts';
import { inFrame, isShown, showView } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, type Room } from './room.ts';
import { say } from './words.ts';

declare const offprint: Bridge;

const title = 'A page that talks to others';

/** Every way to contact somebody that a page has without a script. */
function callsOut(to: string): string {
  return `<link rel="preconnect" href="${to}"><link rel="dns-prefetch" href="${to}">
    <link rel="preload" as="image" href="${to}/preload.png"><link rel="stylesheet" href="${to}/away.css">
    <style>@import "${to}/import.css"; @font-face { font-family: Away; src: url(${to}/font.woff2); }
    h1 { font-family: Away; background: url(${to}/heading.png); } a:hover { background: url(${to}/hover.png); }</style>
    <img src="${to}/picture.png" srcset="${to}/picture-2.png 2x" width="300" height="200">
    <p style="background: url(${to}/inline.png)">A wall.</p>
    <iframe src="${to}/frame.html"></iframe><object data="${to}/object"></object><embed src="${to}/embed">
    <video src="${to}/film.mp4" poster="${to}/poster.png"></video>
    <svg width="10" height="10"><image href="${to}/svg.png" width="10" height="10"/></svg>`;
}

function pageOf(inside: string, link: string): string {
  const words = 'The harbour was quiet that morning, and the boats lay still upon the water for an hour. '.repeat(8);
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p>
    <p><a href="${link}/link" ping="${link}/ping">A link to somebody else, long enough to hover.</a></p>
    ${inside}<p>${words}</p></article></body></html>`;
}

let site: Site;
let canary: Site;
let room: Room;
let page: PageDriver;

beforeAll(async () => {
  canary = await startSite();
  site = await startSite({ resources: { '/talks.html': pageOf(callsOut(canary.origin), canary.origin) } });
  room = await openRoom();
  page = room.page;
}, openingMs);

afterAll(async () => {
  await room.close();
  await site.close();
  await canary.close();
});

async function lookAround(): Promise<void> {
  for (const view of ['reader', 'original'] as const) {
    await showView(page, title, view);
    await page.hover('.article-frame >>> a[href*="/link"]');
    await inFrame(page, (frame) => frame.scrollTo(0, frame.document.documentElement.scrollHeight));
    await new Promise((later) => setTimeout(later, 700));
  }
}

it('the same page in a browser contacts the server (or this file would prove nothing)', async () => {
  await using browser = await openPage(site.url('/talks.html'), { offline: false });
  expect(canary.connections).toBeGreaterThan(0);
  expect(canary.requests.length).toBeGreaterThan(5);
  expect(browser.requests.some((url) => url.startsWith(canary.origin))).toBe(true);
}, flowMs);

it('opened, hovered and scrolled in both views, it contacts nobody', async () => {
  const [answer] = await page.evaluate(async (input) => {
    const saved = await offprint.calls.save({ inputs: [input], tags: [], mode: 'auto', base: null });
    return saved.ok ? saved.value : [];
  }, site.url('/talks.html'));
  expect(answer?.title).toBe(title);
  const heard = canary.connections;
  await choose(page, title);
  await isShown(page, title, 'reader');
  await lookAround();
  await goTo(page, say('place-all'));
  expect(canary.connections).toBe(heard);
  expect(canary.requests.filter(({ path }) => path === '/link' || path === '/ping')).toEqual([]);
}, flowMs);

it('nor where the stored files call out themselves: the policy and the session hold alone', async () => {
  const heard = canary.connections;
  const [capture] = await page.evaluate(async () => {
    const first = { query: '', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 1, typing: false } as const;
    const found = await offprint.calls.find(first);
    const article = found.ok ? await offprint.calls.article({ id: found.value.rows[0]?.id ?? '' }) : found;
    return article.ok ? article.value.captures : [];
  });
  for (const path of [capture?.reader ?? '', capture?.original ?? '']) {
    const file = join(room.library, path);
    const stored = await readFile(file, 'utf8');
    // Without the policy in its head too, which is a wall of its own.
    const open = stored.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '');
    expect(open).not.toBe(stored);
    await writeFile(file, open.replace('</body>', () => `${callsOut(canary.origin)}</body>`));
  }
  await room.restart();
  ({ page } = room);
  await choose(page, title);
  await isShown(page, title, 'reader');
  expect(await inFrame(page, (frame) => frame.document.querySelector('iframe') !== null)).toBe(true);
  await lookAround();
  expect(canary.connections).toBe(heard);
}, flowMs);
