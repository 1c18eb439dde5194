// Photographs the preview's screens into a folder: `node test/renderer/preview/shoot.ts FOLDER [name…]`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowser, type Page } from './look.ts';
import { servePreview } from './serve.ts';

interface Shot {
  readonly query: string;
  readonly size?: readonly [number, number];
  readonly act?: (page: Page) => Promise<void>;
}

const openFirst = async (page: Page): Promise<void> => {
  await page.click('#row-0');
  await wait(900);
};

const shots: Readonly<Record<string, Shot>> = {
  list: { query: '' },
  reader: { query: '', act: openFirst },
  'reader-zh': {
    query: 'locale=zh-CN',
    act: async (page) => {
      await page.click('#row-1');
      await wait(1200);
    },
  },
  'reader-dark': { query: 'appearance=dark', act: openFirst },
  marks: {
    query: '',
    size: [1440, 900],
    act: async (page) => {
      await openFirst(page);
      await page.click('[aria-label="Marks"]');
      await page.click('.mark-card:nth-child(2) .mark-quote');
      await wait(900);
    },
  },
  partial: {
    query: '',
    act: async (page) => {
      await page.click('#row-2');
      await wait(900);
      await page.click('.check-badge');
      await wait(200);
    },
  },
  original: {
    query: '',
    act: async (page) => {
      await openFirst(page);
      await page.evaluate(`document.querySelectorAll('.segment input')[1].click()`);
      await wait(900);
    },
  },
  selection: {
    query: '',
    act: async (page) => {
      await openFirst(page);
      await page.evaluate(`(() => { const w = document.querySelector('iframe').contentWindow; const p = w.document.querySelectorAll('article > p')[1]; w.scrollTo(0, 600); const r = w.document.createRange(); r.setStart(p.firstChild, 10); r.setEnd(p.firstChild, 90); w.getSelection().addRange(r); })()`);
      await wait(500);
    },
  },
  search: {
    query: '',
    act: async (page) => {
      await page.press('/');
      await page.type('tide');
    },
  },
  'no-match': {
    query: '',
    act: async (page) => {
      await page.press('/');
      await page.type('zeppelin');
    },
  },
  empty: { query: 'library=empty' },
  'empty-zh-dark': { query: 'library=empty&locale=zh-CN&appearance=dark' },
  problem: { query: 'library=problem' },
  jobs: { query: 'jobs' },
  settings: { query: '', act: async (page) => void (await page.click('[aria-label="Settings"]')) },
  'settings-dark-zh': { query: 'locale=zh-CN&appearance=dark', act: async (page) => void (await page.click('[aria-label="设置"]')) },
  several: {
    query: '',
    act: async (page) => {
      await page.click('#row-0');
      await page.press('ArrowDown', 8);
      await page.press('ArrowDown', 8);
      await wait(300);
    },
  },
  deleted: {
    query: '',
    act: async (page) => {
      await openFirst(page);
      await page.press('Delete');
      await wait(900);
    },
  },
  menu: {
    query: '',
    act: async (page) => {
      await openFirst(page);
      await page.click('[aria-label="More"]');
      await wait(300);
    },
  },
  tags: {
    query: '',
    act: async (page) => {
      await openFirst(page);
      await page.click('.reader-bar [aria-label="Tags"]');
      await wait(300);
    },
  },
  'add-link': {
    query: '',
    act: async (page) => {
      await page.click('.sidebar-foot .button');
      await wait(250);
      await page.click('.menu-item');
      await wait(350);
    },
  },
  drop: {
    query: '',
    act: async (page) => {
      await page.evaluate(`window.dispatchEvent(new DragEvent('dragenter', { dataTransfer: new DataTransfer(), cancelable: true }))`);
      await wait(300);
    },
  },
  large: {
    query: 'library=large',
    act: async (page) => {
      await page.click('#row-0');
      await page.press('End');
      await wait(600);
    },
  },
  medium: { query: '', size: [900, 700], act: openFirst },
  'medium-sidebar': { query: '', size: [900, 700], act: async (page) => void (await page.click('[aria-label="Show or hide the sidebar"]')) },
  narrow: { query: '', size: [600, 760] },
  'narrow-reader': { query: '', size: [600, 760], act: openFirst },
  trash: { query: '', act: async (page) => void (await page.click('.sidebar-places > .place:nth-child(5)')) },
};

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
await mkdir(folder, { recursive: true });
const { server, address } = await servePreview();
const page = await openBrowser();
for (const [name, shot] of Object.entries(shots)) {
  if (names.length > 0 && !names.includes(name)) continue;
  await page.size(...(shot.size ?? [1280, 800]));
  try {
    await page.open(`${address}?${shot.query}`);
    await shot.act?.(page);
  } catch (error) {
    console.error(name, error);
  }
  await page.photograph(join(folder, `${name}.png`));
  for (const complaint of page.complaints.splice(0)) console.error(name, complaint);
}
await page.close();
await server.close();
process.exit(0);
