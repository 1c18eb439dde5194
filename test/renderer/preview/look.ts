// A page in a headless Chromium, to be driven and photographed: the least of the DevTools protocol.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import chromium from '@sparticuz/chromium';

const flags = '--no-sandbox --headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars --remote-debugging-port=0'.split(' ');

export interface Page {
  readonly send: (method: string, parameters?: object) => Promise<Record<string, unknown>>;
  /** The value of an expression, awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly open: (address: string) => Promise<void>;
  readonly size: (width: number, height: number) => Promise<void>;
  readonly click: (selector: string) => Promise<void>;
  readonly press: (key: string, modifiers?: number) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly photograph: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** What the page wrote to its console as errors, and what it threw. */
  readonly complaints: string[];
}

export async function openBrowser(): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'offprint-look-'));
  const path = process.env['CHROME_PATH'] ?? (await chromium.executablePath());
  const browser = spawn(path, [...flags, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' });
  const port = await portOf(profile);
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { type: string; webSocketDebuggerUrl: string }[];
  const target = targets.find(({ type }) => type === 'page');
  if (target === undefined) throw new Error('Chromium has no page');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const page = createPage(socket, async () => {
    socket.close();
    browser.kill('SIGKILL');
    await new Promise((resolve) => browser.once('exit', resolve));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  await Promise.all([page.send('Page.enable'), page.send('Runtime.enable')]);
  return page;
}

async function portOf(profile: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port] = text.split('\n');
    if (port !== undefined && port !== '') return port;
    await wait(50);
  }
  throw new Error('Chromium did not start');
}

function createPage(socket: WebSocket, close: () => Promise<void>): Page {
  const waiting = new Map<number, { resolve: (value: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  const complaints: string[] = [];
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; method?: string; params?: unknown; result?: Record<string, unknown>; error?: { message: string } };
    if (message.id === undefined) return void complain(message.method ?? '', message.params, complaints);
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) call?.reject(new Error(message.error.message));
    else call?.resolve(message.result ?? {});
  });
  const send: Page['send'] = (method, parameters = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params: parameters }));
    });
  const evaluate: Page['evaluate'] = async (expression) => {
    const answer = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      result: { value?: unknown };
      exceptionDetails?: { exception?: { description?: string }; text: string };
    };
    const { exceptionDetails: failed } = answer;
    if (failed !== undefined) throw new Error(failed.exception?.description ?? failed.text);
    return answer.result.value;
  };
  return { send, evaluate, complaints, close, ...verbs(send, evaluate) };
}

function verbs(send: Page['send'], evaluate: Page['evaluate']): Pick<Page, 'open' | 'size' | 'click' | 'press' | 'type' | 'photograph'> {
  const mouse = (type: string, x: number, y: number) => send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  return {
    open: async (address) => {
      await send('Page.navigate', { url: address });
      await evaluate(`new Promise((resolve) => { const look = () => document.querySelector('.row, .empty') ? setTimeout(resolve, 350) : setTimeout(look, 40); look(); })`);
    },
    size: async (width, height) => void (await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })),
    click: async (selector) => {
      const box = (await evaluate(`(() => { const b = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect(); return b ? [b.left + b.width / 2, b.top + b.height / 2] : null; })()`)) as [number, number] | null;
      if (box === null) throw new Error(`nothing to click: ${selector}`);
      await mouse('mouseMoved', ...box);
      await mouse('mousePressed', ...box);
      await mouse('mouseReleased', ...box);
      await wait(150);
    },
    press: async (key, modifiers = 0) => {
      const code = { Enter: 13, Escape: 27, ArrowDown: 40, ArrowUp: 38, End: 35, Home: 36, Delete: 46, PageDown: 34, Tab: 9 }[key];
      const detail = { key, modifiers, ...(code === undefined ? { text: key } : { windowsVirtualKeyCode: code }), ...(key === 'Enter' ? { text: '\r' } : {}) };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...detail });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers });
      await wait(120);
    },
    type: async (text) => {
      await send('Input.insertText', { text });
      await wait(200);
    },
    photograph: async (file) => {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      await writeFile(file, Buffer.from(String(data), 'base64'));
    },
  };
}

function complain(method: string, parameters: unknown, complaints: string[]): void {
  if (method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(parameters).slice(0, 600));
  const call = parameters as { type?: string; args?: { value?: unknown; description?: string }[] };
  if (method === 'Runtime.consoleAPICalled' && call.type === 'error') {
    complaints.push((call.args ?? []).map(({ value, description }) => description ?? JSON.stringify(value)).join(' ').slice(0, 600));
  }
}
