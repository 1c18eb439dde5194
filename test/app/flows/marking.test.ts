// Marks and notes: made in the reader, seen in both views, kept over a restart, changed, removed and put back.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { fill, row } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { inFrame, isShown, openArticle, painted, placeOf, showView } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { waitUntil } from '../wait.ts';
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
      card.querySelector('.note-text')?.textContent ?? '',
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
  // Cards go where the text goes.
  await placeOf(page, quote);
  const card = await waitUntil(`the card of "${quote}"`, () =>
    page.evaluate((words: string) => {
      const all = [...document.querySelectorAll<HTMLElement>('.margin-card')];
      return all.find((one) => one.querySelector('.mark-quote')?.textContent === words)?.dataset['id'] ?? null;
    }, quote),
  );
  await isStill(page, `[data-id="${card}"]`);
  await page.click(`[data-id="${card}"] .mark-quote`);
  await page.waitFor('.mark-card[data-chosen]');
  await expect.poll(() => page.evaluate(() => document.querySelector('.mark-card[data-chosen] .mark-quote')?.textContent), patience).toBe(quote);
  await isStill(page, '.mark-card[data-chosen]');
  return '.mark-card[data-chosen]';
}

/** Cards move with the text, which scrolls to the mark. */
async function isStill(page: PageDriver, selector: string): Promise<void> {
  let before = '';
  await waitUntil(`${selector} to stand still`, async () => {
    const now = await page.evaluate((one: string) => JSON.stringify(document.querySelector(one)?.getBoundingClientRect()), selector);
    const still = now === before;
    before = now;
    await setTimeout(120);
    return still ? true : null;
  });
}

/** Writes into the note of the mark with this quote, in place of what it says. */
async function writeNote(page: PageDriver, quote: string, note: string): Promise<void> {
  await page.click(`${await chooseCard(page, quote)} :is(.note-shown, .note-offer)`);
  await page.waitFor('.note-field');
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
  await room.page.resize(1360, 860);
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

it('undoes and does again, step by step, by keys', async () => {
  const { page } = room;
  await page.click(`${await chooseCard(page, word)} .color-dot[data-color=pink]`);
  await expect.poll(() => painted(page, 'pink'), patience).toEqual([word]);
  await page.click('.marks-head h2');
  await page.press('CommandOrControl+Z');
  await expect.poll(() => painted(page, 'pink'), patience).toEqual([]);
  await page.press('CommandOrControl+Shift+Z');
  await expect.poll(() => painted(page, 'pink'), patience).toEqual([word]);
}, flowMs);

it('goes from mark to mark with the arrows, and removes one with Delete', async () => {
  const { page } = room;
  await chooseCard(page, word);
  await page.evaluate(() => document.querySelector<HTMLElement>('.mark-card[data-chosen] .mark-quote')?.focus());
  const chosen = (): Promise<string | null | undefined> => page.evaluate(() => document.querySelector('.mark-card[data-chosen] .mark-quote')?.textContent);
  await page.press('ArrowDown');
  await expect.poll(chosen, patience).toBe(sentence);
  await page.press('ArrowUp');
  await expect.poll(chosen, patience).toBe(word);
  await page.press('Delete');
  await expect.poll(() => cards(page), patience).toHaveLength(1);
  await page.click('.toast-action');
  await expect.poll(() => cards(page), patience).toHaveLength(2);
}, flowMs);

it('shows HTML in a note as text', async () => {
  const { page } = room;
  await writeNote(page, word, '<img src=x onerror="window.stolen=1"> and **bold**');
  await expect.poll(() => noteOn(page, word), patience).toBe('<img src=x onerror="window.stolen=1"> and bold');
  expect(await page.evaluate(() => [document.querySelectorAll('.note-text img').length, document.querySelector('.note-text strong')?.textContent, 'stolen' in window])).toEqual([0, 'bold', false]);
}, flowMs);

it('marks a picture without touching the page, in both views', async () => {
  const { page } = room;
  const before = await inFrame(page, (view) => view.document.body.outerHTML);
  const middle = await inFrame(page, (view) => {
    const picture = [...view.document.images].find((image) => image.clientWidth > 200);
    picture?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const outside = document.querySelector('.article-frame')?.getBoundingClientRect();
    const box = picture?.getBoundingClientRect();
    if (box === undefined || outside === undefined) throw new Error('no picture');
    return { x: outside.x + box.x + box.width / 2, y: outside.y + box.y + box.height / 2 };
  });
  await page.hover(middle);
  await page.click(named('mark-picture'));
  await page.waitFor('.picture-mark');
  await expect.poll(() => cards(page), patience).toHaveLength(3);
  expect(await inFrame(page, (view) => view.document.body.outerHTML)).toBe(before);
  await showView(page, title, 'original');
  await page.waitFor('.picture-mark');
  expect(await page.count('.marks-gone')).toBe(0);
  await showView(page, title, 'reader');
}, flowMs);

it('marks a picture by keys alone', async () => {
  const { page } = room;
  const had = (await cards(page)).length;
  await page.press('p');
  await page.waitFor('.picture-tools[data-taken]');
  await page.press('h');
  await expect.poll(() => cards(page), patience).toHaveLength(had + 1);
  await page.waitForNo('.picture-tools[data-taken]');
  await page.press('Delete');
  await expect.poll(() => cards(page), patience).toHaveLength(had);
}, flowMs);

it('gathers all marks in the notebook, finds them, and goes to one', async () => {
  const { page } = room;
  await page.click('.sidebar .place:has(.icon-notebook)');
  const quotes = (): Promise<readonly (string | null)[]> => page.evaluate(() => [...document.querySelectorAll('.notebook-mark .mark-quote')].map((quote) => quote.textContent));
  await expect.poll(quotes, patience).toHaveLength(3);
  await page.click('.notebook-search input');
  await page.type('改过');
  await expect.poll(quotes, patience).toEqual([sentence]);
  await page.click('.notebook-mark .mark-quote');
  await isShown(page, title, 'reader');
  await expect.poll(() => page.evaluate(() => document.querySelector('.mark-card[data-chosen] .mark-quote')?.textContent), patience).toBe(sentence);
}, flowMs);

it('takes marks that are dropped as a file, and tells how many', async () => {
  const { page } = room;
  const file = join(room.folder, 'marks.jsonld');
  const mark = {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:uuid:from-elsewhere', type: 'Annotation', body: 'From elsewhere',
    target: { source: demo.url('buzhi'), selector: { type: 'TextQuoteSelector', exact: '先看' } },
  };
  await writeFile(file, JSON.stringify({ type: 'AnnotationPage', items: [mark] }));
  await page.evaluate((path: string) => window.offprint.calls.save({ inputs: [path], tags: [], mode: 'auto', base: null }), file);
  await expect.poll(() => page.evaluate(() => document.querySelector('.marks-head .marks-count')?.textContent), patience).toBe('4');
}, flowMs);
