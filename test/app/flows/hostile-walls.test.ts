// Hostile pages in Offprint's own window, as they came: files of the library that were never cleaned. Under the app's policy and
// sandbox nothing of them runs; with these taken away too, its session still reaches nobody.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { libraryAddress } from '../../../preload/contract/addresses.ts';
import { startCanary } from '../../hostile/browser/serve-frames.ts';
import { hostilePages, type HostilePage } from '../../hostile/payloads/hostile-pages.ts';
import type { Site } from '../../site/site.ts';
import type { PageDriver } from '../page-driver.ts';
import { flowMs, openingMs, openRoom, type Room } from './room.ts';

declare global {
  var ran: string;
}

const together = 40;

let canary: Site;
let room: Room;
let page: PageDriver;
let pages: readonly HostilePage[] = [];

const pathOf = ({ number }: HostilePage): string => `articles/2026/hostile/captures/c${number}/original.html`;

beforeAll(async () => {
  canary = await startCanary();
  const isFirst = ({ name }: HostilePage): boolean => name.endsWith(', first');
  pages = hostilePages(canary.origin).filter((each) => isFirst(each) && each.kind !== 'nesting' && (each.kind === 'element' || each.number % 25 === 0));
  room = await openRoom();
  page = room.page;
  for (const each of pages) {
    const file = join(room.library, pathOf(each));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, each.html);
  }
  await page.waitFor(() => 'offprint' in globalThis);
}, openingMs);

afterAll(async () => {
  await room.close();
  await canary.close();
});

/** Shows the pages in frames over the window, clicks on what is there, and takes them away; the numbers of those that ran. */
async function show(some: readonly HostilePage[], sandbox: string | null): Promise<number[]> {
  const ran = await page.evaluate(
    async (addresses, limits) => {
      globalThis.ran = '';
      const box = document.createElement('div');
      box.style.cssText = 'position:fixed;inset:0;z-index:99;background:white';
      const frames = addresses.map((address) => {
        const frame = document.createElement('iframe');
        if (limits !== null) frame.setAttribute('sandbox', limits);
        frame.src = address;
        frame.width = '140';
        frame.height = '80';
        return frame;
      });
      box.append(...frames);
      document.body.append(box);
      const loads = frames.map((frame) => new Promise((loaded) => frame.addEventListener('load', loaded)));
      await Promise.race([Promise.all(loads), new Promise((late) => setTimeout(late, 6_000))]);
      const shown = frames.filter((frame) => (frame.contentDocument?.body?.childElementCount ?? 0) > 0).length;
      for (const frame of frames) {
        for (const element of frame.contentDocument?.querySelectorAll<HTMLElement>('a, area, button, input, summary, p') ?? []) {
          for (const name of ['mouseover', 'focus', 'click']) element.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
        }
      }
      await new Promise((later) => setTimeout(later, 300));
      box.remove();
      return `${shown};${globalThis.ran}`;
    },
    some.map((each) => libraryAddress(pathOf(each))),
    sandbox,
  );
  const [shown = '', numbers = ''] = ran.split(';');
  expect(Number(shown)).toBeGreaterThan(some.length / 2);
  return numbers.split(',').filter((text) => text !== '').map(Number);
}

async function showAll(sandbox: string | null): Promise<number[]> {
  const ran: number[] = [];
  for (let from = 0; from < pages.length; from += together) ran.push(...(await show(pages.slice(from, from + together), sandbox)));
  return [...new Set(ran)];
}

const heard = (): object => ({ requests: canary.requests.map(({ path }) => path), connections: canary.connections });
const nothing = { requests: [], connections: 0 };

it('not cleaned, they run nothing under the policy and the sandbox, and contact nobody', async () => {
  expect(await showAll('allow-same-origin')).toEqual([]);
  expect(heard()).toEqual(nothing);
}, flowMs);

it('without the sandbox attribute, the policy that the app serves holds', async () => {
  expect(await showAll(null)).toEqual([]);
  expect(heard()).toEqual(nothing);
  expect(await page.evaluate(() => 'offprint' in globalThis)).toBe(true);
}, flowMs);

it('without sandbox and policy they run, and the session still reaches nobody', async () => {
  await page.bypassPolicy();
  expect((await showAll('allow-scripts allow-same-origin allow-forms')).length).toBeGreaterThan(10);
  expect(heard()).toEqual(nothing);
}, flowMs);
