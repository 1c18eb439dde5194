// The same driver over the real Electron binary: started with a DevTools port, which Chromium itself understands, so
// that the app needs nothing for its tests. What is native (dialogs, menus) cannot be reached: flows do without.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appOrigin } from '../../preload/contract/addresses.ts';
import type { DevToolsConnection } from '../../main/adapters/chromium/devtools-connection.ts';
import type { AppDriver, LaunchOptions } from './driver.ts';
import { PageDriver, type PageLink } from './page-driver.ts';
import { connectWebSocket } from './web-socket.ts';
import { waitUntil } from './wait.ts';

const appFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the built app in Electron; fulfilled when its window is open. */
export async function launchInElectron(options: LaunchOptions): Promise<AppDriver> {
  const { userData, args = [], environment = {} } = options;
  const binary = await electronBinary();
  const start = (more: readonly string[]): ChildProcess =>
    spawn(binary, [appFolder, `--user-data-dir=${userData}`, ...more], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const child = start(['--remote-debugging-port=0', ...args]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const address = await waitUntil('DevTools', () => Promise.resolve(/ws:\/\/[^\s]+/.exec(output)?.[0] ?? null), 60_000);
  const connection = await connectWebSocket(address);
  const windows = (): Promise<PageDriver[]> => openWindows(connection);
  const driver: AppDriver = {
    windows,
    window: () => waitUntil('a window', async () => (await windows())[0] ?? null, 60_000),
    desktop: null,
    secondInstance: async (more) => void (await once(start(more), 'exit')),
    output: () => output,
    ended,
    quit: async () => {
      // In Electron this quits the app.
      await connection.browser.send('Browser.close').catch(() => undefined);
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
  const window = await driver.window();
  if (options.size !== undefined) await window.resize(options.size.width, options.size.height);
  return driver;
}

/** The path that the package's own installer wrote down. Requiring the package would start a download. */
async function electronBinary(): Promise<string> {
  const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..');
  const path = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => {
    throw new Error("Electron's binary is not here: run `npx install-electron --no`");
  });
  return join(folder, 'dist', path.trim());
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

async function openWindows(connection: DevToolsConnection): Promise<PageDriver[]> {
  const { targetInfos } = await connection.browser.send<{ targetInfos: TargetInfo[] }>('Target.getTargets');
  const pages = targetInfos.filter(({ type, url }) => type === 'page' && url.startsWith(appOrigin));
  return Promise.all(pages.map(async ({ targetId }) => new PageDriver(await attach(connection, targetId))));
}

async function attach(connection: DevToolsConnection, targetId: string): Promise<PageLink> {
  const { sessionId } = await connection.browser.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const devtools = connection.session(sessionId);
  const resize = async (width: number, height: number): Promise<void> => {
    const size = { width, height, deviceScaleFactor: 0, mobile: false };
    await devtools.send('Emulation.setDeviceMetricsOverride', size);
  };
  return {
    send: (method, params) => devtools.send(method, params),
    resize,
    close: async () => void (await devtools.send('Page.close')),
  };
}
