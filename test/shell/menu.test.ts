import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../preload/contract/messages/locale.ts';
import { menuTemplate } from '../../main/shell/menu/menu-template.ts';

type Item = MenuItemConstructorOptions;

const windowCommands = ['about', 'add-files', 'add-link', 'export', 'find', 'find-in-article', 'find-next', 'find-previous', 'keys', 'palette', 'redo', 'settings', 'undo'];
const articleCommands = ['archive', 'delete', 'next-article', 'previous-article', 'show-original', 'show-reader', 'toggle-read', 'toggle-star'];
const systems = ['darwin', 'win32', 'linux'] as const;
const languages = ['en', 'zh-CN'] as const;
const cases = systems.flatMap((platform) => languages.map((locale) => [platform, locale] as const));

function itemsOf(platform: NodeJS.Platform, locale: Locale, commands: string[] = []): readonly Item[] {
  const template = menuTemplate({ platform, locale, development: false, command: (command) => commands.push(command.do) });
  return template.flatMap((menu) => menu.submenu as readonly Item[]);
}

describe.each(cases)('the menus of %s in %s', (platform, locale) => {
  it('send every command of the window that needs no more than its name, once', () => {
    const commands: string[] = [];
    for (const item of itemsOf(platform, locale, commands)) item.click?.(null as never, undefined, null as never);
    expect(commands.sort()).toEqual([...windowCommands, ...articleCommands].sort());
  });

  it('give no accelerator twice', () => {
    const accelerators = itemsOf(platform, locale).flatMap((item) => item.accelerator ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  it('name every item', () => {
    const unnamed = itemsOf(platform, locale).filter((item) => item.type !== 'separator' && !item.label);
    expect(unnamed).toEqual([]);
  });
});

describe('the menu bar', () => {
  it('has letters to press where the system shows them', () => {
    const labels = (platform: NodeJS.Platform, locale: Locale) =>
      menuTemplate({ platform, locale, development: false, command: () => undefined }).map((menu) => menu.label);
    expect(labels('win32', 'en')).toEqual(['&File', '&Edit', '&Article', '&View', '&Help']);
    expect(labels('darwin', 'en')).toEqual(['Offprint', 'File', 'Edit', 'Article', 'View', 'Window']);
    expect(labels('darwin', 'zh-CN')).toEqual(['Offprint', '文件', '编辑', '文章', '显示', '窗口']);
    expect(labels('linux', 'zh-CN')[0]).toBe('文件(&F)');
  });
});
