// The list in the window, as its user sees and uses it.

import { expect } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { SaveReport } from '../../../preload/contract/calls.ts';
import type { PageDriver } from '../page-driver.ts';
import { waitUntil } from '../wait.ts';

declare const offprint: Bridge;

/** Saves without the window's controls, for flows that begin with a library; every input must be saved whole. */
export async function fill(page: PageDriver, inputs: readonly string[]): Promise<readonly SaveReport[]> {
  await page.waitFor(() => 'offprint' in globalThis);
  const request = { inputs, tags: [], mode: 'auto', base: null } as const;
  const answer = await page.evaluate((wanted) => offprint.calls.save(wanted), request);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  expect(answer.value.map(({ status }) => status)).toEqual(inputs.map(() => 'saved'));
  await page.evaluate(() => offprint.calls.dismissJobs({ jobId: null }));
  await page.waitForNo('.tray');
  return answer.value;
}

/** Waits until no job runs, and opens the tray that says what became of them. */
export async function jobsAreDone(page: PageDriver): Promise<void> {
  await page.waitFor(() => {
    const title = document.querySelector('.tray-title')?.textContent ?? '';
    return title !== '' && !title.startsWith('Saving');
  });
  if ((await page.count('.tray-title[aria-expanded=false]')) > 0) await page.click('.tray-title');
  await page.waitFor('.job .job-state');
}

/** The titles in the list that are drawn, from the top. */
export async function titles(page: PageDriver): Promise<readonly string[]> {
  return (await drawnRows(page)).map(({ title }) => title);
}

/** The titles of the chosen rows, from the top. */
export async function chosen(page: PageDriver): Promise<readonly string[]> {
  return (await drawnRows(page)).filter((each) => each.chosen).map(({ title }) => title);
}

function drawnRows(page: PageDriver) {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('.row:has(.line-title)')].map((element) => ({
      place: Number(element.getAttribute('aria-rowindex')),
      title: element.querySelector('.line-title')?.textContent ?? '',
      chosen: element.getAttribute('aria-selected') === 'true',
    }));
    return rows.sort((a, b) => a.place - b.place);
  });
}

/** A selector for the row with this title, which must be there. */
export async function row(page: PageDriver, title: string): Promise<string> {
  return waitUntil(`"${title}" in the list`, async () => {
    const place = (await titles(page)).indexOf(title);
    return place === -1 ? null : `#row-${place}`;
  });
}

/** Clicks on an article in the list, with a modifier held where one is given. */
export async function choose(page: PageDriver, title: string, keys?: string): Promise<void> {
  await page.click(await row(page, title), keys === undefined ? {} : { keys });
}

/** Goes to a place of the sidebar by its name. */
export async function goTo(page: PageDriver, place: string): Promise<void> {
  await page.evaluate((name) => {
    const links = [...document.querySelectorAll<HTMLElement>('.place')];
    links.find((link) => link.querySelector('.place-label')?.textContent === name)?.setAttribute('data-wanted', '');
  }, place);
  await page.click('.place[data-wanted]');
  await page.evaluate(() => document.querySelector('.place[data-wanted]')?.removeAttribute('data-wanted'));
  await waitUntil(place, async () => ((await page.text('.list-title h2')) === place ? true : null));
}

/** The number beside a place of the sidebar; 0 where none is shown. */
export function countIn(page: PageDriver, place: string): Promise<number> {
  return page.evaluate((name) => {
    const links = [...document.querySelectorAll('.place')];
    const link = links.find((each) => each.querySelector('.place-label')?.textContent === name);
    return Number(link?.querySelector('.place-count')?.textContent ?? 0);
  }, place);
}
