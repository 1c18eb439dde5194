// The fonts that come with the app for print. Packed, they lie in one folder; from source, in the packages they come from.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetsPort } from '../engine/model/ports.ts';

/** What is printed with: each a static `@fontsource` package. Variable fonts would come into PDFs as drawings. */
export const printFonts = ['noto-serif-jp', 'noto-serif-sc', 'source-serif-4'] as const;

/** Font name -> its folder (`400.css`, `700.css`, `files/…`). */
export type FontFolders = Readonly<Record<string, string>>;

/**
 * Print assets from one folder with a folder per font in it (`out/print-assets`), or from a folder for each font.
 * A name that leads outside its folder has no asset.
 */
export function createPrintAssets(from: URL | string | FontFolders): AssetsPort {
  const folderOf = (font: string): string | null => {
    if (from instanceof URL) return resolve(fileURLToPath(from), font);
    if (typeof from === 'string') return resolve(from, font);
    return from[font] ?? null;
  };
  return {
    readPrintAsset: async (name) => {
      const [font = '', ...rest] = name.split('/');
      const folder = /^[a-z0-9-]+$/.test(font) ? folderOf(font) : null;
      return folder === null ? null : readInside(folder, rest.join('/'));
    },
  };
}

/** The fonts as npm laid them out, for the app run from source. */
export function installedFonts(): FontFolders {
  const { resolve: find } = createRequire(import.meta.url);
  return Object.fromEntries(printFonts.map((font) => [font, resolve(find(`@fontsource/${font}/400.css`), '..')]));
}

async function readInside(folder: string, name: string): Promise<Uint8Array | null> {
  const path = resolve(folder, name);
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}
