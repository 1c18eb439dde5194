// Marks and notes: made in the reader, seen in both views, kept over a restart, changed, removed and put back.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { fill, row } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { openArticle, painted, placeOf, showView } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

const sentence = '补上去的纸要比原书略浅一点，好让后来的人一眼看出哪里是补的';
const word = '宁浅勿深';
const both = [word, sentence].toSorted();

let demo: Demo;
let room: Room;
let title: string;

beforeAll(async () => {
  demo = await openDemo(['buzhi']);
  ({ title } = demo.article('buzhi'));
  room = await openRoom();
  await fill(room.page, [demo.url('buzhi')]);
  await openArticle(room.page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

async function select(page: PageDriver, words: string): Promise<void> {
  const { from, to } = await placeOf(page, words);
  await page.drag(from, to);
  await page.waitFor('.selection-bar');
}

/** Quote and note of each mark in the panel, from the top. */
function cards(page: PageDriver): Promise<readonly (readonly [string, string])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.mark-card')].map((card) => [
      card.querySelector('.mark-quote')?.textContent ?? '',
      (card.querySelector('.note-field') as HTMLTextAreaElement).value,
    ] as const),
  );
}

async function noteOn(page: PageDriver, quote: string): Promise<string | null> {
  return (await cards(page)).find(([words]) => words === quote)?.[1] ?? null;
}

async function paintedGreen(page: PageDriver): Promise<readonly string[]> {
  return (await painted(page, 'green')).toSorted();
}

/** Chooses a mark in the panel by its quote, which opens its note and its tools; answers a selector for its card. */
async function chooseCard(page: PageDriver, quote: string): Promise<string> {
  const card = `.mark-card:nth-child(${(await cards(page)).findIndex(([words]) => words === quote) + 1})`;
  await page.click(`${card} .mark-quote`);
  await page.waitFor(`${card}[data-chosen]`);
  return card;
}

/** Writes into the note of the mark with this quote, in place of what it says. */
async function writeNote(page: PageDriver, quote: string, note: string): Promise<void> {
  await page.click(`${await chooseCard(page, quote)} .note-field`);
  await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).select());
  await page.type(note);
  await page.press('CommandOrControl+Enter');
}

it('marks the words that are dragged over, in the colour that is chosen', async () => {
  const { page } = room;
  await select(page, sentence);
  await page.click('.selection-bar .color-dot[data-color=green]');
  await expect.poll(() => painted(page, 'green'), patience).toEqual([sentence]);
  await page.waitForNo('.selection-bar');
  await expect.poll(async () => page.text(await row(page, title)), patience).toContain(say('marks-count', { count: 1, n: 1 }));
}, flowMs);

it('adds a note to words, and lists all marks in the order of the text', async () => {
  const { page } = room;
  await select(page, word);
  await page.click(named('add-note'));
  await page.waitFor('.marks .note-field');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className), patience).toBe('note-field');
  await page.type('规矩：先看，再动手。');
  await page.press('CommandOrControl+Enter');
  await expect.poll(() => cards(page), patience).toEqual([[word, '规矩：先看，再动手。'], [sentence, '']]);
  // The colour that was used last.
  await expect.poll(() => paintedGreen(page), patience).toEqual(both);
}, flowMs);

it('shows them in the original view too', async () => {
  const { page } = room;
  await showView(page, title, 'original');
  await expect.poll(() => paintedGreen(page), patience).toEqual(both);
  expect(await page.count('.marks-gone')).toBe(0);
  await showView(page, title, 'reader');
}, flowMs);

it('has counted the article as read', async () => {
  await expect.poll(async () => room.page.evaluate(() => document.querySelectorAll('.line[data-unread]').length), patience).toBe(0);
});

desktopIt('comes back after a restart: the window, what was read, the marks', async () => {
  await room.page.resize(1100, 740);
  await expect.poll(() => room.page.evaluate(() => [innerWidth, innerHeight]), patience).toEqual([1100, 740]);
  await room.restart();
  await expect.poll(() => room.page.evaluate(() => [innerWidth, innerHeight]), patience).toEqual([1100, 740]);
  expect(await room.page.text(await row(room.page, title))).toContain(say('marks-count', { count: 2, n: 2 }));
  expect(await room.page.evaluate(() => document.querySelectorAll('.line[data-unread]').length)).toBe(0);
  await openArticle(room.page, title);
  await expect.poll(() => paintedGreen(room.page), patience).toEqual(both);
}, flowMs);

it('changes a note', async () => {
  const { page } = room;
  if ((await page.count('.marks')) === 0) await page.click(named('marks'));
  await expect.poll(() => cards(page), patience).toHaveLength(2);
  await writeNote(page, sentence, '“让”的道理。');
  await expect.poll(() => noteOn(page, sentence), patience).toBe('“让”的道理。');
  await writeNote(page, sentence, '改过的笔记。');
  await expect.poll(() => noteOn(page, sentence), patience).toBe('改过的笔记。');
}, flowMs);

it('removes a mark, and puts it back with its note', async () => {
  const { page } = room;
  await page.click(`${await chooseCard(page, sentence)} button[aria-label="${say('remove-mark')}"]`);
  await expect.poll(() => painted(page, 'green'), patience).toEqual([word]);
  await expect.poll(() => cards(page), patience).toHaveLength(1);
  await page.waitFor(`text=${say('mark-removed-toast')}`);
  await page.click('.toast-action');
  await expect.poll(() => cards(page), patience).toContainEqual([sentence, '改过的笔记。']);
  await expect.poll(() => paintedGreen(page), patience).toEqual(both);
}, flowMs);
