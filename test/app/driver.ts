// What an end-to-end flow may do with the app, whichever Electron it runs on: the stand-in (test/stand-in/launch.ts)
// or the real binary (electron-driver.ts).

import type { DialogAnswer, SeenDialog } from '../stand-in/dialog.ts';
import type { MenuView } from '../stand-in/menu.ts';
import type { Caller, Precautions } from '../stand-in/precautions.ts';
import type { PageDriver } from './page-driver.ts';

export interface LaunchOptions {
  /** A folder for settings and logs. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** CSS pixels of the window's page. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly headless?: boolean;
  /** The following are for the stand-in only. The built main script; the app's own by default. */
  readonly main?: string;
  readonly systemTheme?: 'light' | 'dark';
  /** Device pixels for one CSS pixel: 2 for pictures of the screen. */
  readonly scale?: number;
  /** More arguments for Chromium. */
  readonly chromium?: readonly string[];
}

export interface AppDriver {
  /** The first window that is shown; waits for it. */
  window(): Promise<PageDriver>;
  windows(): Promise<readonly PageDriver[]>;
  /** What stands around the window; null on the real Electron, where a test cannot reach it. */
  readonly desktop: Desktop | null;
  /** Starts the app once more on the same folder; fulfilled when that second one has gone. */
  secondInstance(args: readonly string[]): Promise<void>;
  /** All that the app wrote to stdout and stderr. */
  output(): string;
  /** The exit code; null for a signal. */
  readonly ended: Promise<number | null>;
  /** Asks the app to quit and waits for its end. */
  quit(): Promise<number | null>;
  kill(): Promise<void>;
}

/** Native dialogs, menus, other programs. */
export interface Desktop {
  /** Puts an answer in the queue; a dialog without one is cancelled. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  dialogs(): Promise<readonly SeenDialog[]>;
  menu(): Promise<readonly MenuView[]>;
  /** Presses the item of the application's menu under these labels: `pressMenu('File', 'Add Link…')`. */
  pressMenu(...labels: readonly string[]): Promise<void>;
  contextMenu(): Promise<readonly MenuView[]>;
  pressContextMenu(...labels: readonly string[]): Promise<void>;
  /** What was handed to other programs: addresses, paths, folders. */
  handedOver(): Promise<readonly { readonly what: 'address' | 'path' | 'folder'; readonly value: string }[]>;
  /** As the system does on macOS. */
  openUrl(url: string): Promise<void>;
  openFile(path: string): Promise<void>;
  setTheme(theme: 'light' | 'dark'): Promise<void>;
  clipboardText(): Promise<string>;
  /** What the app has told Electron to be careful about. */
  precautions(): Promise<Precautions>;
  /** A call as it would come from another frame or page. */
  callAs(sender: Caller, name: unknown, request: unknown): Promise<unknown>;
}
