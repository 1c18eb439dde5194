// What stands in `lock.json`.

import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

export interface LockDocument {
  readonly host: string;
  readonly pid: number;
  /** Random, new for every taking: tells a holder's lock from any other's. Empty in a lock that names none. */
  readonly token: string;
  readonly startedAt: string;
  readonly heartbeatAt: string;
  /** Where the library lies, as its holder's system names it; empty in a lock of before. A lock that was copied along says another place. */
  readonly place: string;
}

/** @param place see there */
export function newLock(place: string): LockDocument {
  const now = new Date().toISOString();
  return { host: hostname(), pid: process.pid, token: randomUUID(), startedAt: now, heartbeatAt: now, place };
}

export function lockBytes(lock: LockDocument): Uint8Array {
  return Buffer.from(`${JSON.stringify(lock, null, 2)}\n`);
}

/** Null for what does not name a holder. Times may be missing: such a lock counts as old. */
export function parseLock(bytes: Uint8Array): LockDocument | null {
  const fields = parseObject(bytes);
  const { host, pid } = fields;
  if (typeof host !== 'string' || typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return null;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { host, pid, token: text(fields['token']), startedAt: text(fields['startedAt']), heartbeatAt: text(fields['heartbeatAt']), place: text(fields['place']) };
}

function parseObject(bytes: Uint8Array): { readonly [field: string]: unknown } {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // Cut short by a crash, or being written.
    return {};
  }
}

/** The folder of a lock, by whatever links it was reached. */
export function placeOf(path: string): string {
  try {
    return realpathSync.native(dirname(path));
  } catch {
    // Not there, or not to be looked at: then nothing can be said.
    return '';
  }
}
