// Where an export goes: found, tried before the work begins, and written whole or not at all.

import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import type { ExportRequest } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { FilesPort } from '../model/ports.ts';
import type { Publication } from '../publish/material.ts';

/** How long a file that another program holds open is waited for, in milliseconds: a user waits too. */
const patienceMs = 4_000;

export type Target = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'folder'; readonly path: string };

/**
 * One file, or a folder for several; one article goes into a folder too, where one is there. Tries to write there, so that
 * nothing is printed in vain. Failures: `read-only`, `disk-full`, `bad-input` (a file where a folder must be), `not-found`.
 */
export async function openTarget(files: FilesPort, { path, ids }: Pick<ExportRequest, 'path' | 'ids'>, isOneFile: boolean): Promise<Result<Target>> {
  const there = await files.stat(path);
  const intoFolder = there?.kind === 'folder' || (!isOneFile && ids.length > 1);
  if (intoFolder && there !== null && there.kind !== 'folder') return fail('bad-input', path, 'a file, where a folder must be');
  if (there?.readOnly === true && !intoFolder) return fail('read-only', path, 'write-protected');
  try {
    const folder = intoFolder ? path : dirname(path);
    const had = (await files.stat(folder)) !== null;
    await files.makeFolder(folder);
    const trial = join(folder, `.${randomUUID()}.tmp`);
    await files.writeNew(trial, Buffer.alloc(1)).finally(() => files.remove(trial).catch(() => undefined));
    // Made again when there is something to put in it.
    if (!had) await files.remove(folder);
    return ok({ kind: intoFolder ? 'folder' : 'file', path });
  } catch (error) {
    return { ok: false, failure: storageFailure(error, path) };
  }
}

/** The file that was named, or a free name in the folder. */
export async function fileIn(files: FilesPort, target: Target, name: string): Promise<string> {
  if (target.kind === 'file') return target.path;
  const ending = extname(name);
  for (let number = 1; ; number += 1) {
    const path = join(target.path, number === 1 ? name : `${basename(name, ending)} ${number}${ending}`);
    if ((await files.stat(path)) === null) return path;
  }
}

/**
 * The files beside it first, so that what opens is whole; each by a temporary file of its own. What was written before a
 * failure goes again. Failures: those of `openTarget`, and `in-use` (another program has the file open).
 */
export async function writePublication(files: FilesPort, path: string, publication: Publication): Promise<Result<null>> {
  const written: string[] = [];
  const folders = new Set<string>();
  const parts = [
    ...publication.beside.map((file) => ({ to: join(dirname(path), ...file.path.split('/')), bytes: file.bytes })),
    { to: path, bytes: publication.bytes },
  ];
  const made = async (): Promise<Result<null>> => {
    for (const { to, bytes } of parts) {
      const isNew = (await files.stat(to)) === null;
      if ((await files.stat(dirname(to))) === null) folders.add(dirname(to));
      const replaced = await replaceFile(files, to, bytes);
      if (!replaced.ok) return replaced;
      if (isNew) written.push(to);
    }
    return ok(null);
  };
  const done = await made().catch((error: unknown): Result<null> => ({ ok: false, failure: storageFailure(error, path) }));
  if (!done.ok) await takeBack(files, written, folders);
  return done;
}

async function replaceFile(files: FilesPort, path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  let isWritten = false;
  try {
    await files.makeFolder(dirname(path));
    await files.writeNew(temporary, bytes);
    isWritten = true;
    await files.rename(temporary, path, patienceMs);
    return ok(null);
  } catch (error) {
    // What cannot be tidied up changes nothing about what went wrong.
    await files.remove(temporary).catch(() => undefined);
    // The folder takes files, and still this one cannot be replaced: somebody holds it.
    if (isWritten && isHeld(error)) return fail('in-use', path, error.code);
    return { ok: false, failure: storageFailure(error, path) };
  }
}

function isHeld(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(error.code);
}

/** Folders only those that were made for it, and only empty. What cannot be tidied up changes nothing about what went wrong. */
async function takeBack(files: FilesPort, written: readonly string[], folders: ReadonlySet<string>): Promise<void> {
  try {
    for (const path of written) await files.remove(path);
    for (const folder of folders) if ((await files.stat(folder)) !== null && (await files.list(folder)).length === 0) await files.remove(folder);
  } catch {
    return;
  }
}
