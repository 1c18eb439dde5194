// The promise: nothing is contacted but what is saved, and nobody while reading. The whole tour of the app (start, browse, search, read
// in both views, mark, notes, export, settings, start again), watched from three sides; where this user may make a network namespace,
// it runs in one, and the kernel counts what leaves.

import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { choose, fill, goTo, titles } from '../../app/flows/article-list.ts';
import { openDemo } from '../../app/flows/demo.ts';
import { inFrame, openArticle, placeOf, showView } from '../../app/flows/reading-frame.ts';
import { openRoom, patience, type Room } from '../../app/flows/room.ts';
import { named, say } from '../../app/flows/words.ts';
import { temporaryFolder } from '../../engine/harness.ts';
import { watchConnections } from './connections.ts';
import { canMakeNamespace, inNamespace, wayOut } from './namespace.ts';

declare const offprint: Bridge;

const slugs = ['comet', 'buzhi'];
const tourMs = 240_000;

const canBeAlone = wayOut === null && canMakeNamespace();
if (wayOut === null && !canBeAlone) console.warn('No network namespace can be made here: the tour is watched from inside the app and its Chromium, and the kernel counts nothing.');

async function look(room: Room, title: string): Promise<void> {
  const { page } = room;
  await openArticle(page, title);
  for (const view of ['original', 'reader'] as const) {
    await showView(page, title, view);
    await page.hover('.article-frame');
    await inFrame(page, (frame) => frame.scrollTo(0, frame.document.documentElement.scrollHeight));
  }
}

async function mark(room: Room, words: string): Promise<void> {
  const { from, to } = await placeOf(room.page, words);
  await room.page.drag(from, to);
  await room.page.waitFor('.selection-bar');
  await room.page.press('Escape');
}

async function search(room: Room): Promise<void> {
  await room.page.press('/');
  await room.page.type('帘纹');
  await expect.poll(() => titles(room.page), patience).toHaveLength(1);
  await room.page.press('Escape');
  await expect.poll(() => titles(room.page), patience).toHaveLength(slugs.length);
}

async function exportAll(room: Room, id: string): Promise<void> {
  for (const format of ['html', 'markdown', 'pdf'] as const) {
    const request = { ids: [id], format, path: join(room.folder, `export-${format}`) };
    const answer = await room.page.evaluate((wanted) => offprint.calls.export(wanted), request);
    expect(answer).toMatchObject({ ok: true, value: [{ failure: null }] });
  }
}

async function changeSettings(room: Room): Promise<void> {
  await room.page.evaluate(() => offprint.calls.setSettings({ change: { appearance: 'dark', readerSize: 22, wayback: false } }));
  await room.page.click(named('settings'));
  await room.page.waitFor('text=简体中文');
  await room.page.press('Escape');
  await room.page.evaluate(() => offprint.calls.setSettings({ change: { appearance: 'light' } }));
}

it.runIf(canBeAlone)('in a network namespace of its own', () => {
  const { status, stdout, stderr } = inNamespace(`exec '${process.execPath}' node_modules/vitest/vitest.mjs run test/hostile/tour/tour.test.ts`, { VITEST_POOL_ID: '' }, tourMs);
  console.log(stdout);
  expect(status, stderr).toBe(0);
}, tourMs);

it.runIf(!canBeAlone)('the app contacts what is saved, and nobody else', async () => {
  const demo = await openDemo(slugs);
  const watch = watchConnections(await temporaryFolder());
  const room = await openRoom({ environment: watch.environment, chromium: watch.chromium });
  const host = new URL(demo.site.origin).host;
  try {
    await room.page.waitFor('.place');
    expect(await watch.opened()).toEqual([]);
    const reports = await fill(room.page, slugs.map((slug) => demo.url(slug)));
    // Only to the page's own addresses; and this shows that the watch sees what is opened.
    expect(await watch.opened()).toEqual([`connect ${host}`]);
    const [saved, asked] = [demo.site.connections, demo.site.requests.length];

    for (const slug of slugs) await look(room, demo.article(slug).title);
    await mark(room, '宁浅勿深');
    await goTo(room.page, say('place-all'));
    await search(room);
    await choose(room.page, demo.article('comet').title);
    await exportAll(room, reports[0]?.id ?? '');
    await changeSettings(room);
    expect(await room.page.evaluate(() => offprint.calls.verify({}))).toMatchObject({ ok: true, value: { damaged: [] } });
    await room.restart();
    await room.page.waitFor('.place');
    await look(room, demo.article('buzhi').title);

    expect(await watch.opened()).toEqual([`connect ${host}`]);
    expect([demo.site.connections, demo.site.requests.length]).toEqual([saved, asked]);
    expect(await watch.packets()).toBe(wayOut === null ? null : 0);
    await room.app.quit();
    // Where no server listens: what is asked for against all rules would end there.
    expect((await watch.chromiumTried()).filter((address) => address !== '127.0.0.1:9')).toEqual([]);
  } finally {
    await room.close();
    await demo.close();
  }
}, tourMs);

it.runIf(wayOut !== null)('what does leave is counted (or this would prove nothing)', async () => {
  const watch = watchConnections(await temporaryFolder());
  const socket = connect(80, '192.0.2.1').on('error', () => undefined);
  await expect.poll(() => watch.packets(), patience).toBeGreaterThan(0);
  socket.destroy();
});
