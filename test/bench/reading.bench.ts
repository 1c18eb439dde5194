// How long it takes in the window from asking for a long article until its text is drawn, and until its marks are.
// --words=20000 in the article, --marks=500 on it, --times=5

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { createDescribe } from '../../preload/contract/anchor.ts';
import type { Selector } from '../../preload/contract/mark.ts';
import type { PageDriver } from '../app/page-driver.ts';
import { launchApp } from '../stand-in/launch.ts';
import { rounded, type Bench } from './bench.ts';

declare const offprint: Bridge;

interface Opening {
  readonly textMs: number;
  readonly marksMs: number;
  readonly painted: number;
}

export const readingBench: Bench = async function* readingBench(options) {
  const [words, marks, times] = [Number(options['words'] ?? 20_000), Number(options['marks'] ?? 500), Number(options['times'] ?? 5)];
  const folder = await mkdtemp(join(tmpdir(), 'offprint-reading-'));
  const app = await launchApp({ userData: join(folder, 'data'), args: ['--library', join(folder, 'Library'), '--lang=en'], size: { width: 1280, height: 860 }, environment: { HOME: folder } });
  try {
    const page = await app.window();
    const [long, short] = await fillLibrary(page, folder, words);
    await addMarks(page, long, marks);
    const openings: Opening[] = [];
    // The first one fills the caches of the program; it is reported apart.
    for (let round = 0; round <= times; round += 1) {
      await open(page, short, 0);
      openings.push(await open(page, long, marks));
    }
    const [first, ...others] = openings;
    yield { what: 'first opening', words, marks, ...first };
    yield { what: 'opening', words, marks, times, textMs: median(others.map(({ textMs }) => textMs)), marksMoreMs: median(others.map(({ textMs, marksMs }) => marksMs - textMs)) };
  } finally {
    await app.quit();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Ids of the long article and of a short one, to go away to. */
async function fillLibrary(page: PageDriver, folder: string, words: number): Promise<readonly [string, string]> {
  const sentences = Array.from({ length: Math.round(words / 10) }, (_, line) => `Sentence ${line} of the day book tells about ${line * 31} lamps.`);
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 6) }, (_, at) => `<p>${sentences.slice(at * 6, at * 6 + 6).join(' ')}</p>`);
  const pageOf = (title: string, body: string): string => `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
  const files = [join(folder, 'long.html'), join(folder, 'short.html')];
  await writeFile(files[0] ?? '', pageOf('The long day book', paragraphs.join('')));
  await writeFile(files[1] ?? '', pageOf('A short note', paragraphs.slice(0, 3).join('')));
  await page.waitFor(() => 'offprint' in globalThis);
  const answer = await page.evaluate((inputs) => offprint.calls.save({ inputs, tags: [], mode: 'auto', base: null }), files);
  const ids = answer.ok ? answer.value.map(({ id }) => id ?? '') : [];
  await page.evaluate(() => offprint.calls.dismissJobs({ jobId: null }));
  return [ids[0] ?? '', ids[1] ?? ''];
}

/** As the window makes them: described on the text of the reader's page. */
async function addMarks(page: PageDriver, id: string, count: number): Promise<void> {
  await open(page, id, 0);
  const text = await page.evaluate(() => {
    const view = document.querySelector('iframe')?.contentDocument;
    const walker = view?.createTreeWalker(view.body, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    for (let node = walker?.nextNode(); node != null; node = walker?.nextNode()) pieces.push(node.nodeValue ?? '');
    return pieces.join('');
  });
  const describe = createDescribe(text);
  const step = Math.floor((text.length - 60) / count);
  const selectors = Array.from({ length: count }, (_, mark) => describe(mark * step + 5, mark * step + 40));
  // A few at a time: each is written to the disk, and one question may not take for ever.
  for (let from = 0; from < count; from += 25) await addSome(page, id, selectors.slice(from, from + 25));
}

function addSome(page: PageDriver, id: string, some: readonly (readonly Selector[])[]): Promise<void> {
  return page.evaluate(async (article, all) => {
    const shown = await offprint.calls.article({ id: article });
    const captureId = shown.ok ? shown.value.shown : '';
    for (const selector of all) await offprint.calls.addMark({ id: article, draft: { captureId, view: 'reader', selector: [...selector], color: 'yellow', note: '' } });
  }, id, some);
}

/** Clicks on the row and looks at every frame that is drawn: when the words are there to be seen, and when all marks are painted. */
async function open(page: PageDriver, id: string, marks: number): Promise<Opening> {
  await page.waitFor('.row .line-title');
  return page.evaluate(async (wanted, count) => {
    const answer = await offprint.calls.article({ id: wanted });
    const title = answer.ok ? answer.value.title : '';
    const row = [...document.querySelectorAll<HTMLElement>('.row')].find((each) => each.querySelector('.line-title')?.textContent === title);
    const from = performance.now();
    row?.querySelector<HTMLElement>('.line-title')?.click();
    const look = (): { drawn: boolean; painted: number } => {
      const frame = document.querySelector<HTMLIFrameElement>('.article-frame[data-ready]');
      const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
      return { drawn: view?.document.querySelector('h1')?.textContent === title, painted: view?.CSS?.highlights.get('offprint-yellow')?.size ?? 0 };
    };
    let textMs = 0;
    for (;;) {
      await new Promise((drawn) => void requestAnimationFrame(drawn));
      const { drawn, painted } = look();
      const now = performance.now() - from;
      if (drawn && textMs === 0) textMs = now;
      if (drawn && painted >= count) return { textMs: Math.round(textMs), marksMs: Math.round(now), painted };
      if (now > 30_000) throw new Error(`after ${now} ms: drawn ${drawn}, ${painted} of ${count} marks painted`);
    }
  }, id, marks);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return rounded(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
