// Electron's `BrowserWindow`: its state is kept here, its page is drawn by Chromium.

import { EventEmitter } from 'node:events';
import { makeEvent } from './events.ts';
import { session as sessions, type Session } from './session.ts';
import { settings } from './settings.ts';
import { strict } from './strict.ts';
import { pageListeners, WebContents } from './web-contents.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: { readonly session?: Session; readonly partition?: string; readonly preload?: string };
}

/** Every window that was ever made, hidden ones too, with what the app asked for: for tests of what it is careful about. */
export const madeWindows: { readonly webPreferences: NonNullable<WindowOptions['webPreferences']>; readonly contents: WebContents }[] = [];

export const openWindows = new Set<BrowserWindow>();
export const windowsClosed = { listener: (): void => undefined };
let lastId = 0;

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  private bounds: Rectangle;
  private normal: Rectangle;
  private state: 'normal' | 'maximized' | 'minimized' | 'full-screen' = 'normal';
  private title: string;
  private visible: boolean;
  private destroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    this.id = ++lastId;
    const { x = 0, y = 0, width = 800, height = 600, show = true, title = '', webPreferences = {} } = options;
    this.bounds = { x, y, width, height };
    this.normal = this.bounds;
    this.title = title;
    this.visible = show;
    const session = webPreferences.session ?? sessions.fromPartition(webPreferences.partition ?? '');
    const preload = webPreferences.preload ?? null;
    this.webContents = new WebContents({ session, preload, width, height });
    this.webContents.once('dom-ready', () => this.emit('ready-to-show', {}));
    this.webContents.once('destroyed', () => this.finish());
    const self = strict('BrowserWindow', this);
    madeWindows.push({ webPreferences, contents: this.webContents });
    openWindows.add(self);
    pageListeners.forEach((listener) => listener(this.webContents));
    return self;
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...openWindows].findLast((window) => window.visible) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...openWindows].find((window) => window.webContents === contents) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return [...openWindows].find((window) => window.id === id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    if (this.visible) return;
    this.visible = true;
    this.emit('show', {});
    this.emit('focus', {});
  }

  showInactive(): void {
    this.visible = true;
    this.emit('show', {});
  }

  hide(): void {
    this.visible = false;
    this.emit('hide', {});
  }

  focus(): void {
    this.emit('focus', {});
  }

  blur(): void {
    this.emit('blur', {});
  }

  /** Asks first, as the user's close button does. */
  close(): void {
    const event = makeEvent({});
    if (!this.destroyed) this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.webContents.close();
    this.finish();
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isVisible(): boolean {
    return this.visible;
  }

  isFocused(): boolean {
    return this.visible && !this.destroyed;
  }

  getBounds(): Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Rectangle {
    return { ...this.normal };
  }

  getContentSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }

  setBounds(change: Partial<Rectangle>): void {
    this.place({ ...this.bounds, ...change });
    if (this.state === 'normal') this.normal = this.bounds;
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  maximize(): void {
    this.change('maximized', 'maximize', screenArea);
  }

  unmaximize(): void {
    if (this.state === 'maximized') this.change('normal', 'unmaximize', this.normal);
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  minimize(): void {
    this.change('minimized', 'minimize', this.bounds);
  }

  restore(): void {
    this.change('normal', 'restore', this.normal);
  }

  isFullScreen(): boolean {
    return this.state === 'full-screen';
  }

  setFullScreen(full: boolean): void {
    if (full) this.change('full-screen', 'enter-full-screen', screenArea);
    else if (this.isFullScreen()) this.change('normal', 'leave-full-screen', this.normal);
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setMenu(): void {
    // The application's menu is pressed by the test.
  }

  setMenuBarVisibility(): void {
    // As above.
  }

  setBackgroundColor(): void {
    // Seen only before the page paints.
  }

  setRepresentedFilename(): void {
    // Only macOS shows it.
  }

  setDocumentEdited(): void {
    // Only macOS shows it.
  }

  setProgressBar(): void {
    // The taskbar's.
  }

  moveTop(): void {
    // There is one window.
  }

  private change(state: 'normal' | 'maximized' | 'minimized' | 'full-screen', event: string, bounds: Rectangle): void {
    if (this.state === 'normal') this.normal = this.bounds;
    this.state = state;
    this.place(bounds);
    this.emit(event, {});
  }

  private place(bounds: Rectangle): void {
    this.bounds = bounds;
    // Fails only where the page has gone.
    this.webContents.resize(bounds.width, bounds.height).catch(() => undefined);
    this.emit('resize', {});
    this.emit('move', {});
  }

  private finish(): void {
    if (this.destroyed) return;
    // The user closed Chromium's own window: nobody was asked.
    if (!settings.headless) this.emit('close', makeEvent({}));
    this.destroyed = true;
    for (const window of openWindows) if (window.id === this.id) openWindows.delete(window);
    this.emit('closed', {});
    if (openWindows.size === 0) windowsClosed.listener();
  }
}

/** The one screen that there is. */
export const screenArea: Rectangle = { x: 0, y: 0, width: 1600, height: 1000 };
