// Copies the fonts of the print page beside the built app: two weights, upright and, where there are any,
// italic; styles and woff2 files only.

import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const weights = ['400', '700'];

/** A build step that copies static `@fontsource` packages as `FONT/400.css`, `FONT/700.css` and `FONT/files/`. */
export function printAssets({ fonts, to }: { readonly fonts: readonly string[]; readonly to: string }): Plugin {
  return {
    name: 'offprint:print-assets',
    apply: 'build',
    closeBundle: async () => void (await Promise.all(fonts.map((font) => copyFonts(join('node_modules/@fontsource', font), join(to, font))))),
  };
}

async function copyFonts(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'files'), { recursive: true });
  const present = new Set(await readdir(join(to, 'files')));
  const wanted = (await readdir(join(from, 'files'))).filter((name) => isPrinted(name) && !present.has(name));
  const names = new Set(await readdir(from));
  const styles = weights.flatMap((weight) => [`${weight}.css`, `${weight}-italic.css`]).filter((name) => names.has(name));
  const copies = [...styles, 'LICENSE', ...wanted.map((name) => join('files', name))];
  await Promise.all(copies.map((name) => cp(join(from, name), join(to, name))));
}

/** Files are named `noto-serif-sc-<part>-<weight>-<style>.woff2`. */
function isPrinted(name: string): boolean {
  return name.endsWith('.woff2') && weights.some((weight) => name.includes(`-${weight}-`));
}
