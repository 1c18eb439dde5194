// What the app asks of the desktop around it: other programs, the clipboard, the theme, the screen.

import { EventEmitter } from 'node:events';
import { screenArea } from './browser-window.ts';
import { settings } from './settings.ts';
import { strict } from './strict.ts';
import { allContents, colorScheme } from './web-contents.ts';

/** What was handed to other programs, oldest first: nothing is opened. */
export const handedOver: { readonly what: 'address' | 'path' | 'folder'; readonly value: string }[] = [];

export const shell = strict('shell', {
  openExternal: (value: string): Promise<void> => {
    handedOver.push({ what: 'address', value });
    return Promise.resolve();
  },
  openPath: (value: string): Promise<string> => {
    handedOver.push({ what: 'path', value });
    return Promise.resolve('');
  },
  showItemInFolder: (value: string): void => void handedOver.push({ what: 'folder', value }),
  beep: (): void => undefined,
});

const board = { text: '', html: '' };

export const clipboard = strict('clipboard', {
  readText: () => Promise.resolve(board.text),
  writeText: (text: string) => {
    board.text = text;
    board.html = '';
    return Promise.resolve();
  },
  readHTML: () => Promise.resolve(board.html),
  write: (data: { readonly text?: string; readonly html?: string }) => {
    board.text = data.text ?? '';
    board.html = data.html ?? '';
    return Promise.resolve();
  },
  clear: () => clipboard.writeText(''),
});

type Theme = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  private source: Theme = 'system';
  private system: 'light' | 'dark' = settings.systemTheme;
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;

  get themeSource(): Theme {
    return this.source;
  }

  set themeSource(source: Theme) {
    this.source = source;
    this.apply();
  }

  get shouldUseDarkColors(): boolean {
    return (this.source === 'system' ? this.system : this.source) === 'dark';
  }

  /** The user's desktop turns dark, or light. */
  setSystem(theme: 'light' | 'dark'): void {
    this.system = theme;
    this.apply();
  }

  apply(): void {
    const before = colorScheme.now;
    colorScheme.now = this.shouldUseDarkColors ? 'dark' : 'light';
    // Fails only for pages that have gone.
    for (const contents of allContents.values()) contents.applyColorScheme().catch(() => undefined);
    if (before !== colorScheme.now) this.emit('updated');
  }
}

const theme = new NativeTheme();
theme.apply();
export const nativeTheme = strict('nativeTheme', theme);

const display = { id: 1, bounds: screenArea, workArea: screenArea, size: screenArea, workAreaSize: screenArea, scaleFactor: 1 };

export const screen = strict('screen', Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
}));

export const powerMonitor = strict('powerMonitor', Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0, isOnBatteryPower: () => false }));

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return false;
  }

  show(): void {
    // Nobody would see it.
  }

  close(): void {
    // As above.
  }
}

const emptyImage = strict('nativeImage', {
  isEmpty: () => true,
  toPNG: () => Buffer.alloc(0),
  toDataURL: () => 'data:image/png;base64,',
  getSize: () => ({ width: 0, height: 0 }),
  resize: (): object => emptyImage,
});

export const nativeImage = strict('nativeImage', {
  createEmpty: () => emptyImage,
  createFromPath: () => emptyImage,
  createFromBuffer: () => emptyImage,
  createFromDataURL: () => emptyImage,
});
