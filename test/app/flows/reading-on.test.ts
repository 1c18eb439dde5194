// Reading a long article: its outline, how far one has come, kept over a restart and in another view; notes and pictures
// looked at where they stand.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import type { PageDriver } from '../page-driver.ts';
import { fill } from './article-list.ts';
import { inFrame, openArticle, showView } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

declare const offprint: Bridge;

const title = 'The keeper of the salt lamp';
let site: Site;
let room: Room;
let page: PageDriver;
let id: string;

function lines(chapter: number): string {
  const sentences = Array.from({ length: 30 }, (_, line) => `Chapter ${chapter} tells in line ${line} how the lamp was lit at dusk and put out at dawn by the keeper.`);
  return sentences.map((sentence) => `<p>${sentence}</p>`).join('');
}

beforeAll(async () => {
  site = await startSite();
  site.put('/one.png', drawPng(1, 900, 600));
  site.put('/two.png', drawPng(2, 640, 480));
  const note = '<li id="fn1">The oil came from <a href="https://oil.example/">Bristol</a> by sea. <a href="#ref1">↩</a></li>';
  const picture = (name: string): string => `<figure><img src="/${name}.png" alt="" width="640" height="420"><figcaption>Picture ${name} of the lamp</figcaption></figure>`;
  const body = `<h2>Dusk</h2><p>They burnt oil.<sup id="ref1"><a href="#fn1">1</a></sup></p>${picture('one')}${lines(1)}<h3>The wick</h3>${lines(2)}<h2>Dawn</h2>${picture('two')}${lines(3)}<ol>${note}</ol>`;
  site.put('/lamp.html', `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`);
  room = await openRoom();
  page = room.page;
  const [report] = await fill(page, [site.url('/lamp.html')]);
  id = report?.id ?? '';
  await openArticle(page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await site.close();
});

/** The share that the line over the page says, in hundredths. */
const read = (): Promise<number> => room.page.evaluate(() => Number(document.querySelector('.progress-line')?.getAttribute('aria-valuenow') ?? -1));

/** Whether the first words of the last chapter are in sight. */
const isAtDawn = (): Promise<boolean> =>
  inFrame(room.page, (view) => {
    const box = [...view.document.querySelectorAll('p')].find((one) => one.textContent.startsWith('Chapter 3 tells in line 0 '))?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < view.innerHeight;
  });

it('shows a note where it is referred to', async () => {
  await page.click('.article-frame >>> sup a');
  await page.waitFor('.footnote');
  expect(await page.text('.footnote-words')).toBe('The oil came from Bristol by sea.');
  await page.press('Escape');
  await page.waitForNo('.footnote');
}, flowMs);

it('shows its pictures from near, one after the other, with their captions', async () => {
  await inFrame(page, (view) => view.document.querySelector('img')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.click('.article-frame >>> img');
  await page.waitFor('.light-box-picture');
  expect(await page.text('.light-box-words')).toBe('Picture one of the lamp');
  expect(await page.text('.light-box-count')).toBe(say('light-box-of', { at: 1, count: 2 }));
  const scale = (): Promise<number> => page.evaluate(() => Number.parseInt(document.querySelector('.light-box-scale')?.textContent ?? '', 10));
  const whole = await scale();
  await page.press('=');
  await expect.poll(scale, patience).toBeGreaterThan(whole);
  await page.press('0');
  await expect.poll(scale, patience).toBe(whole);
  await page.press('ArrowRight');
  await expect.poll(() => page.text('.light-box-words'), patience).toBe('Picture two of the lamp');
  await page.press('Escape');
  await page.waitForNo('.light-box');
}, flowMs);

it('goes by its outline, and says how far one is', async () => {
  await page.click(named('outline'));
  await page.waitFor('.outline');
  const headings = await page.evaluate(() => [...document.querySelectorAll('.outline-line')].map((line) => line.textContent));
  expect(headings).toEqual(['Dusk', 'The wick', 'Dawn']);
  await page.click('text=Dawn');
  await page.waitForNo('.outline');
  await expect.poll(read, patience).toBeGreaterThan(60);
  expect(await read()).toBeLessThan(100);
  expect(await page.text('.fact-left')).not.toBe('');
}, flowMs);

it('keeps the place in the other view, and over a restart', async () => {
  await expect.poll(isAtDawn, patience).toBe(true);
  await showView(page, title, 'original');
  await expect.poll(isAtDawn, patience).toBe(true);
  await showView(page, title, 'reader');
  await expect.poll(isAtDawn, patience).toBe(true);
  const kept = (): Promise<number> => page.evaluate(async (article) => {
    const answer = await offprint.calls.article({ id: article });
    return answer.ok ? (answer.value.progress?.read ?? 0) : 0;
  }, id);
  await expect.poll(kept, patience).toBeGreaterThan(0.6);
  await room.restart();
  ({ page } = room);
  await openArticle(page, title);
  await expect.poll(isAtDawn, patience).toBe(true);
  await expect.poll(read, patience).toBeGreaterThan(60);
}, flowMs);
