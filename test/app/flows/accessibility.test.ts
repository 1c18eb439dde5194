// Every screen in both themes, looked through by axe: nothing that it calls serious or critical.

import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Page } from '../../renderer/preview/look.ts';
import type { PageDriver } from '../page-driver.ts';
import { fill } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { inFrame, isShown, openArticle } from './reading-frame.ts';
import { flowMs, onRealElectron, openingMs, openRoom, type Room } from './room.ts';
import { named, say } from './words.ts';

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly targets: readonly string[];
}

const run = `(async () => {
  const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({ id, impact, targets: nodes.slice(0, 4).map(({ target, failureSummary }) => target.join(' ') + ' — ' + failureSummary.replaceAll('\\n', ' ')) }));
})()`;

let demo: Demo;
let room: Room;
let page: PageDriver;
let axe: string;
let title: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  demo = await openDemo(['offprints', 'ditu']);
  ({ title } = demo.article('offprints'));
  room = await openRoom();
  page = room.page;
  await fill(page, [demo.url('ditu'), demo.url('offprints')]);
  await openArticle(page, title);
  await page.evaluate(`${axe}; null`);
  await page.press('o');
  await page.press('h');
  await page.waitFor('.selection-bar');
  await page.press('n');
  await page.waitFor('.note-field');
  await page.type('A *note* of mine');
  await page.press('CommandOrControl+Enter');
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const escape = (): Promise<void> => page.press('Escape');

/** A screen by its name: how it is come to, what shows it, and how it is left. */
const screens: readonly (readonly [string, () => Promise<void>, string, () => Promise<void>])[] = [
  ['the list, an article, and its marks', async () => undefined, '.mark-card', async () => undefined],
  ['the find bar', async () => page.press('CommandOrControl+f'), '.find-bar', escape],
  ['the outline', async () => page.press('c'), '.outline', escape],
  ['type and paper', async () => page.click(named('reader-type')), '.type-panel', escape],
  ['the check of a capture', async () => page.click('.check-badge'), '.check-panel', escape],
  ['the menu of an article', async () => page.click(named('more')), '[role=menu]', escape],
  ['a picture from near', async () => openPicture(), '.light-box', escape],
  ['the settings', async () => page.press('CommandOrControl+,'), '[role=dialog]', escape],
  ['adding a link', async () => page.press('CommandOrControl+n'), '[role=dialog]', escape],
  ['the export', async () => page.press('CommandOrControl+Shift+e'), '.export-choices', escape],
  ['the keys', async () => page.press('?'), '.key-groups', escape],
  ['the palette', async () => page.press('CommandOrControl+k'), '.palette', escape],
  ['the notebook', async () => page.click(named('notebook')), '.notebook', async () => { await page.click(`text=${say('place-all')}`); await isShown(page, title, 'reader'); }],
];

async function openPicture(): Promise<void> {
  await inFrame(page, (view) => view.document.querySelector('figure img')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.click('.article-frame >>> figure img');
}

async function setTheme(appearance: 'light' | 'dark'): Promise<void> {
  await page.evaluate((chosen) => window.offprint.calls.setSettings({ change: { appearance: chosen } }), appearance);
  await page.waitFor(appearance === 'dark' ? () => document.documentElement.dataset['appearance'] === 'dark' : () => document.documentElement.dataset['appearance'] === 'light');
}

/** What grows or fades in would be seen with half its colours. */
async function atRest(): Promise<void> {
  await page.waitFor(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

// The theme of the window is the system's business in the real Electron, and axe is not brought into it.
describe.skipIf(onRealElectron).each(['light', 'dark'] as const)('in %s', (appearance) => {
  beforeAll(async () => setTheme(appearance), flowMs);

  it.each(screens)('%s', async (_name, come, shows, leave) => {
    await come();
    await page.waitFor(shows);
    await atRest();
    const found = await page.evaluate<readonly Finding[], []>(run);
    await leave();
    expect(found).toEqual([]);
  }, flowMs);
});

describe('the page of an article', () => {
  let looked: Page;

  beforeAll(async () => {
    looked = await openBrowser();
    await looked.size(900, 900);
    await looked.evaluate(`${axe}; null`);
  }, openingMs);

  afterAll(() => looked.close());

  it.each(['light', 'sepia', 'grey', 'black'] as const)('on %s paper', async (readerPaper) => {
    await page.evaluate((chosen) => window.offprint.calls.setSettings({ change: { readerPaper: chosen } }), readerPaper);
    await page.waitFor(`.frame-box[data-paper=${readerPaper}]`);
    const { html, sheets, lang } = await inFrame(page, ({ document }) => ({
      html: document.body.innerHTML,
      lang: document.documentElement.lang,
      sheets: document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')),
    }));
    await looked.evaluate(`document.title = 'An article'; document.documentElement.lang = ${JSON.stringify(lang)}; document.body.innerHTML = ${JSON.stringify(html)};
      document.adoptedStyleSheets = ${JSON.stringify(sheets)}.map((text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; }); null`);
    expect(await looked.evaluate(run)).toEqual([]);
  }, flowMs);
});
