// The menu bar as data. What an item does is a command to the window; text editing and windows are the system's roles.

import type { MenuItemConstructorOptions } from 'electron';
import type { WindowCommand } from '../../../preload/contract/events.ts';
import type { Locale } from '../../../preload/contract/messages/locale.ts';
import { menu, type MenuKey } from '../../../preload/contract/messages/menu.ts';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly locale: Locale;
  /** Shows what only developers need. */
  readonly development: boolean;
  readonly command: (command: WindowCommand) => void;
}

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;
/** Commands that need nothing more than their name. */
type PlainCommand = Exclude<WindowCommand['do'], 'confirm-save' | 'save-inputs'>;

/** The menu bar for one system and language. */
export function menuTemplate(parts: MenuParts): Item[] {
  const mac = parts.platform === 'darwin';
  const write = new MenuWriter(parts);
  return [
    ...(mac ? [macAppMenu(write)] : []),
    fileMenu(write, mac),
    editMenu(write),
    articleMenu(write),
    viewMenu(write, parts),
    ...(mac ? [macWindowMenu(write)] : [helpMenu(write)]),
  ];
}

/** Writes items in one language. */
class MenuWriter {
  readonly #parts: MenuParts;

  constructor(parts: MenuParts) {
    this.#parts = parts;
  }

  label(key: MenuKey): string {
    const label = menu[this.#parts.locale][key];
    if (this.#parts.platform !== 'darwin') return label;
    // macOS has no letters to press in menus.
    return label.replace(/\(&\w\)/, '').replace('&', '');
  }

  submenu(key: MenuKey, items: Item[]): Item {
    return { id: key, label: this.label(key), submenu: items };
  }

  command(key: MenuKey, name: PlainCommand, accelerator?: string): Item {
    const item = { id: name, label: this.label(key), click: () => this.#parts.command({ do: name }) };
    return accelerator === undefined ? item : { ...item, accelerator };
  }

  role(key: MenuKey, role: Role): Item {
    return { role, label: this.label(key) };
  }
}

const line: Item = { type: 'separator' };

function macAppMenu(write: MenuWriter): Item {
  return {
    id: 'app',
    label: 'Offprint',
    submenu: [
      write.command('about', 'about'),
      line,
      write.command('settings', 'settings', 'Command+,'),
      line,
      write.role('services', 'services'),
      line,
      write.role('hide', 'hide'),
      write.role('hideOthers', 'hideOthers'),
      write.role('showAll', 'unhide'),
      line,
      write.role('quit', 'quit'),
    ],
  };
}

function fileMenu(write: MenuWriter, mac: boolean): Item {
  const ofMac = [write.role('close', 'close')];
  const ofOthers = [write.command('settings', 'settings', 'Ctrl+,'), line, write.role('quit', 'quit')];
  return write.submenu('file', [
    write.command('addLink', 'add-link', 'CmdOrCtrl+N'),
    write.command('addFiles', 'add-files', 'CmdOrCtrl+O'),
    line,
    write.command('export', 'export', 'CmdOrCtrl+Shift+E'),
    line,
    ...(mac ? ofMac : ofOthers),
  ]);
}

function editMenu(write: MenuWriter): Item {
  return write.submenu('edit', [
    // The window undoes typing in a field, else the last thing done to an article.
    write.command('undo', 'undo', 'CmdOrCtrl+Z'),
    write.command('redo', 'redo', 'CmdOrCtrl+Shift+Z'),
    line,
    write.role('cut', 'cut'),
    write.role('copy', 'copy'),
    write.role('paste', 'paste'),
    write.role('selectAll', 'selectAll'),
    line,
    write.command('findInArticle', 'find-in-article', 'CmdOrCtrl+F'),
    write.command('findNext', 'find-next', 'CmdOrCtrl+G'),
    write.command('findPrevious', 'find-previous', 'CmdOrCtrl+Shift+G'),
    line,
    write.command('find', 'find', 'CmdOrCtrl+Shift+F'),
  ]);
}

function articleMenu(write: MenuWriter): Item {
  return write.submenu('article', [
    write.command('toggleStar', 'toggle-star', 'CmdOrCtrl+D'),
    write.command('toggleRead', 'toggle-read', 'CmdOrCtrl+Shift+U'),
    write.command('archive', 'archive', 'CmdOrCtrl+Shift+A'),
    line,
    // No accelerators: J and K are letters while something is written.
    write.command('nextArticle', 'next-article'),
    write.command('previousArticle', 'previous-article'),
    line,
    // No accelerator: the Delete key belongs to the list, and must stay free for fields.
    write.command('delete', 'delete'),
  ]);
}

function viewMenu(write: MenuWriter, { platform, development }: MenuParts): Item {
  return write.submenu('view', [
    write.command('showReader', 'show-reader', 'CmdOrCtrl+1'),
    write.command('showOriginal', 'show-original', 'CmdOrCtrl+2'),
    line,
    write.role('actualSize', 'resetZoom'),
    write.role('zoomIn', 'zoomIn'),
    write.role('zoomOut', 'zoomOut'),
    line,
    { ...write.role('fullScreen', 'togglefullscreen'), accelerator: platform === 'darwin' ? 'Ctrl+Command+F' : 'F11' },
    line,
    write.command('palette', 'palette', 'CmdOrCtrl+K'),
    write.command('keys', 'keys'),
    ...(development ? [line, write.role('developerTools', 'toggleDevTools')] : []),
  ]);
}

function macWindowMenu(write: MenuWriter): Item {
  const size = [write.role('minimize', 'minimize'), write.role('zoomWindow', 'zoom')];
  return { ...write.submenu('window', [...size, line, write.role('front', 'front')]), role: 'windowMenu' };
}

function helpMenu(write: MenuWriter): Item {
  return write.submenu('help', [write.command('about', 'about')]);
}
