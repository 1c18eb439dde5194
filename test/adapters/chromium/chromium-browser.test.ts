// Sealed pages in a real Chromium: what they load, what they cannot reach, what they print.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { findChromium } from '../../../main/adapters/chromium/find-chromium.ts';
import type { SealedFile, SealedPage } from '../../../main/engine/model/ports.ts';

const host = createPipeHost();
const browser = createChromiumBrowser(host);
const square = '<svg xmlns="http://www.w3.org/2000/svg" width="33" height="20"><rect width="33" height="20"/></svg>';
let canary: Server;
let canaryAddress: string;
let connections = 0;

beforeAll(async () => {
  canary = createServer((_request, response) => response.end('reached'));
  canary.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryAddress = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await host.close();
  canary.close();
});

function html(text: string): SealedFile {
  return { bytes: Buffer.from(text), type: 'text/html; charset=utf-8' };
}

function svg(): SealedFile {
  return { bytes: Buffer.from(square), type: 'image/svg+xml' };
}

async function open(files: Readonly<Record<string, SealedFile>>, signal = new AbortController().signal): Promise<SealedPage> {
  const read = (path: string): Promise<SealedFile | null> => Promise.resolve(files[path] ?? null);
  const opened = await browser.openSealed({ path: 'a page/文.html', read, width: 900, height: 700, signal });
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.failure)}`);
  return opened.value;
}

describe('a sealed page', () => {
  it('loads what read answers, and gives 404 for the rest', async () => {
    const page = await open({
      'a page/文.html': html('<img src="图 1.svg"><img src="gone.svg"><p>文'),
      'a page/图 1.svg': svg(),
    });
    await page.settle(5_000);
    expect(await page.evaluate('[...document.images].map((image) => image.naturalWidth)')).toEqual([33, 0]);
    expect(await page.evaluate('[innerWidth, document.body.innerText.trim()]')).toEqual([900, '文']);
    expect(page.leaks()).toEqual([]);
    await page.close();
  });

  it('draws Chinese and Japanese with fonts of this machine or of ours, not as boxes', async () => {
    const page = await open({ 'a page/文.html': html('<p>文') });
    const drawn = await page.evaluate<string[]>(`['中', '文', 'ひ'].map((letter) => {
      const brush = new OffscreenCanvas(40, 40).getContext('2d');
      brush.font = '30px sans-serif';
      brush.fillText(letter, 2, 32);
      return brush.getImageData(0, 0, 40, 40).data.join();
    })`);
    expect(new Set(drawn).size).toBe(3);
    await page.close();
  });

  it('reaches nothing else, and says what was asked for', async () => {
    const addresses = ['picture.png', 'style.css', 'frame.html', 'media.mp4'].map((name) => `http://${canaryAddress}/${name}`);
    const [picture, style, frame, media] = addresses;
    const page = await open({
      'a page/文.html': html(
        `<link rel="preconnect" href="http://${canaryAddress}"><link rel="dns-prefetch" href="http://${canaryAddress}">` +
          `<link rel="stylesheet" href="${style}"><img src="${picture}"><video src="${media}" autoplay></video>` +
          `<script>new WebSocket('ws://${canaryAddress}/'); fetch('http://${canaryAddress}/fetch')</script>` +
          `<iframe src="${frame}"></iframe>`,
      ),
    });
    await page.settle(5_000);
    expect(page.leaks()).toEqual(expect.arrayContaining([picture, style]));
    expect(connections).toBe(0);
    await page.close();
  });

  it('cannot be left by a script of ours either', async () => {
    const page = await open({ 'a page/文.html': html('<p>here') });
    const tried = await page.evaluate(
      `fetch('http://${canaryAddress}/ours').then(() => 'reached', () => 'refused')`,
    );
    expect(tried).toBe('refused');
    expect(page.leaks()).toEqual([`http://${canaryAddress}/ours`]);
    expect(connections).toBe(0);
    await page.close();
  });

  it('runs no script of its own', async () => {
    const page = await open({
      'a page/文.html': html(
        `<title>still</title><script>document.title = 'inline'</script><script src="a.js"></script>` +
          `<img src="gone.svg" onerror="document.title = 'handler'"><svg onload="document.title = 'svg'"></svg>`,
      ),
      'a page/a.js': { bytes: Buffer.from(`document.title = 'file'`), type: 'text/javascript' },
    });
    await page.settle(2_000);
    expect(await page.evaluate('document.title')).toBe('still');
    await page.close();
  });

  it('tells the error of our expression', async () => {
    const page = await open({ 'a page/文.html': html('') });
    await expect(page.evaluate('Promise.reject(new Error("so it is"))')).rejects.toThrow('so it is');
    await page.close();
  });

  it('prints itself with tags and an outline', async () => {
    const page = await open({ 'a page/文.html': html('<h1>One</h1><p>text</p><h2>Two</h2>') });
    const pdf = Buffer.from(await page.printToPdf({ paperWidth: 8, paperHeight: 10 }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(pdf.includes('/Outlines')).toBe(true);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 576 720\]/);
    await page.close();
  });
});

describe('openSealed', () => {
  it('is cancelled by its signal, before and after it has begun', async () => {
    const never = (): Promise<SealedFile | null> => new Promise(() => undefined);
    const slowPicture = (path: string): Promise<SealedFile | null> =>
      path === 'slow.html' ? Promise.resolve(html('<img src="slow.svg">')) : never();
    const request = { path: 'slow.html', width: 100, height: 100 };
    const cancelled = { ok: false, failure: { kind: 'cancelled' } };
    const early = await browser.openSealed({ ...request, read: never, signal: AbortSignal.abort() });
    expect(early).toMatchObject(cancelled);
    for (const read of [never, slowPicture]) {
      const late = await browser.openSealed({ ...request, read, signal: AbortSignal.timeout(700) });
      expect(late).toMatchObject(cancelled);
    }
  });

  it('answers no-browser where CHROME_PATH leads nowhere', async () => {
    const surroundings = { platform: process.platform, environment: { CHROME_PATH: '/nowhere/chrome' } };
    const none = createChromiumBrowser(createPipeHost({ find: () => findChromium(surroundings), idleMs: 1_000 }));
    expect(await none.find()).toBeNull();
    const read = (): Promise<null> => Promise.resolve(null);
    const opened = await none.openSealed({ path: 'x', read, width: 1, height: 1, signal: new AbortController().signal });
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'no-browser' } });
  });
});
