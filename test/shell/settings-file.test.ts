// What the app remembers, in a real file.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../preload/contract/settings.ts';
import { openSettingsFile } from '../../main/shell/settings-file.ts';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-settings-'));
  path = join(folder, 'data', 'settings.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the settings file', () => {
  it('stands for the defaults where there is none', async () => {
    const file = await openSettingsFile(path);
    expect(file.settings()).toEqual(defaultSettings);
    expect([file.library(), file.window()]).toEqual([null, null]);
  });

  it('remembers each thing without losing the others', async () => {
    const place = { bounds: { x: 1, y: 2, width: 900, height: 700 }, maximized: true };
    const file = await openSettingsFile(path);
    await Promise.all([file.change({ readerSize: 20 }), file.rememberLibrary('/库'), file.rememberWindow(place)]);
    const again = await openSettingsFile(path);
    expect(again.settings()).toEqual({ ...defaultSettings, readerSize: 20 });
    expect([again.library(), again.window()]).toEqual(['/库', place]);
  });

  it.each(['', '{"settings":', '[]', 'null', '"x"'])('stands for the defaults where it holds %j', async (text) => {
    await openSettingsFile(path);
    await writeFile(path, text);
    const file = await openSettingsFile(path);
    expect(file.settings()).toEqual(defaultSettings);
    await file.change({ appearance: 'dark' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ settings: { appearance: 'dark' } });
  });

  it('replaces only the value that does not hold', async () => {
    await openSettingsFile(path);
    const settings = { appearance: 'pink', readerSize: 20, proxy: 7, locale: 'zh-CN' };
    await writeFile(path, JSON.stringify({ settings, library: 5, window: { bounds: {}, maximized: 1 } }));
    const file = await openSettingsFile(path);
    expect(file.settings()).toEqual({ ...defaultSettings, readerSize: 20, locale: 'zh-CN' });
    expect([file.library(), file.window()]).toEqual([null, null]);
  });
});
