// What `import` reads so far: links, .html and .md files, folders of these, PDFs that Offprint made, and lists of links (.txt).

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { engineInput } from './inputs.ts';

export interface Importable {
  readonly inputs: readonly string[];
  readonly unsupported: readonly string[];
}

const readable = /\.(?:html?|md|markdown|jsonld)$/i;
// What browsers put beside a saved page: its pictures and frames, not articles.
const pageFolder = /(?:_files|\.files|_archivos|_fichiers|-Dateien)$/i;

export async function importableInputs(paths: readonly string[], folder: string): Promise<Importable> {
  const inputs: string[] = [];
  const unsupported: string[] = [];
  for (const path of paths) {
    const found = await inputsOf(engineInput(path, folder), path);
    if (found === null) unsupported.push(path);
    else inputs.push(...found);
  }
  return { inputs, unsupported };
}

/** Null for a form that is not read yet. What is not there goes on, for the engine to say so. */
async function inputsOf(input: string, typed: string): Promise<readonly string[] | null> {
  const found = await stat(input).catch(() => null);
  if (found === null) return [typed];
  if (found.isDirectory()) return filesIn(input);
  if (/\.txt$/i.test(input)) return linksIn(await readFile(input, 'utf8'));
  // A list of marks may end so too; the engine looks into it.
  // So may a PDF hold an article; in a folder most do not.
  return readable.test(input) || /\.(?:json|pdf)$/i.test(input) ? [input] : null;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !pageFolder.test(entry.name) && !entry.name.startsWith('.')) files.push(...(await filesIn(path)));
    if (entry.isFile() && readable.test(entry.name)) files.push(path);
  }
  return files;
}

/** The links of a list, one a line; null where some line is none, so that a mere text is not taken for a list. */
function linksIn(text: string): readonly string[] | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line)) ? lines : null;
}
