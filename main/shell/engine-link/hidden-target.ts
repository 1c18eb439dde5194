// One hidden page of Electron, driven over DevTools: no preload, no storage of its own that lasts, and no network but the one
// proxy that a page to be drawn is given.

import { app, BrowserWindow, session, type Session } from 'electron';
import type { DevToolsObject } from '../../adapters/chromium/devtools-connection.ts';
import type { PrintOptions } from '../../adapters/chromium/devtools-target.ts';
import { onlyThrough, sessionRules, drawingSessionRules } from '../security/hardening.ts';
import { applyRules } from '../security/rule.ts';

export interface HiddenTarget {
  /** Rejects with Chromium's own message. @param sessionId of a frame with a process of its own, or empty */
  send(method: string, params: DevToolsObject, sessionId: string): Promise<DevToolsObject>;
  printToPdf(options: PrintOptions): Promise<Uint8Array>;
  /** Bytes, or null where that cannot be told. */
  memory(): number | null;
  close(): Promise<void>;
}

export interface HiddenTargetRequest {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The page's only way to the web, or null for none. */
  readonly proxy: string | null;
  readonly onEvent: (event: string, params: DevToolsObject, sessionId: string) => void;
}

/** Sessions live as long as the app: one is used again when its page has closed. */
const freePartitions = { sealed: [] as string[], drawing: [] as string[] };
let partitions = 0;

export async function openHiddenTarget(request: HiddenTargetRequest): Promise<HiddenTarget> {
  const kind = request.proxy === null ? 'sealed' : 'drawing';
  // Without `persist:` it lives in memory.
  const partition = freePartitions[kind].pop() ?? `${kind}-${++partitions}`;
  const own = session.fromPartition(partition);
  await applyRules(request.proxy === null ? sessionRules : [...drawingSessionRules, onlyThrough(request.proxy)], own);
  const window = await openHiddenWindow(request, own);
  const devTools = window.webContents.debugger;
  devTools.attach('1.3');
  devTools.on('message', (_, event, params: DevToolsObject, sessionId: string) => request.onEvent(event, params, sessionId));
  return {
    send: async (method, params, sessionId) => {
      const answer: unknown = await (sessionId === '' ? devTools.sendCommand(method, params) : devTools.sendCommand(method, params, sessionId));
      return (answer ?? {}) as DevToolsObject;
    },
    printToPdf: (options) => print(window, options),
    memory: () => memoryOf(window),
    async close() {
      if (window.isDestroyed()) return;
      window.destroy();
      await forget(own);
      freePartitions[kind].push(partition);
    },
  };
}

/** Nothing of a page is there when its session is used again. */
async function forget(used: Session): Promise<void> {
  await Promise.all([used.clearStorageData(), used.clearCache(), used.clearAuthCache(), used.closeAllConnections()]);
}

type Size = Pick<HiddenTargetRequest, 'width' | 'height'>;

async function openHiddenWindow({ width, height }: Size, hiddenSession: Session): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width,
    height,
    show: false,
    webPreferences: {
      session: hiddenSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // A dialog of a page that nobody sees would wait for ever.
      disableDialogs: true,
      // Chromium slows down what nobody sees.
      backgroundThrottling: false,
    },
  });
  window.webContents.setAudioMuted(true);
  // DevTools commands need a page to speak to.
  await window.loadURL('about:blank');
  return window;
}

function memoryOf(window: BrowserWindow): number | null {
  if (window.isDestroyed()) return null;
  const pid = window.webContents.getOSProcessId();
  const metric = app.getAppMetrics().find((one) => one.pid === pid);
  // Kilobytes; `privateBytes` is known on Windows only.
  return metric === undefined ? null : (metric.memory.privateBytes ?? metric.memory.workingSetSize) * 1024;
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
