// Electron's `webContents`: one page of Chromium, with its frames, its preload and its requests.

import { EventEmitter } from 'node:events';
import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';
import { closeTarget, openPage, popupListeners, type ChromiumPage } from './chromium.ts';
import { Debugger } from './debugger.ts';
import { makeEvent } from './events.ts';
import { Frames, type Frame } from './frames.ts';
import { invoke, ipcMain } from './ipc-main.ts';
import { mainWorldScript, preloadWorld, preloadWorldScript } from './page-scripts.ts';
import { PreloadLink, type PressedKey } from './preload-link.ts';
import { devtoolsPrintOptions, type PrintToPdfOptions } from './print-options.ts';
import { guardRequests, type PausedRequest } from './requests.ts';
import { knownSchemes, toApp, toPage } from './scheme-addresses.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { strict } from './strict.ts';

export interface WebContentsOptions {
  readonly session: Session;
  readonly preload: string | null;
  readonly width: number;
  readonly height: number;
}

type WindowOpenHandler = (details: { readonly url: string; readonly frameName: string }) => { readonly action: 'allow' | 'deny' };

/** Who wants to know of each page that is made, and of keys that no page has dealt with. */
export const pageListeners = new Set<(contents: WebContents) => void>();
export const keyListeners = new Set<(key: PressedKey, contents: WebContents) => void>();
/** The colour scheme of all pages, set by nativeTheme. */
export const colorScheme = { now: 'light' as 'light' | 'dark' };

