// Drawn pictures are kept in the temp folder, under a name that changes with the code that draws them:
// a picture as wide as a page takes half a second, and every test run asks for the same ones.

import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCES = new URL('./draw/', import.meta.url);
const kept = new Map<string, Uint8Array>();
let folder: string | null = null;

/** The bytes under that name (a file name), made at the first call. Safe for several processes at once. */
export function cachedPicture(name: string, draw: () => Uint8Array): Uint8Array {
  const known = kept.get(name);
  if (known !== undefined) return known;
  folder ??= makeFolder();
  const file = join(folder, name);
  const bytes = readIfThere(file) ?? writeWhole(file, draw());
  kept.set(name, bytes);
  return bytes;
}

function makeFolder(): string {
  const hash = createHash('sha256');
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const name of names.toSorted()) hash.update(readFileSync(new URL(name.replaceAll('\\', '/'), SOURCES)));
  const path = join(tmpdir(), `offprint-demo-pictures-${hash.digest('hex').slice(0, 12)}`);
  mkdirSync(path, { recursive: true });
  return path;
}

function readIfThere(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function writeWhole(file: string, bytes: Uint8Array): Uint8Array {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
  return bytes;
}
