// What the app remembers between runs: the user's settings, the library that was open last, the window's place.
// One lowdb document in the user's data folder. A value that does not hold is replaced by its default, alone.

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import * as v from 'valibot';
import { settingChecks } from '../../preload/contract/check-parts.ts';
import { defaultSettings, type Settings } from '../../preload/contract/settings.ts';
import { windowPlaceCheck, type WindowPlace } from './window/window-place.ts';

interface Remembered {
  settings: Settings;
  /** Absolute, or null before the first start. */
  library: string | null;
  window: WindowPlace | null;
}

export interface SettingsFile {
  readonly settings: () => Settings;
  readonly library: () => string | null;
  readonly window: () => WindowPlace | null;
  /** Resolves when it is on disk. */
  readonly change: (change: Partial<Settings>) => Promise<Settings>;
  readonly rememberLibrary: (path: string) => Promise<void>;
  readonly rememberWindow: (place: WindowPlace) => Promise<void>;
  /** Resolves when all that was remembered so far is on disk, or could not be written. */
  readonly written: () => Promise<void>;
}

/** Reads the file; one that is not there or cannot be read stands for the defaults. */
export async function openSettingsFile(path: string): Promise<SettingsFile> {
  await mkdir(dirname(path), { recursive: true });
  // The adapter writes to a temporary file and renames it, one write at a time.
  const file = new Low<unknown>(new JSONFile(path), {});
  await file.read().catch(() => {
    file.data = {};
  });
  const remembered = readRemembered(file.data);
  let lastWrite = Promise.resolve();
  async function save(): Promise<void> {
    file.data = remembered;
    lastWrite = file.write();
    await lastWrite;
  }
  return {
    settings: () => remembered.settings,
    library: () => remembered.library,
    window: () => remembered.window,
    async change(change) {
      remembered.settings = { ...remembered.settings, ...change };
      await save();
      return remembered.settings;
    },
    async rememberLibrary(library) {
      remembered.library = library;
      await save();
    },
    async rememberWindow(place) {
      remembered.window = place;
      await save();
    },
    written: () => lastWrite.catch(() => undefined),
  };
}

function readRemembered(data: unknown): Remembered {
  const fields = isRecord(data) ? data : {};
  const settings = isRecord(fields['settings']) ? fields['settings'] : {};
  return {
    settings: readSettings(settings),
    library: v.parse(v.fallback(v.nullable(v.string()), null), fields['library']),
    window: v.parse(v.fallback(v.nullable(windowPlaceCheck), null), fields['window']),
  };
}

function readSettings(fields: Readonly<Record<string, unknown>>): Settings {
  return {
    appearance: read('appearance', fields),
    locale: read('locale', fields),
    proxy: read('proxy', fields),
    readerSize: read('readerSize', fields),
    readerWidth: read('readerWidth', fields),
    readerFont: read('readerFont', fields),
    readerHan: read('readerHan', fields),
    readerPaper: read('readerPaper', fields),
    print: read('print', fields),
    pages: read('pages', fields),
    recentSearches: read('recentSearches', fields),
    mediaMb: read('mediaMb', fields),
    wayback: read('wayback', fields),
  };
}

function read<K extends keyof Settings>(name: K, fields: Readonly<Record<string, unknown>>): Settings[K] {
  const check: v.GenericSchema<unknown, Settings[K]> = settingChecks[name];
  const checked = v.safeParse(check, fields[name]);
  return checked.success ? checked.output : defaultSettings[name];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
