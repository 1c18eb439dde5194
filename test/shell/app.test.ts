// The built app in the stand-in, through what the preload gives the window: calls and their border, the protocol, the
// walls around the window, what the system hands over, and the engine's death.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../preload/contract/bridge.ts';
import type { WindowEvent } from '../../preload/contract/events.ts';
import { windowPolicy } from '../../main/shell/protocol/policies.ts';
import { buildIfOlder } from '../../scripts/build-if-older.ts';
import type { AppDriver, Desktop } from '../app/driver.ts';
import type { PageDriver } from '../app/page-driver.ts';
import { launchApp } from '../stand-in/launch.ts';

declare const offprint: Bridge;
declare global {
  var seen: WindowEvent[];
}

let folder = '';
let library = '';
let app: AppDriver;
let window: PageDriver;
let desktop: Desktop;

beforeAll(async () => {
  expect(await buildIfOlder(join(import.meta.dirname, '..', '..'))).toBe(true);
  folder = await mkdtemp(join(tmpdir(), 'offprint-app-'));
  library = join(folder, 'library');
  app = await launchApp({ userData: join(folder, 'data'), args: ['--library', library], environment: { HOME: folder } });
  window = await app.window();
  if (app.desktop === null) throw new Error('the stand-in has a desktop');
  desktop = app.desktop;
  await listen(window);
}, 120_000);

afterAll(async () => {
  await app.kill();
  await rm(folder, { recursive: true, force: true });
});

async function listen(page: PageDriver): Promise<void> {
  await page.waitFor(() => 'offprint' in globalThis);
  await page.evaluate(() => {
    globalThis.seen = [];
    offprint.listen((event) => globalThis.seen.push(event));
  });
}

function commands() {
  return window.evaluate(() => globalThis.seen.flatMap((event) => (event.type === 'command' ? [event.command] : [])));
}

function settingsChanges() {
  const isOne = (event: WindowEvent) => event.type === 'changed' && event.topic === 'settings';
  return window.evaluate(() => globalThis.seen).then((events) => events.filter(isOne).length);
}

