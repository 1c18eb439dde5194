// Which files of the library the window may load: stored pictures and styles, and the two pages of a capture.
// Patterns are anchored and matched on the decoded path; a symbolic link anywhere below the library is refused.

import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

const blob = /^blobs\/([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]{1,8}$/;
const capturePage = /^articles\/\d{4}\/[\w-]{1,64}\/captures\/[\w-]{1,64}\/(?:reader|original)\.html$/;

export type LibraryFileKind = 'blob' | 'page';

/** What a path inside the library is, or null for what is not served. The path is decoded, with `/`. */
export function libraryFileKind(path: string): LibraryFileKind | null {
  if (blob.test(path)) return 'blob';
  return capturePage.test(path) ? 'page' : null;
}

/**
 * The absolute path of a file in the library, or null where there is none, or where a link leads elsewhere.
 * @param path one that `libraryFileKind` knows
 */
export async function findLibraryFile(library: string, path: string): Promise<string | null> {
  try {
    const root = await realpath(library);
    const asked = join(root, ...path.split('/'));
    const real = await realpath(asked);
    // Equal, not merely inside: no link is followed, and on case-blind disks no other spelling is served.
    return real === asked && real.startsWith(root + sep) ? real : null;
  } catch {
    return null;
  }
}
