// Hands an address to the system's browser or mail program: three schemes, parsed, never by pattern.

import { shell } from 'electron';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** `bad-input` for anything that is not an http, https or mailto address. */
export async function openExternal(address: string): Promise<Result<null>> {
  const url = URL.parse(address);
  if (url === null || !schemes.has(url.protocol)) return fail('bad-input', address);
  await shell.openExternal(url.href);
  return ok(null);
}
