// Answers `app://offprint/library/…`: the library's folder, read only, as far as library-files.ts lets it be seen.

import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { articlePolicy } from '../../../preload/contract/addresses.ts';
import { readByteRange, type ByteRange } from './byte-range.ts';
import { pageType, storedFileType } from './content-types.ts';
import { findLibraryFile, libraryFileKind, type LibraryFileKind } from './library-files.ts';
import { svgPolicy } from './policies.ts';

/**
 * The answer for a path inside the library: 200, 206 or 416, and 404 for all that is not served.
 * @param path decoded, with `/`
 * @param range the request's Range header
 */
export async function serveLibraryFile(library: string, path: string, range: string | null): Promise<Response> {
  const kind = libraryFileKind(path);
  const file = kind === null ? null : await findLibraryFile(library, path);
  if (kind === null || file === null) return new Response(null, { status: 404 });
  const handle = await open(file);
  const { size } = await handle.stat();
  return respond(handle, size, readByteRange(range, size), libraryHeaders(kind, path));
}

function libraryHeaders(kind: LibraryFileKind, path: string): Headers {
  const type = kind === 'page' ? pageType : storedFileType(path);
  return new Headers({
    'content-type': type,
    'content-security-policy': type === 'image/svg+xml' ? svgPolicy : articlePolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes',
    // A blob is named by its content; a page may be written anew (marked damaged, cleaned better).
    'cache-control': kind === 'blob' ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

async function respond(
  handle: FileHandle,
  size: number,
  range: ByteRange | 'unsatisfiable' | null,
  headers: Headers,
): Promise<Response> {
  if (range === 'unsatisfiable' || size === 0) {
    await handle.close();
    headers.set('content-length', '0');
    if (range === 'unsatisfiable') headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: range === 'unsatisfiable' ? 416 : 200, headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range !== null) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  // The stream closes the handle at its end.
  const body = Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream<Uint8Array>;
  return new Response(body, { status: range === null ? 200 : 206, headers });
}
