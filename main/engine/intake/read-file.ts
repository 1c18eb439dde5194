// From a file on disk to a page or a link, by its form. One file here for each form; the table below names them.

import { basename, dirname, extname } from 'node:path';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { FilesPort } from '../model/ports.ts';
import type { RawPage } from '../model/raw-page.ts';
import { readLinkFile } from './link-file.ts';
import { readMarkdown } from './markdown.ts';
import { readSavedPage } from './saved-page.ts';

/** Bytes: a page that is larger is no article. */
const largest = 50_000_000;

export interface LocalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The address that relative links stand against, as the user gave it, or null. */
  readonly givenBase: string | null;
}

export type Intake = { readonly kind: 'page'; readonly page: RawPage } | { readonly kind: 'link'; readonly url: string };
type Read = (file: LocalFile) => Result<Intake>;

const forms: Readonly<Record<string, Read>> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readSavedPage,
  '.htm': readSavedPage,
  '.xhtml': readSavedPage,
  '.url': readLinkFile,
  '.webloc': readLinkFile,
  '.desktop': readLinkFile,
};

export interface FileIntake {
  readonly intake: Intake;
  /** The folder that the file lies in. */
  readonly folder: string;
}

/** Failures: `not-found`, `bad-input` (a folder, an empty file), `unsupported` (another form), `too-large`. */
export async function readFile(files: FilesPort, path: string, givenBase: string | null): Promise<Result<FileIntake>> {
  const stat = await files.stat(path);
  if (stat === null) return fail('not-found', path, 'no such file');
  if (stat.kind === 'folder') return fail('bad-input', path, 'a folder');
  if (stat.kind === 'other') return fail('bad-input', path, 'not a plain file');
  const read = forms[extname(path).toLowerCase()];
  if (read === undefined) return fail('unsupported', path, `files ending in "${extname(path)}"`);
  if (stat.bytes === 0) return fail('bad-input', path, 'the file is empty');
  if (stat.bytes > largest) return fail('too-large', path, `${Math.round(stat.bytes / 1e6)} MB`);
  const bytes = await files.read(path);
  if (bytes === null) return fail('not-found', path, 'no such file');
  const intake = read({ name: basename(path), bytes, givenBase });
  return intake.ok ? ok({ intake: intake.value, folder: dirname(path) }) : intake;
}

/** A stored source read again, by the name that it has in its capture. */
export function readStored(name: string, bytes: Uint8Array, givenBase: string | null): Result<Intake> {
  const read = forms[extname(name).toLowerCase()];
  return read === undefined ? fail('unsupported', name) : read({ name, bytes, givenBase });
}
