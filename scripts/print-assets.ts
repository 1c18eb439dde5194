// Copies the fonts of the print page beside the built app: two weights, styles and woff2 files only.

import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const weights = ['400', '700'];

/** A build step that copies a static `@fontsource` package as `400.css`, `700.css` and `files/`. */
export function printAssets(folders: { readonly from: string; readonly to: string }): Plugin {
  return {
    name: 'offprint:print-assets',
    apply: 'build',
    closeBundle: () => copyFonts(folders.from, folders.to),
  };
}

async function copyFonts(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'files'), { recursive: true });
  const present = new Set(await readdir(join(to, 'files')));
  const wanted = (await readdir(join(from, 'files'))).filter((name) => isPrinted(name) && !present.has(name));
  const copies = [...weights.map((weight) => `${weight}.css`), 'LICENSE', ...wanted.map((name) => join('files', name))];
  await Promise.all(copies.map((name) => cp(join(from, name), join(to, name))));
}

/** Files are named `noto-serif-sc-<part>-<weight>-<style>.woff2`. */
function isPrinted(name: string): boolean {
  return name.endsWith('.woff2') && weights.some((weight) => name.includes(`-${weight}-`));
}
