// The window over a large library, in the stand-in: how the list scrolls, and how long it takes from a key in the search box to the
// rows on the screen. --count=100000 articles, --length=470 words each, --seed=1, --frames=120, --library=FOLDER makes it there, and uses it again.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PageDriver } from '../app/page-driver.ts';
import { makerFrom, type Maker } from '../engine/search/made-articles.ts';
import { launchApp } from '../stand-in/launch.ts';
import { rounded, spreadOf, type Bench, type Spread } from './bench.ts';
import { scrollList, watchAnswers, type Scrolled } from './list/frames.ts';
import { makeLibrary } from './list/made-library.ts';
import { workOfChildren } from './list/process-times.ts';
import { questionsFrom } from './search-questions.ts';

/** Between two keys: a quick typist's pace (milliseconds). */
const keyPace = 120;
const passesEach = 3;
/** The app compares the folder with its index after opening; until then (milliseconds) it is not at rest. */
const longestCompare = 120_000;

export const listBench: Bench = async function* listBench(options) {
  const count = Number(options['count'] ?? 100_000);
  const maker = makerFrom(Number(options['seed'] ?? 1), Number(options['length'] ?? 470));
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const library = options['library'] ?? join(folder, 'Library');
  try {
    if (!existsSync(join(library, 'library.json'))) await makeLibrary(library, maker, count);
    const opened = performance.now();
    const app = await launchApp({ userData: join(folder, 'data'), args: ['--library', library], size: { width: 1280, height: 860 }, environment: { HOME: folder } });
    try {
      const page = await app.window();
      await page.waitFor('.row .line-title', 60_000);
      yield { what: 'app started, first rows', articles: count, ms: Math.round(performance.now() - opened) };
      yield { what: 'compared with the folder, and at rest', afterMs: await atRest(page) };
      yield* scrolled(page, Number(options['frames'] ?? 120));
      yield await typed(page, maker, count);
    } finally {
      await app.quit();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same question is answered quickly three times running: nothing else is done. */
async function atRest(page: PageDriver): Promise<number> {
  const began = performance.now();
  const ends = began + longestCompare;
  for (let quick = 0; quick < 3 && performance.now() < ends; ) {
    await wait(1_000);
    const asked = performance.now();
    await page.evaluate('offprint.calls.counts({})');
    quick = performance.now() - asked < 25 ? quick + 1 : 0;
  }
  return Math.round(performance.now() - began);
}

/** Of several passes the quietest: what other programs did in the others is not the list's. `standing` is the same without scrolling. */
async function* scrolled(page: PageDriver, frames: number): AsyncGenerator<Record<string, unknown>> {
  for (const [pace, step] of [['standing', 0], ['reading', 40], ['quick', 400], ['flung', 4_000]] as const) {
    const passes: Pass[] = [];
    for (let pass = 0; pass < passesEach; pass += 1) passes.push(await scrollOnce(page, step, frames));
    const [{ frameMs, workMs, waiting, seen, pictures } = await scrollOnce(page, step, frames)] = passes.toSorted((one, other) => one.frameMs.p95 - other.frameMs.p95);
    yield {
      what: 'scrolling', pace, pixelsAFrame: step, frames, frameMs, workMsAFrame: workMs === null ? null : rounded(workMs / frames),
      rowsNotThereYet: rounded(waiting / seen), picturesAtRest: pictures,
    };
  }
}

interface Pass extends Omit<Scrolled, 'frames'> {
  readonly frameMs: Spread;
  readonly workMs: number | null;
}

async function scrollOnce(page: PageDriver, step: number, frames: number): Promise<Pass> {
  await page.evaluate('document.querySelector(".grid").scrollTop = 0');
  await wait(1_000);
  const before = workOfChildren();
  const { frames: times, ...seen } = await page.evaluate(scrollList, step, frames);
  const after = workOfChildren();
  return { ...seen, frameMs: spreadOf(times), workMs: before === null || after === null ? null : after - before };
}

async function typed(page: PageDriver, maker: Maker, count: number): Promise<Record<string, unknown>> {
  const kinds = questionsFrom(maker, count);
  const some = ['common word', 'rare word', 'two words', 'Chinese, 2 characters', 'Chinese, 4 characters', 'mixed'];
  const queries = some.flatMap((kind) => (kinds[kind] ?? []).slice(0, 8).map(({ query }) => query));
  await page.evaluate(watchAnswers);
  await page.click('.search-field');
  for (const query of queries) {
    for (const letter of query) {
      await page.type(letter);
      await wait(keyPace);
    }
    await wait(400);
    await page.press('Escape');
    await wait(keyPace);
    await page.click('.search-field');
  }
  const times = await page.evaluate<readonly number[], []>('globalThis.answerTimes');
  return { what: 'key press to rows drawn', queries: queries.length, keys: queries.join('').length, answered: times.length, ms: spreadOf(times) };
}
