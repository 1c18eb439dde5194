// Starts the app in the stand-in for a test, and drives it: the driver's first implementation (test/app/driver.ts).

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { PageDriver } from '../app/page-driver.ts';
import type { AppDriver, Desktop, LaunchOptions } from '../app/driver.ts';
import { waitUntil } from '../app/wait.ts';
import { openDoor, type Door } from './door.ts';
import { builtMain, runApp, type AppCommand } from './run-app.ts';

/** Starts the app; fulfilled when it has opened its first window. Rejects, with what it wrote, where it ends before. */
export async function launchApp(options: LaunchOptions): Promise<AppDriver> {
  const { userData, args = [], environment = {}, main = builtMain, headless = true, systemTheme = 'light', scale = 1, chromium = [] } = options;
  const settings = { headless, driven: true, systemTheme, scale, chromium };
  const command: AppCommand = { main, args: [`--user-data-dir=${userData}`, ...args], environment, settings, output: 'pipe' };
  const child = runApp(command);
  const output = collectOutput(child);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const door = openDoor(child);
  const driver = drive(child, door, ended, output, command);
  await driver.window().catch(async (error: unknown) => {
    if (child.connected) throw error;
    throw new Error(`the app ended with ${await ended}:\n${output()}`, { cause: error });
  });
  if (options.size !== undefined) await (await driver.window()).resize(options.size.width, options.size.height);
  return driver;
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

function drive(
  child: ChildProcess,
  door: Door,
  ended: Promise<number | null>,
  output: () => string,
  command: AppCommand,
): AppDriver {
  const windows = async (): Promise<PageDriver[]> => {
    const open = (await door('windows')).filter((window) => window.visible);
    return open.map(({ id }) => new PageDriver(pageLink(door, id)));
  };
  return {
    windows,
    window: () => waitUntil('a window', async () => (await windows())[0] ?? null),
    desktop: desktopOver(door),
    secondInstance: async (args) => {
      const folder = command.args.slice(0, 1);
      const second = runApp({ ...command, args: [...folder, ...args] });
      await once(second, 'exit');
    },
    output,
    ended,
    quit: async () => {
      door('quit').catch(() => undefined);
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function pageLink(door: Door, id: number): ConstructorParameters<typeof PageDriver>[0] {
  return {
    send: (method, params) => door('devtools', id, method, params),
    resize: (width, height) => door('resize', id, width, height),
    close: () => door('closeWindow', id),
  };
}

function desktopOver(door: Door): Desktop {
  return {
    answerDialog: (answer) => door('answerDialog', answer),
    dialogs: () => door('seenDialogs'),
    menu: () => door('menu'),
    pressMenu: (...labels) => door('pressMenu', labels),
    contextMenu: () => door('contextMenu'),
    pressContextMenu: (...labels) => door('pressContextMenu', labels),
    handedOver: () => door('handedOver'),
    openUrl: (url) => door('openUrl', url),
    openFile: (path) => door('openFile', path),
    setTheme: (theme) => door('systemTheme', theme),
    clipboardText: () => door('clipboardText'),
    precautions: () => door('precautions'),
    callAs: (sender, name, request) => door('callAs', sender, name, request),
  };
}
