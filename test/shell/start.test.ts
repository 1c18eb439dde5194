// `npm start` as far as it goes without Electron's binary: what it says when something stands in the way.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuildOlder } from '../../scripts/build-if-older.ts';

const root = join(import.meta.dirname, '..', '..');

let copy = '';

/** A machine where Electron is neither installed nor downloaded before, nor to be had; nothing listens on that port. */
function withoutElectron(): Readonly<Record<string, string>> {
  return {
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    npm_config_electron_mirror: 'http://127.0.0.1:9/',
    ELECTRON_OVERRIDE_DIST_PATH: join(copy, 'no-electron'),
    electron_config_cache: join(copy, 'no-cache'),
  };
}

/** A copy of the project that counts as built, so that nothing of the real one is touched. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'offprint-start-'));
  for (const name of ['scripts', 'preload', 'main', 'package.json', 'electron.vite.config.ts']) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await mkdir(join(copy, 'renderer'));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  await put('test/stand-in/open.ts', 'console.log(JSON.stringify(process.argv.slice(2)));');
  await countAsBuilt();
});

afterAll(() => rm(copy, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(copy, path, '..'), { recursive: true });
  await writeFile(join(copy, path), text);
}

async function countAsBuilt(): Promise<void> {
  for (const name of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html']) await put(`out/${name}`, '');
}

interface Outcome {
  readonly code: number | null;
  readonly says: string;
  readonly out: string;
}

async function start(environment: Readonly<Record<string, string>>, line: readonly string[] = []): Promise<Outcome> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, CHROME_PATH: ___, ...rest } = process.env;
  const env = { ...rest, LANG: 'C', LC_ALL: 'C', HTTP_PROXY: '', HTTPS_PROXY: '', ...withoutElectron(), ...environment };
  const child = spawn(process.execPath, [join(copy, 'scripts', 'start.ts'), ...line], { env });
  let says = '';
  let out = '';
  child.stderr.on('data', (chunk: Buffer) => (says += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, says, out };
}

describe.runIf(process.platform === 'linux')('npm start on Linux', () => {
  it('says in one sentence what to do without a display', async () => {
    const { code, says } = await start({});
    expect(says).toMatch(/^There is no display[^\n]+npx offprint --help\n$/);
    expect(code).toBe(1);
    expect((await start({ LC_ALL: 'zh_CN.UTF-8' })).says).toMatch(/^没有可以打开窗口的显示器/);
  });

  it('opens an installed browser where Electron cannot be downloaded, and says so', async () => {
    const chromium = join(copy, 'chromium');
    await writeFile(chromium, '#!/bin/sh\n');
    await chmod(chromium, 0o755);
    const { code, says, out } = await start({ DISPLAY: ':99', CHROME_PATH: chromium }, ['a.html']);
    expect(says.split('\n')).toEqual([
      expect.stringMatching(/^Downloading Electron/),
      `Electron could not be downloaded (no connection to 127.0.0.1:9), so Offprint opens in ${chromium} instead.`,
      '',
    ]);
    expect(JSON.parse(out)).toEqual(['--', 'a.html']);
    expect(code).toBe(0);
  });

  it('says what to do where there is no browser either', async () => {
    const { code, says } = await start({ DISPLAY: ':99', CHROME_PATH: join(copy, 'nowhere') });
    expect(says.split('\n')).toEqual([
      expect.stringMatching(/^Downloading Electron/),
      expect.stringMatching(/^Electron could not be downloaded \(.+\), and no Chrome or Chromium was found/),
      '',
    ]);
    expect(code).toBe(1);
  });

  it('runs without a window when asked to', async () => {
    const { code, out } = await start({}, ['--headless', '--library', 'x']);
    expect(JSON.parse(out)).toEqual(['--headless', '--', '--library', 'x']);
    expect(code).toBe(0);
  });
});

describe('the build', () => {
  it('is older when a source is newer, or a part is missing', async () => {
    await countAsBuilt();
    expect(await isBuildOlder(copy)).toBe(false);
    const later = new Date(Date.now() + 5_000);
    await utimes(join(copy, 'main', 'main.ts'), later, later);
    expect(await isBuildOlder(copy)).toBe(true);
    await utimes(join(copy, 'main', 'main.ts'), new Date(0), new Date(0));
    expect(await isBuildOlder(copy)).toBe(false);
    await rm(join(copy, 'out', 'preload', 'preload.cjs'));
    expect(await isBuildOlder(copy)).toBe(true);
  });
});
