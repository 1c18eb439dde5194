// `npm run screenshots`: fills a demo library, walks through the app and keeps pictures of its main screens, light and
// dark, in docs/screenshots/.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Desktop } from '../app/driver.ts';
import type { PageDriver } from '../app/page-driver.ts';
import { launchApp } from '../stand-in/launch.ts';
import { fillDemoLibrary } from './demo-library.ts';
import { demoMarks } from './demo-marks.ts';

const target = join(import.meta.dirname, '../../docs/screenshots');
const folder = await mkdtemp(join(tmpdir(), 'offprint-screens-'));
const library = join(folder, 'My Library');

console.log('filling the demo library…');
await fillDemoLibrary(library, demoMarks, ['/pictures/sea_dusk-6_960x540.jpg']);
await mkdir(target, { recursive: true });
const app = await launchApp({ userData: join(folder, 'data'), args: ['--library', library], size: { width: 1360, height: 860 }, scale: 2, environment: { HOME: folder } });
try {
  const page = await app.window();
  if (app.desktop === null) throw new Error('screenshots are taken on the stand-in');
  await walk(page, app.desktop);
} finally {
  await app.quit();
  await rm(folder, { recursive: true, force: true });
}

async function walk(page: PageDriver, desktop: Desktop): Promise<void> {
  await page.waitFor('text=画在纸上的山');
  await star(page, 'text=Waiting for a Comet');
  await open(page, 'What an Offprint Was For');
  await shoot(page, 'library-light');
  await page.click('name=Marks');
  await scrollTo(page, 'The custom made sense');
  await shoot(page, 'marks-light');
  await page.click('name=Marks');
  await open(page, '画在纸上的山');
  await shoot(page, 'reader-zh-light');
  await desktop.setTheme('dark');
  await wait(600);
  await shoot(page, 'reader-zh-dark');
  await open(page, 'Waiting for a Comet');
  await shoot(page, 'reader-dark');
  await desktop.setTheme('light');
  await wait(600);
  await page.click('text=Original');
  await settled(page);
  await shoot(page, 'original-light');
  await page.click('text=Reader');
  await search(page, '等高');
  await open(page, '画在纸上的山');
  await shoot(page, 'search-zh');
  await search(page, 'moon hours');
  await open(page, "The Mill That Kept the Moon's Hours");
  await shoot(page, 'partial-light');
  await toSearch(page);
  await page.press('Escape');
  await page.press('CommandOrControl+,');
  await wait(800);
  await shoot(page, 'settings-light');
}

/** Puts these words in the box in place of what is there, and waits for hits with them marked. */
async function search(page: PageDriver, words: string): Promise<void> {
  await toSearch(page);
  await page.type(words);
  await page.waitFor('.line-snippet mark');
  await wait(800);
}

/** The shortcut goes by way of the menu: what is typed before it comes back goes elsewhere. */
async function toSearch(page: PageDriver): Promise<void> {
  await page.press('CommandOrControl+Shift+F');
  await page.waitFor(() => document.activeElement?.classList.contains('search-field'));
}

async function star(page: PageDriver, row: string): Promise<void> {
  await page.click(row);
  await settled(page);
  await page.click('name=Star');
}

async function open(page: PageDriver, title: string): Promise<void> {
  await page.click(`text=${title}`);
  await settled(page);
}

/** Brings the paragraph with these words to the upper part of the frame. */
async function scrollTo(page: PageDriver, words: string): Promise<void> {
  await page.evaluate((text: string) => {
    const paragraphs = [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('p') ?? [])];
    paragraphs.find((paragraph) => paragraph.textContent.includes(text))?.scrollIntoView({ block: 'start' });
  }, words);
  await wait(600);
}

/** The frame has its article, its fonts and its pictures; what appears after that is given a moment. */
async function settled(page: PageDriver): Promise<void> {
  await page.waitFor(() => {
    const frame = document.querySelector('iframe')?.contentDocument;
    return frame?.readyState === 'complete' && frame.body !== null && frame.fonts.status === 'loaded' && [...frame.images].every((image) => image.complete);
  });
  await wait(1200);
}

async function shoot(page: PageDriver, name: string): Promise<void> {
  await page.screenshot(join(target, `${name}.png`));
  console.log(`docs/screenshots/${name}.png`);
}
