// Where the app stands: its environment, the user's settings, the open library.

import type { EnvironmentView, LibraryView } from '../../preload/contract/calls.ts';
import { localeFor, type Locale } from '../../preload/contract/messages/locale.ts';
import { defaultSettings, type Settings } from '../../preload/contract/settings.ts';
import { createStore } from '../lib/store.ts';

export interface Session {
  /** Null until the main side has answered for the first time. */
  readonly environment: EnvironmentView | null;
  readonly library: LibraryView | null;
  readonly settings: Settings;
}

export const session = createStore<Session>({ environment: null, library: null, settings: defaultSettings });

/** The language the user chose, else the system's, as far as the app speaks it. */
export function localeOf({ environment, settings }: Session): Locale {
  return settings.locale ?? localeFor(environment?.locale ?? navigator.language);
}

export function platformOf({ environment }: Session): 'darwin' | 'win32' | 'linux' {
  return environment?.platform ?? 'linux';
}