describe('the window', () => {
  it('has the bridge, and nothing else of Node or Electron', async () => {
    const there = await window.evaluate(() => ({
      bridge: Object.keys(offprint).sort(),
      others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    }));
    expect(there).toEqual({ bridge: ['calls', 'listen', 'pathsOf'], others: [] });
  });

  it('asks where it is', async () => {
    expect(await window.evaluate(() => offprint.calls.environment({}))).toMatchObject({
      ok: true,
      value: { libraryPath: library, problem: null, version: '0.1.0' },
    });
    const open = await window.evaluate(() => offprint.calls.library({}));
    expect(open).toMatchObject({ ok: true, value: { path: library, articles: 0 } });
  });

  it('is refused arguments that are not in the table', async () => {
    const refused = await window.evaluate(() => offprint.calls.article({ id: '../../etc' }));
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'bad-input', about: 'article.id' } });
  });

  it('opens web addresses outside, and no others', async () => {
    const others = ['file:///etc/passwd', 'javascript:alert(1)', 'offprint://save', 'smb://host/x', 'C:\\x.exe', '//a.test'];
    for (const url of others) {
      const answer = await window.evaluate((address) => offprint.calls.openExternal({ url: address }), url);
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    }
    expect(await window.evaluate(() => offprint.calls.openExternal({ url: 'https://a.test/x' }))).toEqual({ ok: true, value: null });
    expect((await desktop.handedOver()).map(({ value }) => value)).toEqual(['https://a.test/x']);
  });

  it('shows no path in the file manager that was not exported', async () => {
    const answer = await window.evaluate(() => offprint.calls.showInFolder({ exported: '/etc' }));
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('is served under its policy, and not the rest of the library', async () => {
    const read = (path: string) =>
      window.evaluate(async (address) => {
        const answer = await fetch(address);
        return { status: answer.status, policy: answer.headers.get('content-security-policy') };
      }, path);
    expect(await read('/')).toEqual({ status: 200, policy: windowPolicy });
    expect((await read('/library/library.json')).status).toBe(404);
    expect((await read('/library/%2e%2e/data/settings.json')).status).toBe(404);
  });

  it('takes the theme and the language of the settings', async () => {
    await window.evaluate(() => offprint.calls.setSettings({ change: { appearance: 'dark', locale: 'zh-CN' } }));
    await window.waitFor(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect((await desktop.menu()).map((menu) => menu.label)).toContain('文件(&F)');
    await window.evaluate(() => offprint.calls.setSettings({ change: { appearance: 'light', locale: 'en' } }));
    await window.waitFor(() => !matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await settingsChanges()).toBe(2);
  });
});

describe('the walls around the window', () => {
  let canary: Server;
  let address = '';
  let connections = 0;

  beforeAll(async () => {
    canary = createServer((socket) => {
      connections += 1;
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\naccess-control-allow-origin: *\r\n\r\n');
    });
    await new Promise<void>((listening) => canary.listen(0, '127.0.0.1', listening));
    const at = canary.address();
    if (at === null || typeof at === 'string') throw new Error('no port');
    address = `127.0.0.1:${at.port}`;
  });

  afterAll(() => canary.close());

  it('let nothing out, whatever is tried', async () => {
    await fetch(`http://${address}/`);
    expect(connections).toBe(1);
    await window.evaluate(async (at) => {
      const image = new Image();
      image.src = `http://${at}/image`;
      const hint = Object.assign(document.createElement('link'), { rel: 'preconnect', href: `http://${at}/` });
      const frame = Object.assign(document.createElement('iframe'), { src: `http://${at}/frame` });
      document.head.append(hint);
      document.body.append(frame);
      navigator.sendBeacon(`http://${at}/beacon`, 'x');
      await fetch(`http://${at}/fetch`).catch(() => undefined);
      const socket = new WebSocket(`ws://${at}/socket`);
      socket.addEventListener('error', () => socket.close());
      globalThis.open(`http://${at}/window`);
      await new Promise((later) => setTimeout(later, 1_000));
      frame.remove();
    }, address);
    expect(connections).toBe(1);
    expect(await app.windows()).toHaveLength(1);
  });

  it('keep the window where it is', async () => {
    await window.evaluate((at) => {
      location.href = `http://${at}/away`;
    }, address);
    await new Promise((later) => setTimeout(later, 500));
    expect(await window.evaluate(() => 'offprint' in globalThis)).toBe(true);
    expect(connections).toBe(1);
  });

  it('grant no permission', async () => {
    const state = await window.evaluate(() => Notification.requestPermission());
    expect(state).not.toBe('granted');
  });
});

describe('what the system hands over', () => {
  it('is proposed to the window: a deep link, a file, a second start', async () => {
    await desktop.openUrl('offprint://save?url=https%3A%2F%2Fa.test%2F');
    await desktop.openUrl('offprint://save?url=file:///etc/passwd');
    await desktop.openFile('/x/y.html');
    await app.secondInstance([join(folder, '文.md'), '--no-sandbox']);
    await window.waitFor(() => globalThis.seen.filter((event) => event.type === 'command').length === 3);
    expect(await commands()).toEqual([
      { do: 'confirm-save', url: 'https://a.test/' },
      { do: 'save-inputs', inputs: ['/x/y.html'] },
      { do: 'save-inputs', inputs: [join(folder, '文.md')] },
    ]);
    expect(await app.windows()).toHaveLength(1);
  });

  it('comes from the menu too', async () => {
    await desktop.pressMenu('File', 'Add Link…');
    await expect.poll(commands).toContainEqual({ do: 'add-link' });
  });
});

describe('the system dialogs', () => {
  it('answer a folder, files, or that the user thought better of it', async () => {
    await desktop.answerDialog({ kind: 'open', paths: ['/chosen'] });
    expect(await window.evaluate(() => offprint.calls.chooseLibrary({}))).toEqual({ ok: true, value: '/chosen' });
    expect(await window.evaluate(() => offprint.calls.chooseLibrary({}))).toEqual({ ok: true, value: null });
    expect(await window.evaluate(() => offprint.calls.chooseFiles({}))).toEqual({ ok: true, value: [] });
  });
});

describe('another library', () => {
  it('is opened, or the one before stays', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const open = (path: string) => window.evaluate((at) => offprint.calls.openLibrary({ path: at }), path);
    const path = () =>
      window.evaluate(async () => {
        const answer = await offprint.calls.library({});
        return answer.ok ? answer.value.path : answer.failure.kind;
      });
    expect(await open(join(folder, 'a-file'))).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(await path()).toBe(library);
    expect(await open(join(folder, 'second'))).toEqual({ ok: true, value: null });
    expect(await path()).toBe(join(folder, 'second'));
    expect(await open(library)).toEqual({ ok: true, value: null });
  });
});

describe('the engine', () => {
  it('is started again when it dies, and the window is told', async () => {
    await window.evaluate(() => globalThis.seen.splice(0));
    const lock = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8')) as { pid: number };
    process.kill(lock.pid, 'SIGKILL');
    await window.waitFor(() => globalThis.seen.some((event) => event.type === 'changed' && event.topic === 'library'));
    expect(await window.evaluate(() => offprint.calls.library({}))).toMatchObject({ ok: true, value: { path: library } });
    expect(await readFile(join(folder, 'data', 'logs', 'offprint.log'), 'utf8')).toContain('error the engine stopped');
  });
});

describe('the end', () => {
  it('is in order: the library is let go, the place of the window is kept', async () => {
    expect(await app.quit()).toBe(0);
    await expect(readFile(join(library, 'lock.json'))).rejects.toThrow('ENOENT');
    const text = await readFile(join(folder, 'data', 'settings.json'), 'utf8');
    const settings = JSON.parse(text) as { window: object; library: string };
    expect(settings.window).toMatchObject({ maximized: false });
    expect(settings.library).toBe(library);
  });

  it('and next time a library that is gone is a problem that the window shows, not an empty one', async () => {
    await rm(library, { recursive: true });
    const next = await launchApp({ userData: join(folder, 'data'), environment: { HOME: folder } });
    try {
      const page = await next.window();
      await page.waitFor(() => 'offprint' in globalThis);
      const failure = { kind: 'not-found', about: library };
      const environment = () => page.evaluate(() => offprint.calls.environment({}));
      expect(await environment()).toMatchObject({ ok: true, value: { problem: failure } });
      expect(await page.evaluate(() => offprint.calls.counts({}))).toMatchObject({ ok: false, failure });
      const opened = await page.evaluate((at) => offprint.calls.openLibrary({ path: at }), join(folder, 'second'));
      expect(opened).toEqual({ ok: true, value: null });
      expect(await environment()).toMatchObject({ ok: true, value: { problem: null } });
    } finally {
      await next.kill();
    }
  }, 60_000);
});
