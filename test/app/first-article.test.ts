// From a link to the library, the reader and a PDF: the app's main road, as its user goes it.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppDriver } from './driver.ts';
import { launch } from './launch.ts';
import type { PageDriver } from './page-driver.ts';

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="teal"/></svg>';
const words = 'The harbour was quiet that morning, 港口那天早晨很安静, and the boats lay still upon the water for an hour. ';
const paragraphs = Array.from({ length: 8 }, (_, number) => `<p>${number + 1}. ${words.repeat(3)}</p>`).join('');
const article = `<!doctype html><html lang="en"><title>The quiet harbour</title><nav>Menu</nav>
  <article><h1>The quiet harbour</h1>${paragraphs}<figure><img src="square.svg" width="600" height="300"></figure></article></html>`;

/** Articles in the list, and the field above it. */
const row = '[role=rowgroup] [role=row]';
const search = '[role=search] input';

let folder: string;
let server: Server;
let address: string;
let app: AppDriver;
let page: PageDriver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  server = createServer((request, response) => {
    const picture = request.url === '/square.svg';
    response.setHeader('content-type', picture ? 'image/svg+xml' : 'text/html; charset=utf-8');
    response.end(picture ? square : article);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/harbour.html`;
  app = await start();
  page = await app.window();
});

afterAll(async () => {
  await app.kill();
  server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

function start(): Promise<AppDriver> {
  const args = ['--library', join(folder, 'library'), '--lang=en'];
  return launch({ userData: join(folder, 'settings'), args, size: { width: 1280, height: 820 } });
}

it('saves a pasted link and shows it in the list', async () => {
  await page.waitFor(search);
  await page.paste(address);
  await page.waitFor(row);
  expect(await page.text(row)).toContain('The quiet harbour');
});

it('reads it from the library, with its picture, in a frame that runs no script', async () => {
  await page.click(row);
  await page.waitFor('iframe >>> h1');
  expect(await page.text('iframe >>> h1')).toBe('The quiet harbour');
  await page.waitFor(() => [...(document.querySelector('iframe')?.contentDocument?.images ?? [])].some((image) => image.naturalWidth === 600));
  expect(await page.evaluate(() => document.querySelector('iframe')?.getAttribute('sandbox'))).toBe('allow-same-origin');
});

it('saves a dropped file', async () => {
  const path = join(folder, '笔记.md');
  await writeFile(path, `---\ntitle: 港口笔记\n---\n\n${'这是一段关于港口的笔记，写得足够长，可以保存下来。'.repeat(12)}\n`);
  await page.dropFiles([path], { x: 800, y: 400 });
  await page.waitFor(() => document.querySelectorAll('[role=rowgroup] [role=row]').length === 2);
  expect(await page.text(row)).toContain('港口笔记');
});

it('finds by a word of two Chinese characters', async () => {
  await page.type('笔记', search);
  await page.waitFor(() => document.querySelectorAll('[role=rowgroup] [role=row]').length === 1);
  expect(await page.text(row)).toContain('港口笔记');
});

it('prints a PDF through a hidden window', async () => {
  const path = join(folder, 'harbour.pdf');
  const report = await page.evaluate(exportFirst, path);
  expect(report).toMatchObject({ ok: true, value: [{ path }] });
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
});

it('asks before it saves what another program hands over', async () => {
  await app.secondInstance([`offprint://save?url=${encodeURIComponent(`${address}?again`)}`]);
  await page.waitFor('[role=dialog], [role=alertdialog]');
  expect(await page.text('[role=dialog], [role=alertdialog]')).toContain(`${address}?again`);
  await page.press('Escape');
});

it('has all of it again after it was closed', async () => {
  expect(await app.quit()).toBe(0);
  app = await start();
  page = await app.window();
  await page.waitFor(row);
  expect(await page.count(row)).toBe(2);
});

/** Runs in the page. */
async function exportFirst(path: string): Promise<unknown> {
  interface Row {
    readonly id: string;
    readonly title: string;
  }
  interface Calls {
    find(request: object): Promise<{ readonly value: { readonly rows: readonly Row[] } }>;
    export(request: object): Promise<unknown>;
  }
  const { calls } = (window as unknown as { readonly offprint: { readonly calls: Calls } }).offprint;
  const all = { query: '', place: 'all', tag: null, sort: 'oldest', offset: 0, limit: 10, typing: false };
  const [first] = (await calls.find(all)).value.rows;
  return calls.export({ ids: [first?.id], format: 'pdf', path });
}
