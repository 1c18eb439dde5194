// From Node's file errors to what a user can do about them.

import type { Failure, FailureKind } from '../../../preload/contract/result.ts';

const kinds: Readonly<Record<string, FailureKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOTDIR: 'bad-input',
  EEXIST: 'bad-input',
  ENOENT: 'not-found',
  ENAMETOOLONG: 'bad-input',
  EIO: 'damaged',
  EMFILE: 'busy',
  ENFILE: 'busy',
  EBUSY: 'busy',
};

/** @param path what was being done, where the error does not say. An error that is not the file system's is thrown on. */
export function storageFailure(error: unknown, path: string): Failure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  const kind = code === null ? undefined : kinds[code];
  if (kind === undefined || code === null) throw error;
  return { kind, about: path, detail: code };
}
