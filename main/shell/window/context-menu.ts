// The menu under the right mouse button: what the system does with text everywhere. Articles have menus of their own.

import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron';

/** Shows the menu where there is text to copy or to edit, else nothing. */
export function showContextMenu(window: BrowserWindow, about: ContextMenuParams): void {
  const items = contextMenuItems(about);
  if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
}

type Item = MenuItemConstructorOptions;
type About = Pick<ContextMenuParams, 'isEditable' | 'selectionText'>;

function contextMenuItems(about: About): Item[] {
  const edit: Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { type: 'separator' }, { role: 'selectAll' }];
  if (about.isEditable) return edit;
  return about.selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}
