// The app with a library and settings of its own in a temporary folder, started for one file of flows.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AppDriver, Desktop, LaunchOptions } from '../driver.ts';
import { launch } from '../launch.ts';
import type { PageDriver } from '../page-driver.ts';

export interface Room {
  readonly folder: string;
  readonly library: string;
  /** The settings file is in it. */
  readonly userData: string;
  readonly app: AppDriver;
  readonly page: PageDriver;
  /** What stands around the window; only for flows that are skipped where it cannot be reached (`desktopIt`). */
  readonly desktop: Desktop;
  /** Quits the app and starts it again on the same library. Its window has the size it had. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface RoomOptions {
  readonly environment?: LaunchOptions['environment'];
  /** More arguments for Chromium; for the stand-in only. */
  readonly chromium?: readonly string[];
  /** No library is named: the app makes one where it makes them. The user's home is the room's folder. */
  readonly firstStart?: boolean;
}

/** Milliseconds for a file's first hook: the app starts, and pictures may have to be drawn. */
export const openingMs = 120_000;
/** Milliseconds for a flow. */
export const flowMs = 60_000;

export const onRealElectron = process.env['OFFPRINT_E2E'] === 'electron';

/** A flow that needs native dialogs, menus and their keys, or other programs. Skipped in the real Electron. */
export const desktopIt = onRealElectron ? it.skip : it;
if (onRealElectron) console.warn("Flows that reach around the window are skipped: no test can do so in the real Electron.");

/** How long, in milliseconds, a flow waits for what will be so soon: for `expect.poll`. */
export const patience = { timeout: 20_000, interval: 60 } as const;

export async function openRoom({ environment = {}, chromium = [], firstStart = false }: RoomOptions = {}): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-flow-'));
  const userData = join(folder, 'settings');
  const library = join(folder, firstStart ? 'Documents/Offprint Library' : 'Library');
  if (!firstStart) await speakEnglish(userData);
  const start = (more: Pick<LaunchOptions, 'size'> = {}): Promise<AppDriver> =>
    launch({
      userData,
      args: [...(firstStart ? [] : ['--library', library]), '--lang=en'],
      chromium,
      environment: { ...environment, HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') },
      ...more,
    });
  let app = await start({ size: { width: 1280, height: 860 } });
  let page = await app.window();
  return {
    folder,
    library,
    userData,
    get app() {
      return app;
    },
    get page() {
      return page;
    },
    get desktop() {
      if (app.desktop === null) throw new Error('this flow needs a desktop around the window: make it a desktopIt');
      return app.desktop;
    },
    async restart() {
      expect(await app.quit()).toBe(0);
      app = await start();
      page = await app.window();
    },
    async close() {
      await app.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Whatever the system speaks. */
async function speakEnglish(userData: string): Promise<void> {
  await mkdir(userData, { recursive: true });
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ settings: { locale: 'en' } }));
}
