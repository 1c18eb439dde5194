// What a user names on the command line: links stay as they are, paths become absolute.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Two letters at least: `C:\page.html` is a path.
const scheme = /^[a-z][a-z0-9+.-]+:/i;

/** The input as the engine takes it. What is neither a link nor like a path goes on as it is, for the engine to refuse. */
export function engineInput(input: string, folder: string): string {
  if (/^file:/i.test(input)) return pathOfFileUrl(input);
  if (scheme.test(input)) return input;
  const path = resolve(folder, input);
  return existsSync(path) || /[\\/]|\.(?:html?|md|markdown|mhtml|txt)$/i.test(input) ? path : input;
}

function pathOfFileUrl(input: string): string {
  try {
    return fileURLToPath(input);
  } catch {
    return input;
  }
}
