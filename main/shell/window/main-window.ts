// The one window: opened, found again, told things. Commands that come while it loads wait for it.

import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import { appOrigin } from '../../../preload/contract/addresses.ts';
import { eventChannel } from '../../../preload/contract/channels.ts';
import type { WindowCommand, WindowEvent } from '../../../preload/contract/events.ts';
import { showContextMenu } from './context-menu.ts';
import { placeOnScreens, smallestWindow, type WindowPlace } from './window-place.ts';

/** The window is shown when it has painted, or after so many milliseconds. */
const showAfterMs = 4_000;
/** A page that crashes at its start must not do so for ever. */
const mostCrashes = 3;
const startAddress = `${appOrigin}/`;
/** What is seen before the page paints: the page's own background in each theme. */
const backgrounds = { light: '#fbfcfd', dark: '#1c1e23' };

export interface WindowParts {
  readonly session: Session;
  readonly preload: string;
  readonly title: string;
  readonly remembered: () => WindowPlace | null;
  readonly remember: (place: WindowPlace) => void;
}

export interface MainWindow {
  /** Opens the window, or brings it to the front where it is open. */
  readonly open: () => void;
  readonly current: () => BrowserWindow | null;
  /** Tells the window that something changed; nothing when it is closed, as it asks anew when it opens. */
  readonly send: (event: WindowEvent) => void;
  /** Opens the window if needed and asks it to do something. */
  readonly command: (command: WindowCommand) => void;
}

export function createMainWindow(parts: WindowParts): MainWindow {
  let window: BrowserWindow | null = null;
  let loaded = false;
  const waiting: WindowEvent[] = [];

  function open(): void {
    if (window !== null) return bringToFront(window);
    const opened = buildWindow(parts);
    window = opened;
    loaded = false;
    opened.webContents.on('did-finish-load', () => {
      loaded = true;
      for (const event of waiting.splice(0)) opened.webContents.send(eventChannel, event);
    });
    opened.on('closed', () => {
      window = null;
    });
  }

  function send(event: WindowEvent): void {
    if (window === null) return;
    if (loaded) window.webContents.send(eventChannel, event);
    else waiting.push(event);
  }

  return {
    open,
    current: () => window,
    send,
    command(command) {
      if (window === null) open();
      send({ type: 'command', command });
    },
  };
}

function buildWindow(parts: WindowParts): BrowserWindow {
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const place = placeOnScreens(parts.remembered(), screens);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: parts.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      session: parts.session,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (place.maximized) window.maximize();
  showWhenPainted(window);
  rememberPlace(window, parts.remember);
  window.webContents.on('context-menu', (_, about) => showContextMenu(window, about));
  loadAgainAfterCrash(window);
  void window.loadURL(startAddress);
  return window;
}

/** The page keeps nothing that is not stored; what was typed and not saved is all that is lost. */
function loadAgainAfterCrash(window: BrowserWindow): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_, details) => {
    crashes += 1;
    if (details.reason !== 'clean-exit' && crashes <= mostCrashes) void window.loadURL(startAddress);
  });
}

function showWhenPainted(window: BrowserWindow): void {
  const late = setTimeout(() => window.show(), showAfterMs);
  window.once('ready-to-show', () => {
    clearTimeout(late);
    window.show();
  });
  window.once('closed', () => clearTimeout(late));
}

function rememberPlace(window: BrowserWindow, remember: (place: WindowPlace) => void): void {
  // While maximised, getBounds is the whole screen: what is kept is the place it goes back to.
  let bounds = window.getBounds();
  const note = () => {
    if (!window.isMaximized() && !window.isMinimized() && !window.isFullScreen()) bounds = window.getBounds();
  };
  window.on('resize', note);
  window.on('move', note);
  window.on('close', () => {
    note();
    remember({ bounds, maximized: window.isMaximized() });
  });
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
