// Words of strangers that are markup, everywhere in the window where words of articles stand: the list, the reader's head, marks,
// tags, snippets, the notebook, dialogs, notices. Nothing of them becomes an element, nothing runs, nobody is contacted.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { startCanary } from '../../hostile/browser/serve-frames.ts';
import { hostileTexts } from '../../hostile/payloads/texts.ts';
import type { Site } from '../../site/site.ts';
import type { PageDriver } from '../page-driver.ts';
import { goTo } from './article-list.ts';
import { inFrame } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { say } from './words.ts';

declare const offprint: Bridge;

let canary: Site;
let room: Room;
let page: PageDriver;
let texts: readonly string[] = [];
let ids: readonly string[] = [];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Names of files are part of what is shown of failures; Windows allows no such names. */
const nameOf = (number: number): string => (process.platform === 'win32' ? `${number}.md` : `${number} <img src=x onerror=top.ran=1>.md`);

beforeAll(async () => {
  canary = await startCanary();
  texts = hostileTexts(canary.origin);
  room = await openRoom();
  page = room.page;
  const folder = join(room.folder, 'texts');
  await mkdir(folder);
  const inputs = texts.map((_, number) => join(folder, nameOf(number)));
  for (const [number, text] of texts.entries()) {
    const fields = { title: text, subtitle: text, author: text, site: text, categories: [text.slice(0, 190)], source: `https://a.test/${number}` };
    const words = 'Words that somebody wrote, and somebody may want to read. '.repeat(6);
    await writeFile(inputs[number] ?? '', `---\n${stringify(fields)}---\n\n<p>Number ${number} begins so. ${escaped(text)} ${words}</p>\n`);
  }
  await page.waitFor(() => 'offprint' in globalThis);
  const saved: string[] = [];
  // A few at a time: each is checked in a browser, and a busy machine takes its time.
  for (let from = 0; from < inputs.length; from += 6) {
    const answer = await page.evaluate((wanted) => offprint.calls.save({ inputs: wanted, tags: [], mode: 'static', base: null }), inputs.slice(from, from + 6));
    if (answer.ok) saved.push(...answer.value.flatMap(({ id }) => id ?? []));
  }
  ids = saved;
  expect(ids).toHaveLength(texts.length);
  const marked = await page.evaluate(
    async (all, notes) => {
      await Promise.all(all.map((id, number) => offprint.calls.quoteMark({ id, quote: `Number ${number} begins so.`, prefix: '', suffix: '', note: notes[number] ?? '', color: 'yellow' })));
      return offprint.calls.allMarks({});
    },
    ids,
    texts,
  );
  expect(marked).toMatchObject({ ok: true, value: { length: texts.length } });
}, openingMs);

afterAll(async () => {
  await room.close();
  await canary.close();
});

/** What would show that a text has become markup: in the window, and in the frame of the article. */
async function woken(): Promise<object> {
  const inWindow = await page.evaluate(() => ({
    ran: (Reflect.get(globalThis, 'ran') as string | undefined) ?? null,
    elements: document.querySelectorAll('[onerror], [onload], [onmouseover], [onfocus], img[src="x"], iframe:not(.article-frame), a[href^="javascript:"], meta[http-equiv], link[href^="http"], script:not([src])').length,
  }));
  return { ...inWindow, requests: canary.requests.map(({ path }) => path), connections: canary.connections };
}

const nothing = { ran: null, elements: 0, requests: [], connections: 0 };

it('in the list, and in the reader with its head, tags, marks and notes', async () => {
  await goTo(page, say('place-all'));
  for (let number = 0; number < texts.length; number += 1) {
    await page.click(`#row-${number}`);
    await page.waitFor('.article-frame[data-ready]');
    await expect.poll(() => inFrame(page, (frame) => frame.document.querySelectorAll('[onerror], [onload], [onmouseover], script, iframe, img').length), patience).toBe(0);
    expect(await woken()).toEqual(nothing);
  }
}, flowMs);

it('in the snippets of a search, and in what the box offers', async () => {
  await page.press('/');
  await page.type('onerror');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('.row mark').length), patience).toBeGreaterThan(0);
  await page.type(' <img src=x onerror=top.ran=1>');
  await new Promise((later) => setTimeout(later, 400));
  expect(await woken()).toEqual(nothing);
  await page.press('Escape');
  await page.press('Escape');
}, flowMs);

it('in the notebook', async () => {
  await page.click('.sidebar .place:has(.icon-notebook)');
  await page.waitFor('.notebook-mark');
  expect(await woken()).toEqual(nothing);
}, flowMs);

it('in failures and notices: names of files that cannot be read', async () => {
  await goTo(page, say('place-all'));
  await page.evaluate((names) => offprint.calls.save({ inputs: names, tags: [], mode: 'static', base: null }), ['/nowhere/<img src=x onerror=top.ran=1>.md', 'http://127.0.0.1:1/<img src=x onerror=top.ran=1>']);
  await page.waitFor('.tray');
  expect(await woken()).toEqual(nothing);
}, flowMs);

it('the look itself sees one that is markup (or this file would prove nothing)', async () => {
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p onmouseover="1" class="planted">x</p>');
  });
  expect(await woken()).toEqual({ ...nothing, elements: 1 });
  await page.evaluate(() => document.querySelector('.planted')?.remove());
});
