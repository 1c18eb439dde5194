// One hidden page of Electron, driven over DevTools: no preload, no network, no storage of its own that lasts.

import { BrowserWindow, session, type Session } from 'electron';
import type { DevToolsObject } from '../../adapters/chromium/devtools-connection.ts';
import type { PrintOptions } from '../../adapters/chromium/devtools-target.ts';
import { sessionRules } from '../security/hardening.ts';
import { applyRules } from '../security/rule.ts';

export interface HiddenTarget {
  /** Rejects with Chromium's own message. */
  send(method: string, params: DevToolsObject): Promise<DevToolsObject>;
  printToPdf(options: PrintOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface HiddenTargetRequest {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly onEvent: (event: string, params: DevToolsObject) => void;
}

/** Sessions live as long as the app: one is used again when its page has closed. */
const freePartitions: string[] = [];
let partitions = 0;

export async function openHiddenTarget({ width, height, onEvent }: HiddenTargetRequest): Promise<HiddenTarget> {
  // Without `persist:` it lives in memory.
  const partition = freePartitions.pop() ?? `hidden-${++partitions}`;
  const window = await openHiddenWindow({ width, height }, session.fromPartition(partition));
  const devTools = window.webContents.debugger;
  devTools.attach('1.3');
  devTools.on('message', (_, event, params: DevToolsObject) => onEvent(event, params));
  return {
    send: async (method, params) => ((await devTools.sendCommand(method, params)) ?? {}) as DevToolsObject,
    printToPdf: (options) => print(window, options),
    async close() {
      if (window.isDestroyed()) return;
      const used = window.webContents.session;
      window.destroy();
      await used.clearStorageData();
      freePartitions.push(partition);
    },
  };
}

type Size = Pick<HiddenTargetRequest, 'width' | 'height'>;

async function openHiddenWindow(size: Size, hiddenSession: Session): Promise<BrowserWindow> {
  await applyRules(sessionRules, hiddenSession);
  const window = new BrowserWindow({
    ...size,
    show: false,
    webPreferences: {
      session: hiddenSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium slows down what nobody sees.
      backgroundThrottling: false,
    },
  });
  // DevTools commands need a page to speak to.
  await window.loadURL('about:blank');
  return window;
}

async function print(window: BrowserWindow, { paperWidth, paperHeight }: PrintOptions): Promise<Uint8Array> {
  return await window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    // Electron makes no outline without tags.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    pageSize: { width: paperWidth, height: paperHeight },
  });
}
