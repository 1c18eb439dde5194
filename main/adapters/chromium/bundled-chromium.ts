// The headless Chromium inside the npm package `@sparticuz/chromium` (Linux, x64), inflated once to the temp folder.
// It is a dev dependency: in the packed app it is not there, and then there is none.

import { access, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Chromium } from './find-chromium.ts';

const packageName = '@sparticuz/chromium';
const fontPackage = '@fontsource-variable/noto-sans-sc';
/** Part of the folder's name: what else is laid out in it. */
const layout = 2;

/** The Chromium of the package, ready to run, or null where the package is not there or not for this machine. */
export async function bundledChromium(): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = packageEntry();
  if (entry === null) return null;
  const folder = join(tmpdir(), `offprint-chromium-${await packageVersion(entry)}.${layout}-${process.getuid?.() ?? 0}`);
  if (!(await isThere(join(folder, 'chromium')))) await inflateTo(folder, entry);
  return {
    name: 'Chromium',
    path: join(folder, 'chromium'),
    // The build has no sandbox helper of its own, and not every machine gives user namespaces.
    arguments: ['--no-sandbox', '--disable-dev-shm-usage'],
    environment: { FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') },
    hasWindows: false,
  };
}

function packageEntry(): string | null {
  try {
    return import.meta.resolve(packageName);
  } catch {
    return null;
  }
}

async function packageVersion(entry: string): Promise<string> {
  const file = join(dirname(dirname(fileURLToPath(entry))), 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * The package inflates into the temp folder under fixed names and takes a half-written file for a whole one. So it
 * is given a temp folder of its own, in a worker, and the finished folder is renamed: several may do so at once.
 */
async function inflateTo(folder: string, entry: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), 'offprint-inflating-'));
  await inflateInWorker(draft, entry);
  await layOutFonts(join(draft, 'fonts'), join(folder, 'fonts'));
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await isThere(join(folder, 'chromium')))) throw error;
  });
}

function inflateInWorker(draft: string, entry: string): Promise<void> {
  const code = `import(${JSON.stringify(entry)}).then((module) => module.default.executablePath())`;
  const worker = new Worker(code, { eval: true, env: { ...process.env, TMPDIR: draft } });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`inflating Chromium ended with ${status}`))));
  });
}

/**
 * Fonts beside the system's own: a machine that needs this Chromium often has none for Chinese and Japanese, and pages
 * in their own look name no font of ours. The slices of the bundled Noto Sans SC serve as system fonts as they are.
 */
async function layOutFonts(folder: string, finalFolder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const slices = slicesFolder();
  if (slices !== null) await cp(slices, join(folder, 'noto-sans-sc'), { recursive: true });
  const xml = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${finalFolder}</dir><cachedir>${finalFolder}/cache</cachedir>`,
    '</fontconfig>',
  ];
  await writeFile(join(folder, 'fonts.conf'), `${xml.join('\n')}\n`);
}

function slicesFolder(): string | null {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(fontPackage))), 'files');
  } catch {
    return null;
  }
}