export const allContents = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session: Session;
  readonly debugger: Debugger;
  readonly page: Promise<ChromiumPage>;
  readonly frames = new Frames();
  private readonly expected = new Set<string>();
  private link: PreloadLink | null = null;
  private openHandler: WindowOpenHandler | null = null;
  private destroyed = false;
  /** What the app holds, and may compare. */
  private readonly self: WebContents;
  private size: { width: number; height: number };

  constructor(options: WebContentsOptions) {
    super();
    this.id = ++lastId;
    this.session = options.session;
    this.size = { width: options.width, height: options.height };
    this.debugger = strict('debugger', new Debugger(this));
    this.page = this.open(options);
    this.page.catch((error: unknown) => {
      console.error(error);
      this.emit('render-process-gone', {}, { reason: 'launch-failed', exitCode: 1 });
    });
    this.self = strict('webContents', this);
    allContents.set(this.id, this.self);
    return this.self;
  }

  get mainFrame(): Frame {
    return this.frames.get(this.frames.mainId);
  }

  getURL(): string {
    return this.frames.mainId === '' ? '' : this.mainFrame.url;
  }

  getTitle(): string {
    return '';
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isLoading(): boolean {
    return false;
  }

  isFocused(): boolean {
    return !this.destroyed;
  }

  focus(): void {
    // The one page that is shown has the focus.
  }

  send(channel: string, ...values: readonly unknown[]): void {
    this.link?.send(channel, values);
  }

  async loadURL(url: string): Promise<void> {
    const { devtools } = await this.page;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    this.expectNavigation(url);
    const { errorText } = await devtools.send<{ errorText?: string }>('Page.navigate', { url: toPage(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  reload(): void {
    this.expectNavigation(this.getURL());
    void this.page.then(({ devtools }) => devtools.send('Page.reload'));
  }

  expectNavigation(url: string): void {
    this.expected.add(toApp(new URL(toPage(url)).href));
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }

  /** What the app's handler says of a new window; Electron opens it where there is no handler. */
  windowOpenAction(url: string): 'allow' | 'deny' {
    return this.openHandler?.({ url, frameName: '' }).action ?? 'allow';
  }

  setWebRTCIPHandlingPolicy(): void {
    // Chromium is started with the strictest (chromium.ts).
  }

  openDevTools(): void {
    // A window of another kind: there is none here.
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  setZoomFactor(): void {
    // The test sees pages at their own size.
  }

  setBackgroundThrottling(): void {
    // Pages here are never throttled.
  }

  getOSProcessId(): number {
    // Chromium's processes are not told apart here.
    return 0;
  }

  setAudioMuted(): void {
    // Chromium is started without sound.
  }

  setIgnoreMenuShortcuts(): void {
    // Shortcuts come only after the page.
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { devtools } = await this.page;
    const options = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result } = await devtools.send<{ result: { value?: unknown } }>('Runtime.evaluate', options);
    return result.value;
  }

  async printToPDF(options: PrintToPdfOptions = {}): Promise<Buffer> {
    const { devtools } = await this.page;
    const { data } = await devtools.send<{ data: string }>('Page.printToPDF', devtoolsPrintOptions(options), 120_000);
    return Buffer.from(data, 'base64');
  }

  async capturePage(): Promise<object> {
    const { devtools } = await this.page;
    const { data } = await devtools.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    const bytes = Buffer.from(data, 'base64');
    return strict('nativeImage', { toPNG: () => bytes, isEmpty: () => bytes.length === 0, getSize: () => this.size });
  }

  close(): void {
    void this.page.then((page) => page.close()).catch(() => undefined);
  }

  /** The page's size in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    this.size = { width, height };
    const { devtools } = await this.page;
    await this.applySize(devtools);
  }

  private async applySize(devtools: DevToolsSession): Promise<void> {
    if (!settings.headless) return;
    const size = { ...this.size, deviceScaleFactor: settings.scale, mobile: false };
    await devtools.send('Emulation.setDeviceMetricsOverride', size);
  }

  async applyColorScheme(): Promise<void> {
    const { devtools } = await this.page;
    const features = [{ name: 'prefers-color-scheme', value: colorScheme.now }];
    await devtools.send('Emulation.setEmulatedMedia', { features });
  }

  /** Whether a document may be loaded: asks the app's listeners, unless the app itself is loading it. */
  mayNavigate({ frameId, redirectedRequestId }: PausedRequest, url: string): boolean {
    if (this.expected.delete(url)) return true;
    const isMainFrame = frameId === this.frames.mainId;
    const frame = this.frames.get(frameId);
    const event = makeEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: frame.parent });
    const names = [...(isMainFrame ? ['will-navigate'] : []), 'will-frame-navigate'];
    for (const name of redirectedRequestId === undefined ? names : ['will-redirect']) this.emit(name, event, url);
    return !event.defaultPrevented;
  }

  private async open(options: WebContentsOptions): Promise<ChromiumPage> {
    // After the constructor's caller had its turn: the app sets its listeners, proxy and handlers first.
    await new Promise(setImmediate);
    const page = await openPage({ ...options, proxy: options.session.proxy });
    const { devtools } = page;
    page.onGone(() => this.gone());
    this.followLoading(devtools);
    await devtools.send('Page.enable');
    await this.frames.follow(devtools);
    await this.followPreload(devtools, options.preload);
    await guardRequests(devtools, this);
    await this.guardChildren(devtools);
    this.followPopups(page);
    await this.applySize(devtools);
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    const features = [{ name: 'prefers-color-scheme', value: colorScheme.now }];
    await devtools.send('Emulation.setEmulatedMedia', { features });
    return page;
  }

  private followLoading(devtools: DevToolsSession): void {
    devtools.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    devtools.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    devtools.on('Page.frameNavigated', (params) => {
      const { parentId, url } = params['frame'] as { parentId?: string; url: string };
      if (parentId === undefined) this.emit('did-navigate', {}, toApp(url), 200, 'OK');
    });
    devtools.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    devtools.on('Runtime.consoleAPICalled', (params) => this.emit('console-message', {}, params));
  }

  private async followPreload(devtools: DevToolsSession, preload: string | null): Promise<void> {
    const link = new PreloadLink(devtools, this.frames, {
      invoked: (channel, frameId, values) => invoke(channel, this.ipcEvent(frameId), values),
      sent: (channel, frameId, values) => void ipcMain.emit(channel, this.ipcEvent(frameId), ...values),
      pressed: (key) => keyListeners.forEach((listener) => listener(key, this.self)),
      contextMenu: (about) => void this.emit('context-menu', {}, { ...about, mediaType: 'none', editFlags: {} }),
    });
    await link.follow();
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(knownSchemes()) });
    const source = preloadWorldScript(preload);
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: preloadWorld });
    this.link = link;
  }

  private ipcEvent(frameId: string): object {
    const senderFrame = this.frames.get(frameId);
    const reply = (channel: string, ...values: unknown[]): void => this.send(channel, ...values);
    return { sender: this.self, senderFrame, processId: 1, frameId: senderFrame.routingId, type: 'frame', reply };
  }

  /** Frames in a process of their own, and workers, have requests of their own. */
  private async guardChildren(devtools: DevToolsSession): Promise<void> {
    const page = this.page;
    devtools.on('Target.attachedToTarget', (params) => {
      const { sessionId } = params as { sessionId: string };
      void page.then(async (owner) => {
        const child = owner.childSession(sessionId);
        await guardRequests(child, this).catch(() => undefined);
        await child.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
      });
    });
    await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** The app decides when it hears the address; the new page, which comes after, is closed unless it agreed. */
  private followPopups({ targetId, devtools }: ChromiumPage): void {
    let action = 'deny';
    devtools.on('Page.windowOpen', (params) => {
      const { url, windowName } = params as { url: string; windowName: string };
      action = this.openHandler?.({ url: toApp(url), frameName: windowName }).action ?? 'allow';
    });
    popupListeners.add((popup, opener) => {
      if (opener === targetId && action !== 'allow') closeTarget(popup);
    });
  }

  private gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    allContents.delete(this.id);
    this.emit('destroyed', {});
  }
}
