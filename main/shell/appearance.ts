// The parts of the settings that the main process itself shows: theme, language, menu bar.

import { app, Menu, nativeTheme } from 'electron';
import type { WindowCommand } from '../../preload/contract/events.ts';
import { localeFor, type Locale } from '../../preload/contract/messages/locale.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import { menuTemplate } from './menu/menu-template.ts';

/** The language of menus and dialogs: the setting, else the system's. */
export function localeOf(settings: Settings): Locale {
  return settings.locale ?? localeFor(app.getLocale());
}

/** Shows the settings; called at start and after each change. */
export function showSettings(settings: Settings, command: (command: WindowCommand) => void): void {
  nativeTheme.themeSource = settings.appearance;
  const parts = { platform: process.platform, locale: localeOf(settings), development: !app.isPackaged, command };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}
