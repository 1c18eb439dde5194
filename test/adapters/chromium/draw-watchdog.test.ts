// Pages that mean harm, or never end: each is ended in time, what can be had of it is had, and nothing stays behind.

import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import type { DrawnPage } from '../../../main/engine/model/ports.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';

const host = createPipeHost();
const limits = { quietMs: 1_500, scrollMs: 1_000, spinningMs: 600, stalledMs: 1_500, navigations: 5, memoryBytes: 400_000_000, pageBytes: 3_000_000 };
const browser = createChromiumBrowser(host, { limits });
let site: Site;

beforeAll(async () => {
  site = await startSite({ resources: { '/a.png': drawPng(1, 30, 20) } });
});

afterAll(async () => {
  await host.close();
  await site.close();
  expect(await leftovers()).toEqual([]);
});

/** The folders of this process alone: others may be drawing too. */
async function leftovers(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`offprint-copies-${process.pid}-`) || name.startsWith(`offprint-profile-${process.pid}-`));
}

async function draw(script: string, signal = new AbortController().signal, by = browser): Promise<Result<DrawnPage>> {
  site.put('/trap.html', `<!doctype html><title>t</title><p>readable<img src="/a.png"><script>${script}</script><p>to the end`);
  const drawn = await by.draw({ url: site.url('/trap.html'), signal });
  if (drawn.ok) await drawn.value.close();
  return drawn;
}

const kept: readonly (readonly [name: string, script: string])[] = [
  ['dialogs without end', 'for (;;) alert(confirm(prompt("again")))'],
  ['a script that spins', 'for (;;);'],
  ['scripts that spin again and again', 'const spin = () => { setTimeout(spin, 0); for (;;); }; setTimeout(spin, 0)'],
  ['a question before it is left', 'addEventListener("beforeunload", (event) => event.preventDefault())'],
  ['windows without end', 'setInterval(() => { open("/trap.html"); document.body.append(Object.assign(document.createElement("a"), { href: "/", target: "_blank" })); document.links[0].click() }, 5)'],
  ['a DOM that never rests', 'setInterval(() => document.body.append(new Date()), 5)'],
  ['a page that grows while one scrolls', 'addEventListener("scroll", () => document.body.append(Object.assign(document.createElement("div"), { style: "height:3000px" }))); document.body.style.height = "2000px"'],
  ['downloads without end', 'setInterval(() => { const a = document.createElement("a"); a.href = "/a.png"; a.download = "a.png"; a.click() }, 5)'],
  ['permissions, asked for', 'navigator.geolocation.getCurrentPosition(() => document.title = "given"); Notification.requestPermission().then((answer) => { if (answer === "granted") document.title = "given" })'],
  ['a print dialog', 'print()'],
];

describe('a page is kept in spite of', () => {
  it.each(kept)('%s', async (_name, script) => {
    const drawn = await draw(script);
    expect(drawn).toMatchObject({ ok: true, value: { html: expect.stringMatching(/<title>t<\/title>.*readable/s) as unknown } });
  });

  it('pictures that stall', async () => {
    site.put('/stalled.png', drawPng(2, 300, 200));
    site.rule('/stalled.png', { break: 'stall' });
    const drawn = await draw(`document.write('<img src="/stalled.png">')`);
    expect(drawn).toMatchObject({ ok: true, value: { html: expect.stringContaining('to the end') as unknown } });
    expect(drawn.ok && drawn.value.copyOf(site.url('/a.png'))?.type).toBe('image/png');
  });
});

describe('a page is given up', () => {
  it('when it leads elsewhere again and again', async () => {
    expect(await draw('location.href = "/trap.html?" + Math.random()')).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('when it takes more memory than it may', async () => {
    // Filling it takes a while, which is not what is measured here.
    const patient = createChromiumBrowser(host, { limits: { ...limits, spinningMs: 10_000 } });
    const drawn = await draw('const all = Array.from({ length: 12 }, () => new Uint8Array(50_000_000).fill(1)); setInterval(() => document.body.append(all.length), 5)', undefined, patient);
    expect(drawn).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  });

  it('when the user cancels, at any time, and the next one is drawn', async () => {
    for (const ms of [0, 5, 150, 900]) {
      const drawn = await draw('setInterval(() => document.body.append(1), 5)', AbortSignal.timeout(ms));
      expect(drawn).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    }
    expect((await draw('')).ok).toBe(true);
  });

  it('together with what waits its turn', async () => {
    const controller = new AbortController();
    const both = [draw('', controller.signal), draw('', controller.signal)];
    controller.abort();
    for (const one of both) expect(await one).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });
});

describe('a page of the web', () => {
  // Every name is the test's server; which of its addresses counts as one's own network is said here.
  const lookup: LookupFunction = (name, options, callback) => {
    const address = name === 'own.test' ? '127.0.0.2' : '127.0.0.1';
    if (options.all === true) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
  const isPrivate = (address: string): boolean => address === '127.0.0.2' || address === '::ffff:7f00:2';

  it('reaches nothing in the network of its reader, unless it is there itself', async () => {
    const own = await startSite({ address: '127.0.0.2', resources: { '/a.png': drawPng(3, 20, 20), '/': '<p>own<img src="/a.png">' } });
    const port = new URL(own.origin).port;
    const way = { proxyFor: () => Promise.resolve(null), lookup, isPrivate };
    const careful = createChromiumBrowser(host, { way, limits });
    const traps = [`http://own.test:${port}/a.png`, `${own.origin}/a.png`, `http://[::ffff:127.0.0.2]:${port}/a.png`, `http://0x7f000002:${port}/a.png`];
    site.put('/public.html', `<p>public</p>${traps.map((trap) => `<img src="${trap}">`).join('')}<script>
      ${traps.map((trap) => `fetch('${trap}', { mode: 'no-cors' }); new WebSocket('${trap.replace('http', 'ws')}')`).join(';')}</script>`);
    const publicUrl = `http://public.test:${new URL(site.origin).port}/public.html`;
    const signal = new AbortController().signal;
    const drawn = await careful.draw({ url: publicUrl, signal });
    expect(drawn).toMatchObject({ ok: true, value: { html: expect.stringContaining('public') as unknown } });
    expect(own.connections).toBe(0);
    site.rule('/away', { redirect: `http://own.test:${port}/` });
    expect(await careful.draw({ url: `http://public.test:${new URL(site.origin).port}/away`, signal })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(own.connections).toBe(0);
    const atHome = await careful.draw({ url: `http://own.test:${port}/`, signal });
    expect(atHome.ok && atHome.value.copyOf(`http://own.test:${port}/a.png`)?.type).toBe('image/png');
    for (const one of [drawn, atHome]) if (one.ok) await one.value.close();
    await own.close();
  });

  it('is cut off when it asks for more than a page may', async () => {
    site.put('/large.bin', new Uint8Array(1_000_000));
    const drawn = await draw('for (let i = 0; i < 20; i += 1) fetch("/large.bin?" + i)');
    expect(drawn.ok).toBe(true);
    expect(site.count('/large.bin')).toBeLessThan(20);
  });
});
