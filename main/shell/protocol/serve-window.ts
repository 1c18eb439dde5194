// Answers `app://offprint/…` with the files of the built window.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { windowFileType } from './content-types.ts';
import { windowPolicy } from './policies.ts';

/** Names as the build makes them. No segment starts with a dot, so none leads out of the folder. */
const windowFile = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/**
 * The answer for one file of the window, `index.html` for the empty path; 404 for all else.
 * @param folder the built window (out/renderer)
 * @param path decoded, with `/`
 */
export async function serveWindowFile(folder: string, path: string): Promise<Response> {
  const name = path === '' ? 'index.html' : path;
  const bytes = windowFile.test(name) ? await readOrNull(join(folder, name)) : null;
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: {
      'content-type': windowFileType(name),
      'content-length': String(bytes.length),
      'content-security-policy': windowPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

async function readOrNull(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}
