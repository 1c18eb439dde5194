// Electron's `Menu` and `MenuItem`: a tree that a test (or a shortcut) presses.

import { matchesAccelerator } from './accelerator.ts';
import { openWindows, BrowserWindow } from './browser-window.ts';
import { lifecycle } from './lifecycle.ts';
import type { PressedKey } from './preload-link.ts';
import { strict } from './strict.ts';

export interface ItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly ItemOptions[] | Menu;
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
}

export class MenuItem {
  readonly id: string;
  label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | null;
  readonly click: (window?: BrowserWindow) => void;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: ItemOptions) {
    const { id = '', label = '', role, accelerator, submenu, enabled = true, visible = true, checked = false } = options;
    this.id = id;
    this.label = label;
    this.role = role;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = accelerator;
    this.submenu = submenu === undefined || submenu instanceof Menu ? (submenu ?? null) : Menu.buildFromTemplate(submenu);
    this.enabled = enabled;
    this.visible = visible;
    this.checked = checked;
    this.click = (window) => (options.click === undefined ? playRole(role) : options.click(this, window, {}));
  }
}

export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    menus.application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return menus.application;
  }

  append(item: MenuItem): void {
    this.items.push(strict('MenuItem', item));
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, strict('MenuItem', item));
  }

  getMenuItemById(id: string): MenuItem | null {
    return allItems(this).find((item) => item.id === id) ?? null;
  }

  popup(): void {
    menus.context = this;
  }

  closePopup(): void {
    menus.context = null;
  }
}

/** The menus that can be pressed now. */
export const menus: { application: Menu | null; context: Menu | null } = { application: null, context: null };

function allItems(menu: Menu): MenuItem[] {
  return menu.items.flatMap((item) => [item, ...(item.submenu === null ? [] : allItems(item.submenu))]);
}

/** What the system does for an item without a click of its own. Text roles are Chromium's. */
function playRole(role: string | undefined): void {
  const name = role?.toLowerCase();
  const window = BrowserWindow.getFocusedWindow();
  if (name === 'quit') lifecycle.quit();
  else if (name === 'close') window?.close();
  else if (name === 'minimize') window?.minimize();
  else if (name === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen());
  else if (name === 'reload' || name === 'forcereload') window?.webContents.reload();
}

/** Presses the item under these labels (`&` and the dots at the end do not matter). Throws where there is none. */
export function pressItem(menu: Menu | null, labels: readonly string[]): void {
  let items = menu?.items ?? [];
  for (const [depth, label] of labels.entries()) {
    const item = items.find((candidate) => plain(candidate.label) === plain(label));
    if (item === undefined) throw new Error(`no menu item "${label}" among ${items.map((each) => each.label).join(', ')}`);
    if (depth === labels.length - 1) return pressOne(item);
    items = item.submenu?.items ?? [];
  }
}

/** Presses the first item of the application's menu with this shortcut; false where there is none. */
export function pressShortcut(key: PressedKey): boolean {
  const items = menus.application === null ? [] : allItems(menus.application);
  const item = items.find(({ accelerator }) => accelerator !== undefined && matchesAccelerator(accelerator, key));
  if (item === undefined || !item.enabled) return false;
  pressOne(item);
  return true;
}

function pressOne(item: MenuItem): void {
  if (!item.enabled) throw new Error(`the menu item "${item.label}" is disabled`);
  if (item.type === 'checkbox') item.checked = !item.checked;
  if (item.type === 'radio') item.checked = true;
  item.click([...openWindows].findLast((window) => window.isVisible()));
}

function plain(label: string): string {
  return label.replaceAll('&', '').replace(/(?:…|\.\.\.)$/, '').trim();
}

export interface MenuView {
  readonly label: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly items: readonly MenuView[];
}

/** The menu as data, without separators. */
export function viewMenu(menu: Menu | null): readonly MenuView[] {
  const items = (menu?.items ?? []).filter((item) => item.type !== 'separator' && item.visible);
  return items.map(({ label, role, accelerator, enabled, checked, submenu }) => {
    return { label, role: role ?? null, accelerator: accelerator ?? null, enabled, checked, items: viewMenu(submenu) };
  });
}
