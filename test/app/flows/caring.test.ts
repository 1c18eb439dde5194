// What the app does so that nothing is lost: damage is shown and mended, commands in the terminal reach the library that is open,
// and what could not be added is there after a restart.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { offprintAt } from '../../cli/offprint.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openArticle } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

declare const offprint: Bridge;

const title = 'The lamp at the harbour';
let site: Site;
let room: Room;
let id: string;

beforeAll(async () => {
  site = await startSite();
  site.put('/one.png', drawPng(1, 300, 200));
  const lines = Array.from({ length: 20 }, (_, line) => `<p>Line ${line} of the keeper's day book says that the lamp was lit at dusk and put out at dawn.</p>`);
  site.put('/lamp.html', `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><figure><img src="/one.png" alt="The lamp"></figure>${lines.join('')}</article></body></html>`);
  room = await openRoom();
  await room.page.waitFor(() => 'offprint' in globalThis);
  const saved = await room.page.evaluate((url) => offprint.calls.save({ inputs: [url], tags: [], mode: 'static', base: null }), site.url('/lamp.html'));
  id = (saved.ok ? saved.value[0]?.id : null) ?? '';
  await openArticle(room.page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await site.close();
});

it('what is damaged stands above its article, and is mended by a press', async () => {
  const { page, library } = room;
  const blob = (await readdir(join(library, 'blobs'), { recursive: true })).find((path) => path.endsWith('.png')) ?? '';
  const picture = await readFile(join(library, 'blobs', blob));
  await writeFile(join(library, 'blobs', blob), picture.subarray(0, 100));
  await page.evaluate(() => offprint.calls.verify({}));
  await page.waitFor(`text=${say('damage-found', { count: 1, n: 1 })}`);
  expect(await page.text('.damage-list')).toContain(`${say('what-image')}${say('colon')}${say('damage-changed')}`);
  expect(await page.text('.damage-list')).toContain(site.url('/one.png'));
  expect(await page.text('.check-badge')).toContain(say('damaged-part'));
  await page.click(named('mend'));
  await page.waitFor(`text=${say('mended-all')}`);
  await page.waitForNo('.banner-damage');
  expect(await readFile(join(library, 'blobs', blob))).toEqual(picture);
}, flowMs);

it('the settings check the whole library, and mend what they find', async () => {
  const { page, library } = room;
  await page.press('CommandOrControl+,');
  await page.click(named('check-now'));
  await page.waitFor(named('check-again'));
  expect(await page.text('.library-check')).toContain(say('check-whole', { count: 9, n: '' }).split(':')[0] ?? '-');
  const blob = (await readdir(join(library, 'blobs'), { recursive: true })).find((path) => path.endsWith('.png')) ?? '';
  await writeFile(join(library, 'blobs', blob), 'rot');
  await page.click(named('check-again'));
  await page.waitFor(`text=${say('check-damaged', { count: 1, n: 1 })}`);
  // The damaged article behind the settings has a button of that name too.
  await page.click('.library-check .button-primary');
  await page.waitFor(`text=${say('mended-library')}`);
  await page.press('Escape');
}, flowMs);

it('a command in the terminal changes what the window shows', async () => {
  const terminal = offprintAt(room.folder);
  const tagged = await terminal.run(['tag', id, '+Harbour', '--library', room.library, '--json']);
  expect(tagged).toMatchObject({ code: 0, json: [{ id, tags: ['Harbour'] }] });
  await expect.poll(() => room.page.text('.sidebar'), patience).toContain('Harbour');
}, flowMs);

it('what could not be had is on the list of work after a restart', async () => {
  site.put('/away.html', { status: 503, body: 'later' });
  await room.page.evaluate((url) => offprint.calls.save({ inputs: [url], tags: ['Later'], mode: 'static', base: null }), site.url('/away.html'));
  await room.restart();
  await room.page.waitFor(() => 'offprint' in globalThis);
  const jobs = await room.page.evaluate(() => offprint.calls.jobs({}));
  expect(jobs).toMatchObject({ ok: true, value: [{ state: 'failed', failure: { kind: 'busy' }, report: { input: site.url('/away.html') } }] });
  await room.page.waitFor('.job');
}, flowMs);

it('and is tried again with the tags that it was added with', async () => {
  site.put('/away.html', { type: 'text/html', body: `<html lang="en"><head><title>Away</title></head><body><article><h1>Away</h1><p>${'The lamp was lit at dusk and put out at dawn. '.repeat(12)}</p></article></body></html>` });
  await room.page.click(named('retry'));
  await expect.poll(() => room.page.text('.sidebar'), patience).toContain('Later');
}, flowMs);
