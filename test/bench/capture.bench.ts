// How whole and how like the live page its stored copy is, how long a capture takes from cold, and how much memory: by each
// mode, and by a Chromium that saves MHTML, in one run on the same pages.
// OFFPRINT_BENCH_PAGES names a folder of pages; --count=8 takes about so many.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rounded, type Bench } from './bench.ts';
import { benchPages } from './capture/bench-pages.ts';
import { mhtmlPictures } from './capture/mhtml-pictures.ts';
import { runMeasured, type Measured } from './capture/run-measured.ts';
import { ssim } from './capture/ssim.ts';
import { openViewer, type View, type Viewer } from './capture/viewer.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const others = ['single-file', 'website-scraper'];

interface Truth {
  readonly url: string;
  readonly view: View;
  /** Hashes of the pictures' bytes. */
  readonly pictures: ReadonlySet<string>;
}

/** What a saver made of one page; null where it made nothing. */
interface Saved {
  readonly pictures: ReadonlySet<string>;
  readonly view: View;
}

interface Saver {
  readonly name: string;
  save(url: string, folder: string): Promise<Measured>;
  open(measured: Measured, folder: string, viewer: Viewer): Promise<Saved | null>;
}

export const captureBench: Bench = async function* capture(options) {
  await using pages = await benchPages(process.env['OFFPRINT_BENCH_PAGES'], Number(options['count'] ?? 8));
  const truths = await truthsOf(pages.urls);
  yield { bench: 'capture', pages: truths.length, from: pages.from, pictures: truths.reduce((sum, { pictures }) => sum + pictures.size, 0) };
  for (const saver of [offprint('static'), offprint('browser'), mhtml]) yield await measure(saver, truths);
  for (const name of others) {
    const there = existsSync(join(root, 'node_modules/.bin', name));
    yield { bench: 'capture', saver: name, skipped: there ? 'it is installed, and this bench does not run it' : 'not installed here, and not installed for this' };
  }
};

async function truthsOf(urls: readonly string[]): Promise<Truth[]> {
  await using viewer = await openViewer({ offline: false });
  const truths: Truth[] = [];
  for (const url of urls) {
    const view = await viewer.view(url);
    const hashes = await Promise.all(view.pictures.map(hashAt));
    truths.push({ url, view, pictures: new Set(hashes.filter((hash) => hash !== null)) });
  }
  return truths;
}

/** Null for what is not there: a style may ask for a background that the server does not have. */
async function hashAt(address: string): Promise<string | null> {
  const answer = await fetch(address);
  return answer.ok ? hashOf(new Uint8Array(await answer.arrayBuffer())) : null;
}

async function measure(saver: Saver, truths: readonly Truth[]): Promise<Readonly<Record<string, unknown>>> {
  await using viewer = await openViewer({ offline: true });
  let [kept, shown, whole, looks, requests] = [0, 0, 0, 0, 0];
  const [seconds, memory, less]: [number[], number[], string[]] = [[], [], []];
  for (const { url, view, pictures } of truths) {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
    const measured = await saver.save(url, folder);
    const saved = await saver.open(measured, folder, viewer);
    const had = [...pictures].filter((hash) => saved?.pictures.has(hash) === true).length;
    const like = saved === null ? 0 : ssim(view.picture, saved.view.picture);
    seconds.push(measured.seconds);
    memory.push(measured.peakMb ?? 0);
    kept += had;
    shown += pictures.size;
    whole += Number(had === pictures.size);
    looks += like;
    requests += saved?.view.requests.length ?? 0;
    if (had < pictures.size || like < 0.95) less.push(`${new URL(url).pathname} ${had}/${pictures.size} ${rounded(like)}`);
    await rm(folder, { recursive: true, force: true });
  }
  const mean = (values: readonly number[]): number => rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
  return {
    bench: 'capture', saver: saver.name, picturesKept: Math.round((kept / Math.max(1, shown)) * 10_000) / 10_000, pagesWhole: `${whole}/${truths.length}`,
    ssim: Math.round((looks / truths.length) * 1_000) / 1_000, requestsWhenOpened: requests, secondsPerPage: mean(seconds), peakMb: Math.round(Math.max(...memory)), less,
  };
}

function offprint(mode: 'static' | 'browser' | 'auto'): Saver {
  return {
    name: `offprint ${mode}`,
    save: (url, folder) => runMeasured(process.execPath, [join(root, 'main/cli.ts'), 'add', url, '--mode', mode, '--json', '--library', folder]),
    async open({ stdout }, folder, viewer) {
      const report = JSON.parse(stdout.trim() === '' ? '{}' : stdout) as { id?: string | null };
      if (typeof report.id !== 'string') return null;
      const shown = await runMeasured(process.execPath, [join(root, 'main/cli.ts'), 'show', report.id, '--json', '--library', folder]);
      const { captures } = JSON.parse(shown.stdout) as { captures: { original: string }[] };
      const view = await viewer.view(pathToFileURL(join(folder, captures.at(-1)?.original ?? '')).href);
      const files = view.pictures.filter((address) => address.startsWith('file:')).map((address) => fileURLToPath(address));
      return { view, pictures: new Set(await Promise.all(files.map(async (file) => hashOf(await readFile(file))))) };
    },
  };
}

const mhtml: Saver = {
  name: 'chromium, scrolled, mhtml',
  save: (url, folder) => runMeasured(process.execPath, [join(root, 'test/bench/capture/save-mhtml.ts'), url, join(folder, 'page.mhtml')]),
  async open({ code }, folder, viewer) {
    if (code !== 0) return null;
    const file = join(folder, 'page.mhtml');
    return { pictures: mhtmlPictures(await readFile(file, 'latin1')), view: await viewer.view(pathToFileURL(file).href) };
  },
};

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
