// What keeps Electron from starting on a Linux, known before it ends with a crash report.

import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StartKey } from '../preload/contract/messages/start.ts';

export interface Obstacle {
  readonly key: Extract<StartKey, 'isRoot' | 'noSandbox'>;
  readonly values: Readonly<Record<string, string>>;
}

/** @param electron the binary's path */
export function obstacleTo(electron: string): Obstacle | null {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return { key: 'isRoot', values: {} };
  const helper = join(dirname(electron), 'chrome-sandbox');
  if (namespacesAreAllowed() || isOwnedByRoot(helper)) return null;
  return { key: 'noSandbox', values: { helper } };
}

/** Chromium's sandbox needs user namespaces; some systems keep them from programs they do not know. */
function namespacesAreAllowed(): boolean {
  return (
    readSwitch('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    readSwitch('/proc/sys/kernel/unprivileged_userns_clone') !== '0'
  );
}

function isOwnedByRoot(helper: string): boolean {
  const found = statSync(helper, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}

function readSwitch(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
