// Draws the app's icon (assets/icon.svg) in the sizes that systems ask for, with Chromium. Run after a change of the
// drawing: `node scripts/icons.ts`. The .icns and .ico are made by electron-builder from the largest.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DevToolsTarget } from '../main/adapters/chromium/devtools-target.ts';
import { createPipeHost } from '../main/adapters/chromium/pipe-host.ts';

const assets = join(import.meta.dirname, '..', 'assets');
const largest = 1024;
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, largest];

const host = createPipeHost();
const opened = await host.openTarget({ width: largest, height: largest, proxy: null, signal: new AbortController().signal });
if (opened.ok) {
  const drawing = await readFile(join(assets, 'icon.svg'), 'utf8');
  for (const size of sizes) await writeFile(fileFor(size), await draw(opened.value, drawing, size));
} else {
  process.stderr.write(`${opened.failure.kind}: ${opened.failure.about}\n`);
  process.exitCode = 1;
}
await host.close();

/** Linux takes a folder of sizes; the others one large picture. */
function fileFor(size: number): string {
  return size === largest ? join(assets, 'icon.png') : join(assets, 'icons', `${size}x${size}.png`);
}

async function draw(page: DevToolsTarget, drawing: string, size: number): Promise<Buffer> {
  const style = `html,body{margin:0;overflow:hidden}svg{display:block;width:${size}px;height:${size}px}`;
  const html = `<!doctype html><style>${style}</style>${drawing}`;
  const { frameTree } = await page.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  await page.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  await page.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  const clip = { x: 0, y: 0, width: size, height: size, scale: 1 };
  const { data } = await page.send<{ data: string }>('Page.captureScreenshot', { format: 'png', clip });
  return Buffer.from(data, 'base64');
}
