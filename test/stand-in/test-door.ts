// The test's way into the app's process: verbs over Node's own channel. Without such a channel it does nothing.

import { app } from './app.ts';
import { openWindows, type BrowserWindow } from './browser-window.ts';
import { clipboard, handedOver, nativeTheme } from './desktop.ts';
import { answers, seen, type DialogAnswer } from './dialog.ts';
import { lifecycle } from './lifecycle.ts';
import { menus, pressItem, viewMenu } from './menu.ts';
import { makeEvent } from './events.ts';
import { callAs, viewPrecautions, type Caller } from './precautions.ts';
import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';

/** What is asked and what is answered, both as structured clones. */
export interface DoorCall {
  readonly id: number;
  readonly verb: DoorVerb;
  readonly values: readonly unknown[];
}

export interface DoorAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

export interface WindowView {
  readonly id: number;
  readonly url: string;
  readonly visible: boolean;
}

const sessions = new WeakMap<BrowserWindow, Promise<DevToolsSession>>();

const verbs = {
  windows: (): WindowView[] =>
    [...openWindows].map((window) => ({ id: window.id, url: window.webContents.getURL(), visible: window.isVisible() })),
  devtools: async (id: number, method: string, params: Record<string, unknown>) => (await devtoolsOf(id)).send(method, params),
  resize: async (id: number, width: number, height: number) => {
    const window = windowOf(id);
    window.setSize(width, height);
    await window.webContents.resize(width, height);
  },
  closeWindow: (id: number) => windowOf(id).close(),
  answerDialog: (answer: DialogAnswer) => void answers.push(answer),
  seenDialogs: () => seen,
  menu: () => viewMenu(menus.application),
  contextMenu: () => viewMenu(menus.context),
  pressMenu: (labels: readonly string[]) => pressItem(menus.application, labels),
  pressContextMenu: (labels: readonly string[]) => pressItem(menus.context, labels),
  handedOver: () => handedOver,
  openUrl: (url: string) => void app.emit('open-url', makeEvent({}), url),
  openFile: (path: string) => void app.emit('open-file', makeEvent({}), path),
  systemTheme: (theme: 'light' | 'dark') => nativeTheme.setSystem(theme),
  clipboardText: () => clipboard.readText(),
  precautions: () => viewPrecautions(),
  callAs: (sender: Caller, name: unknown, request: unknown) => callAs(sender, name, request),
  quit: () => lifecycle.quit(),
};

export type DoorVerbs = typeof verbs;
export type DoorVerb = keyof DoorVerbs;

function windowOf(id: number): BrowserWindow {
  const window = [...openWindows].find((each) => each.id === id);
  if (window === undefined) throw new Error(`no window ${id}`);
  return window;
}

function devtoolsOf(id: number): Promise<DevToolsSession> {
  const window = windowOf(id);
  const session = sessions.get(window) ?? window.webContents.page.then(async (page) => (await page.attach()).devtools);
  sessions.set(window, session);
  return session;
}

async function respond(call: DoorCall): Promise<DoorAnswer> {
  try {
    const verb = verbs[call.verb] as (...values: readonly unknown[]) => unknown;
    return { id: call.id, value: await verb(...call.values) };
  } catch (error) {
    return { id: call.id, error: error instanceof Error ? error.message : String(error) };
  }
}

if (process.send !== undefined) {
  process.on('message', (call: DoorCall) => {
    void respond(call).then((answered) => process.send?.(answered, undefined, {}, () => undefined));
  });
  // The test has gone: the app would live on for ever.
  process.on('disconnect', () => lifecycle.exit(1));
}
