// The fonts that come with the app, from one folder or from the packages.

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createPrintAssets, installedFonts } from '../../main/adapters/print-assets.ts';

it('reads the installed font, its style and its files', async () => {
  const assets = createPrintAssets(installedFonts());
  const style = Buffer.from((await assets.readPrintAsset('noto-serif-sc/400.css')) ?? []).toString();
  const [, file = ''] = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(style) ?? [];
  const font = await assets.readPrintAsset(`noto-serif-sc/${file}`);
  expect(Buffer.from(font ?? []).subarray(0, 4).toString()).toBe('wOF2');
});

it('reads from one folder by path or URL, and never outside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-assets-'));
  await mkdir(join(folder, 'a-font'));
  await writeFile(join(folder, 'a-font', '400.css'), 'a');
  await writeFile(join(folder, 'secret'), 's');
  for (const assets of [createPrintAssets(folder), createPrintAssets(pathToFileURL(`${folder}/`))]) {
    expect(Buffer.from((await assets.readPrintAsset('a-font/400.css')) ?? []).toString()).toBe('a');
    for (const name of ['a-font/../secret', '../secret', 'secret', 'a-font', 'a-font/', 'a-font/700.css', '', '/etc/passwd']) {
      expect(await assets.readPrintAsset(name)).toBeNull();
    }
  }
});
