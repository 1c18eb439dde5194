// The user's settings and the library's folder.

import type { Settings } from '../../preload/contract/settings.ts';
import { session } from '../state/session.ts';
import { ask, askAloud } from './ask.ts';
import { reopenSession } from './session.ts';

export async function refreshSettings(): Promise<void> {
  const answer = await ask('settings', {});
  if (answer.ok) session.change({ settings: answer.value });
}

/** Shown at once, and put right by the answer. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  session.change({ settings: { ...session.get().settings, ...change } });
  const answer = await askAloud('setSettings', { change });
  if (answer.ok) session.change({ settings: answer.value });
  else await refreshSettings();
}

/** Lets the user choose a folder and opens the library in it. */
export async function chooseLibrary(): Promise<void> {
  const chosen = await askAloud('chooseLibrary', {});
  if (chosen.ok && chosen.value !== null) await openLibrary(chosen.value);
}

export async function openLibrary(path: string): Promise<void> {
  const opened = await askAloud('openLibrary', { path });
  if (opened.ok) await reopenSession();
}
