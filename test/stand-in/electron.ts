// The module named `electron` in the main process. Each part is in a file of its own; what is missing says so when used.

import { app, webContents } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard, nativeImage, nativeTheme, Notification, powerMonitor, screen, shell } from './desktop.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { protocol } from './protocol.ts';
import { session, Session } from './session.ts';
import { unsupported } from './strict.ts';
import './test-door.ts';
import { utilityProcess } from './utility-process.ts';
import './wiring.ts';

Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });

const supported = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  Session,
  shell,
  utilityProcess,
  webContents,
};

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  Session,
  shell,
  utilityProcess,
  webContents,
};

export const autoUpdater = unsupported('autoUpdater');
export const BaseWindow = unsupported('BaseWindow');
export const contentTracing = unsupported('contentTracing');
export const contextBridge = unsupported('contextBridge (in the main process)');
export const crashReporter = unsupported('crashReporter');
export const desktopCapturer = unsupported('desktopCapturer');
export const globalShortcut = unsupported('globalShortcut');
export const ipcRenderer = unsupported('ipcRenderer (in the main process)');
export const MessageChannelMain = unsupported('MessageChannelMain');
export const net = unsupported('net');
export const netLog = unsupported('netLog');
export const powerSaveBlocker = unsupported('powerSaveBlocker');
export const safeStorage = unsupported('safeStorage');
export const systemPreferences = unsupported('systemPreferences');
export const TouchBar = unsupported('TouchBar');
export const Tray = unsupported('Tray');
export const View = unsupported('View');
export const webFrameMain = unsupported('webFrameMain');
export const WebContentsView = unsupported('WebContentsView');

export default supported;
