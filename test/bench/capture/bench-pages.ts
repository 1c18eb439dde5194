// Real pages to capture: from a folder that the environment names, or from Debian packages of documentation where apt is there,
// or else the demo site's. Served on loopback.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { startDemoSite } from '../../site/demo-site.ts';
import { startSite } from '../../site/site.ts';

const run = promisify(execFile);
const packages = ['gimp-help-en', 'debian-handbook', 'grass-doc', 'maxima-doc', 'abs-guide'];

export interface BenchPages extends AsyncDisposable {
  /** Where they are from, in a word. */
  readonly from: string;
  readonly urls: readonly string[];
}

/** @param count about so many, spread over all that there are */
export async function benchPages(folder: string | undefined, count: number): Promise<BenchPages> {
  if (folder !== undefined) return serveFolder(folder, 'folder', count, async () => undefined);
  const unpacked = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  const remove = (): Promise<void> => rm(unpacked, { recursive: true, force: true });
  if (await unpack(unpacked)) return serveFolder(unpacked, 'debian', count, remove);
  await remove();
  return demoPages(count);
}

async function unpack(folder: string): Promise<boolean> {
  try {
    await mkdir(join(folder, 'debs'));
    await run('apt-get', ['download', ...packages], { cwd: join(folder, 'debs') });
    for (const name of await readdir(join(folder, 'debs'))) await run('dpkg', ['-x', join(folder, 'debs', name), folder]);
    return true;
  } catch {
    // No apt here, or none that reaches its archive.
    return false;
  }
}

async function serveFolder(folder: string, from: string, count: number, remove: () => Promise<void>): Promise<BenchPages> {
  const site = await startSite({
    fallback: async ({ path }) => {
      const file = join(folder, decodeURIComponent(new URL(path, 'http://x').pathname));
      if (!file.startsWith(folder)) return null;
      return readFile(file).then((body) => ({ body }), () => null);
    },
  });
  const chosen = spread(await pagesIn(folder), count);
  return {
    from,
    urls: chosen.map((path) => site.url(`/${path}`)),
    async [Symbol.asyncDispose]() {
      await site.close();
      await remove();
    },
  };
}

/** Pages with at least four pictures, by their path; the same ones each time. */
async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.html?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files.toSorted()) {
    const text = await readFile(file, 'latin1');
    if ((text.match(/<img\s/gi) ?? []).length >= 4) found.push(relative(folder, file).split(sep).map(encodeURIComponent).join('/'));
  }
  return found;
}

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)]).filter((item) => item !== undefined);
}

async function demoPages(count: number): Promise<BenchPages> {
  const demo = await startDemoSite();
  return { from: 'demo', urls: demo.articles.slice(0, count).map(({ path }) => demo.url(path)), [Symbol.asyncDispose]: () => demo.close() };
}
