// A page that a browser saved: `.html`, with its pictures in a folder beside it.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { isWeb, localOrigin } from '../model/address.ts';
import { decodeText, htmlDeclaration, isText } from '../model/decode-text.ts';
import { readMarkdown } from './markdown.ts';
import type { Intake, LocalFile } from './read-file.ts';

/** Browsers note where a page came from: `<!-- saved from url=(0042)https://… -->`; SingleFile: `url: https://…`. */
const savedFrom = [/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i, /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i];

export function readSavedPage(file: LocalFile): Result<Intake> {
  if (!isText(file.bytes)) return fail('unsupported', file.name, 'not a text file');
  const { text, charset } = decodeText(file.bytes, null, htmlDeclaration);
  if (text.trim() === '') return fail('bad-input', file.name, 'the file is empty');
  // Static sites keep their pages so: front matter, then HTML.
  if (/^\uFEFF?---\r?\n/.test(text)) return readMarkdown(file);
  const noted = savedFrom.map((form) => form.exec(text.slice(0, 4096))?.[1]).find((url) => url !== undefined && isWeb(url));
  const url = file.givenBase ?? noted ?? null;
  const page = {
    mode: 'file',
    url,
    base: file.givenBase ?? localOrigin + encodeURIComponent(file.name),
    finalUrl: null,
    status: null,
    headers: {},
    charset,
    bytes: file.bytes,
    extension: 'html',
    html: text,
    hints: {},
  } as const;
  return ok({ kind: 'page', page });
}
