// Files that hold a link: `.url` (Windows), `.webloc` (macOS, XML), `.desktop` (Linux, `Type=Link`). Read, never run.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Intake, LocalFile } from './read-file.ts';

const forms: readonly RegExp[] = [/^\s*URL(?:\[\$e\])?\s*=\s*(\S+)\s*$/im, /<key>URL<\/key>\s*<string>([^<]+)<\/string>/i];

export function readLinkFile(file: LocalFile): Result<Intake> {
  const text = new TextDecoder().decode(file.bytes);
  for (const form of forms) {
    const url = form.exec(text)?.[1]?.replaceAll('&amp;', '&');
    if (url !== undefined && URL.canParse(url) && /^https?:/i.test(url)) return ok({ kind: 'link', url });
  }
  return fail('bad-input', file.name, 'no web address in it');
}
