// The captures of an article: a picture that is missing is got where it is missed, what was changed is shown in the text,
// a capture that came out worse waits, and an older one can be looked at.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import type { PageDriver } from '../page-driver.ts';
import { inFrame, openArticle, pictures, showView } from './reading-frame.ts';
import { flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { named, say } from './words.ts';

declare const offprint: Bridge;

const title = 'The lamp at the harbour';
const lines = Array.from({ length: 40 }, (_, line) => `Line ${line} of the keeper's day book says that the lamp was lit at dusk and put out at dawn.`);
let site: Site;
let room: Room;
let page: PageDriver;
let id: string;

function serve(text: readonly string[], image = '/two.png'): void {
  const paragraphs = text.map((line) => `<p>${line}</p>`).join('');
  site.put('/lamp.html', `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><figure><img src="/one.png" alt="The lamp" width="300" height="200"></figure>${paragraphs}<figure><img src="${image}" alt="The bar"></figure></article></body></html>`);
}

beforeAll(async () => {
  site = await startSite();
  for (const [index, name] of ['one', 'two', 'three'].entries()) site.put(`/${name}.png`, drawPng(index, 300, 200));
  site.rule('/one.png', { status: 403 });
  serve(lines);
  room = await openRoom();
  page = room.page;
  await page.waitFor(() => 'offprint' in globalThis);
  const saved = await page.evaluate((url) => offprint.calls.save({ inputs: [url], tags: [], mode: 'static', base: null }), site.url('/lamp.html'));
  id = (saved.ok ? saved.value[0]?.id : null) ?? '';
  await openArticle(page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await site.close();
});

function recapture() {
  return page.evaluate(async (article) => {
    const taken = await offprint.calls.recapture({ id: article });
    return taken.ok ? taken.value : null;
  }, id);
}

it('the badge says how many pictures are here, and behind it is what is missing and why', async () => {
  const missing = [say('pictures-of', { saved: 1, found: 2 }), say('missing-count', { count: 1 })].join(say('comma'));
  await expect.poll(() => page.text('.check-badge'), patience).toContain(missing);
  await page.click('.check-badge');
  await page.waitFor('.missing-list > li');
  expect(await page.text('.missing-list .missing-reason')).toContain('The site refused it (HTTP 403)');
  expect(await page.text('.missing-list .missing-url')).toBe(site.url('/one.png'));
  await page.press('Escape');
  await page.waitForNo('.missing-list');
}, flowMs);

it('a note stands in place of the picture, and gets it there', async () => {
  expect((await pictures(page)).filter(({ width }) => width === 0)).toEqual([]);
  expect(await inFrame(page, (view) => view.document.querySelector('.offprint-missing')?.textContent)).toContain('The lamp');
  const press = (): Promise<void> => inFrame(page, (view) => view.document.querySelector('.offprint-missing')?.shadowRoot?.querySelector('button')?.click());
  await press();
  await page.waitFor(`text=${say('retry-vain-reason', { reason: 'The site refused it (HTTP 403)' })}`);
  site.rule('/one.png', null);
  await expect.poll(() => inFrame(page, (view) => view.document.querySelector('.offprint-missing')?.shadowRoot?.querySelector('button')?.disabled), patience).toBe(false);
  await press();
  await expect.poll(async () => (await pictures(page)).filter(({ width }) => width > 0).length, { ...patience, timeout: 45_000 }).toBe(2);
  const whole = [say('pictures-of', { saved: 2, found: 2 }), say('works-offline')].join(say('comma'));
  await expect.poll(() => page.text('.check-badge'), patience).toContain(whole);
}, flowMs);

it('what was changed is shown in the text, from change to change', async () => {
  await inFrame(page, (view) => {
    const paragraph = [...view.document.querySelectorAll('p')].find((each) => each.textContent.startsWith('Line 20 '));
    paragraph?.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  serve(lines.map((line, place) => (place === 20 ? line.replace('at dusk', 'before dusk') : line)).toSpliced(3, 1), '/three.png');
  await recapture();
  await page.click(`text=${say('view-changes')}`);
  await page.waitFor('.changes .article-frame[data-ready]');
  const counts = [say('changes-inserted', { count: 1, n: 1 }), say('changes-deleted', { count: 21, n: 21 }), say('changes-pictures-added', { count: 1, n: 1 }), say('changes-pictures-removed', { count: 1, n: 1 })];
  expect(await page.text('.changes-summary')).toBe(counts.join(say('comma')));
  // The place is kept.
  const top = (): Promise<string> => inFrame(page, (view) => view.document.elementFromPoint(view.innerWidth / 2, 60)?.closest('p')?.textContent ?? '');
  await expect.poll(top, patience).toMatch(/^Line (19|20|21) /);
  const deleted = await inFrame(page, (view) => [...view.document.querySelectorAll('del')].map((each) => each.textContent));
  expect(deleted).toEqual([lines[3], 'at']);
  const current = (): Promise<string> => inFrame(page, (view) => view.document.querySelector('[data-current]')?.textContent ?? '');
  await page.press('n');
  await expect.poll(current, patience).toBe(lines[3]);
  await page.press('n');
  await expect.poll(current, patience).toBe('at');
  expect(await page.text('.changes-place')).toBe(say('change-of', { at: 2, stops: 4 }));
  await page.press('p');
  await page.press('p');
  await expect.poll(current, patience).not.toBe('at');
  expect(await page.text('.changes-place')).toBe(say('change-of', { at: 4, stops: 4 }));
  await showView(page, title, 'reader');
}, flowMs);

it('a capture that came out worse waits, and is shown on a word', async () => {
  const { images: _, ...shown } = (await recapture()) ?? { images: null };
  expect(shown).toMatchObject({ worse: null });
  serve(lines.slice(0, 4));
  await recapture();
  await page.click(named('show-anyway'));
  await page.waitFor(`text=${say('show-usual')}`);
  await expect.poll(() => inFrame(page, (view) => view.document.querySelectorAll('p').length), patience).toBeLessThan(10);
  await page.click(named('show-usual'));
  await page.waitFor(named('show-anyway'));
  await expect.poll(() => inFrame(page, (view) => view.document.querySelectorAll('p').length), patience).toBeGreaterThan(30);
}, flowMs);

it('an older capture is chosen in the menu, and may become the one that is shown', async () => {
  await page.click('.facts .fact-button');
  await page.waitFor('[role=menuitemradio]');
  expect(await page.count('[role=menuitemradio]')).toBe(5);
  await page.click('[role=menuitemradio]:nth-of-type(3)');
  await page.click(named('choose-capture'));
  await page.waitForNo(named('choose-capture'));
  const { shown, captures } = await page.evaluate(async (article) => {
    const answer = await offprint.calls.article({ id: article });
    return answer.ok ? { shown: answer.value.shown, captures: answer.value.captures.map((each) => each.id) } : { shown: '', captures: [] };
  }, id);
  expect(captures.indexOf(shown)).toBe(2);
}, flowMs);
