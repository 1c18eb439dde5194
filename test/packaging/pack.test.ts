// What is packed: the built app is put into a dummy of Electron, without any download, and the result is looked into.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfOlder } from '../../scripts/build-if-older.ts';
import { makeDummyElectron } from './dummy-electron.ts';

const root = join(import.meta.dirname, '..', '..');
let work = '';
let packed = '';
let archive = '';
let files: readonly string[] = [];

beforeAll(async () => {
  expect(await buildIfOlder(root)).toBe(true);
  work = await mkdtemp(join(tmpdir(), 'offprint-pack-'));
  await makeDummyElectron(join(work, 'electron'), await electronVersion());
  await pack(['--linux', 'dir', '--x64', `-c.electronDist=${join(work, 'electron')}`, `-c.directories.output=${join(work, 'dist')}`]);
  packed = join(work, 'dist', 'linux-unpacked');
  archive = join(packed, 'resources', 'app.asar');
  files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').slice(1));
}, 240_000);

afterAll(() => rm(work, { recursive: true, force: true }));

async function electronVersion(): Promise<string> {
  const text = await readFile(join(root, 'node_modules', 'electron', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function pack(options: readonly string[]): Promise<void> {
  const command = join(root, 'node_modules', 'electron-builder', 'cli.js');
  await promisify(execFile)(process.execPath, [command, '--publish', 'never', ...options], { cwd: root });
}

describe('the packed app', () => {
  it('holds the built app and its package.json, and nothing else', () => {
    expect(files.filter((file) => !file.startsWith('out/') && file !== 'out' && file !== 'package.json')).toEqual([]);
    expect(files.filter((file) => /node_modules|\.ts$|\.map$|^test\//.test(file))).toEqual([]);
  });

  it('holds all of the app', async () => {
    const built = await readdir(join(root, 'out'), { recursive: true, withFileTypes: true });
    const names = built
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'));
    expect(names.filter((name) => !files.includes(name))).toEqual([]);
    for (const name of ['main', 'engine-process', 'page-worker', 'cli']) expect(files).toContain(`out/main/${name}.js`);
    expect(files).toContain('out/preload/preload.cjs');
    expect(files).toContain('out/renderer/index.html');
    expect(files).toContain('out/print-assets/noto-serif-sc/400.css');
    expect(files.filter((file) => file.endsWith('-700-normal.woff2')).length).toBeGreaterThan(90);
  });

  it('starts at the built main, and says which Offprint it is', () => {
    const description = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    const expected = { name: 'offprint', productName: 'Offprint', main: 'out/main/main.js', type: 'module' };
    expect(description).toMatchObject(expected);
    expect(description).not.toHaveProperty('scripts');
    expect(description).not.toHaveProperty('devDependencies');
  });

  it('needs no module that is not in it', () => {
    const built = files.filter((file) => /^out\/(main|preload)\/.*\.c?js$/.test(file));
    const outside = built.flatMap((file) => importsOf(extractFile(archive, file).toString()));
    expect(outside.filter((name) => !isThere(name))).toEqual([]);
  });

  it('has the fuses that keep it what it is', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'offprint'));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    ];
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
  });

  it('is of a reasonable size', async () => {
    expect((await stat(archive)).size).toBeLessThan(60_000_000);
  });
});

/** Imported only where they are installed (electron.vite.config.ts). */
const optional = new Set(['@sparticuz/chromium', 'canvas', 'bufferutil', 'utf-8-validate']);

/** The names that a built file imports or requires at its top level or later, by their fixed form in built code. */
function importsOf(code: string): readonly string[] {
  const forms = [
    /^(?:import|export)[^'"\n]*?from ?["']([^"'\n]+)["']/gm,
    /^import ["']([^"'\n]+)["']/gm,
    /\bimport\(["']([^"'\n]+)["']\)/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

function isThere(name: string): boolean {
  return name.startsWith('.') || name === 'electron' || isBuiltin(name) || optional.has(name);
}
