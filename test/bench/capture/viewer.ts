// A page as a Chromium shows it, live or from the disk: which pictures it shows, how it looks, and what it asks for.

import { setTimeout as pause } from 'node:timers/promises';
import type { DevToolsSession } from '../../../main/adapters/chromium/devtools-connection.ts';
import { headlessArguments, noNetworkArguments, startChromium } from '../../../main/adapters/chromium/devtools-pipe.ts';
import { findChromium } from '../../../main/adapters/chromium/find-chromium.ts';

const [width, height] = [1280, 900];
/** CSS pixels: further down a page is not compared. */
const tallest = 6_000;

export interface View {
  /** Absolute addresses of the pictures that are shown, after scrolling. */
  readonly pictures: readonly string[];
  /** Addresses on the web that were asked for. */
  readonly requests: readonly string[];
  readonly picture: GreyPicture;
}

/** Half as large as the page, a byte a pixel. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface Viewer extends AsyncDisposable {
  view(url: string): Promise<View>;
}

export async function openViewer({ offline }: { readonly offline: boolean }): Promise<Viewer> {
  const found = await findChromium();
  if (found === null) throw new Error('this bench needs a Chromium');
  const browser = await startChromium(found, [...headlessArguments, '--allow-file-access-from-files', ...(offline ? noNetworkArguments : [])]);
  const root = browser.connection.browser;
  return {
    async view(url) {
      const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', width, height });
      const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      const seen = await look(browser.connection.session(sessionId), url);
      await root.send('Target.closeTarget', { targetId });
      return seen;
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function look(session: DevToolsSession, url: string): Promise<View> {
  const requests: string[] = [];
  session.on('Network.requestWillBeSent', (event) => {
    const { url: asked } = (event as { request: { url: string } }).request;
    if (/^(https?|wss?):/.test(asked)) requests.push(asked);
  });
  await Promise.all([session.send('Page.enable'), session.send('Network.enable')]);
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
  await session.send('Page.navigate', { url });
  await Promise.race([loaded, pause(20_000)]);
  await scrollThrough(session);
  const pictures = await evaluate<string[]>(session, shownPictures);
  return { pictures, requests, picture: await grey(session) };
}

/** Stepped from outside: timers of a page whose scripts are off never fire. */
export async function scrollThrough(session: DevToolsSession): Promise<void> {
  const tall = await evaluate<number>(session, 'document.scrollingElement?.scrollHeight ?? 0');
  for (let top = 0; top < Math.min(tall, 150_000); top += 700) {
    await evaluate(session, `void (document.scrollingElement.scrollTop = ${top})`);
    await pause(30);
  }
  await evaluate(session, 'void (document.scrollingElement && (document.scrollingElement.scrollTop = 0))');
  const settled = evaluate(session, 'Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => null))]).then(() => true)');
  await Promise.race([settled.catch(() => undefined), pause(5_000)]);
}

async function evaluate<T>(session: DevToolsSession, expression: string): Promise<T> {
  const answer = await session.send<{ result: { value: T } }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, 60_000);
  return answer.result.value;
}

const shownPictures = `(() => {
  const found = new Set();
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'img' && element.naturalWidth > 0) found.add(element.currentSrc);
      if (element.localName === 'video' && element.poster) found.add(element.poster);
      if (element.localName === 'image' && element.href?.baseVal) found.add(new URL(element.href.baseVal, document.baseURI).href);
      if (element.localName === 'input' && element.type === 'image') found.add(element.src);
      for (const part of [null, '::before', '::after']) {
        const style = element.ownerDocument.defaultView.getComputedStyle(element, part);
        if (part !== null && style.content === 'none') continue;
        for (const value of [style.backgroundImage, style.listStyleImage, style.borderImageSource]) for (const match of value.matchAll(/url\\("([^"]+)"\\)/g)) found.add(match[1]);
      }
      if (element.shadowRoot) visit(element.shadowRoot);
      if (element.localName === 'iframe' && element.contentDocument) visit(element.contentDocument);
    }
  };
  visit(document);
  return [...found].filter((address) => !address.startsWith('data:'));
})()`;

async function grey(session: DevToolsSession): Promise<GreyPicture> {
  const { cssContentSize } = await session.send<{ cssContentSize: { height: number } }>('Page.getLayoutMetrics');
  const tall = Math.min(tallest, Math.ceil(cssContentSize.height));
  const clip = { x: 0, y: 0, width, height: tall, scale: 0.5 };
  const { data } = await session.send<{ data: string }>('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true }, 60_000);
  // Chromium reads its own picture: no reader of PNG is needed for that.
  const read = `(async () => {
    const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,${data}')).blob());
    const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    brush.drawImage(bitmap, 0, 0);
    const { data } = brush.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(Math.round(data[at] * 0.299 + data[at + 1] * 0.587 + data[at + 2] * 0.114));
    return { width: bitmap.width, height: bitmap.height, text: btoa(text) };
  })()`;
  await session.send('Page.navigate', { url: 'about:blank' });
  const picture = await evaluate<{ width: number; height: number; text: string }>(session, read);
  return { width: picture.width, height: picture.height, pixels: Buffer.from(picture.text, 'base64') };
}
