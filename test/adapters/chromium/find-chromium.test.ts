// The order in which a Chromium is looked for.

import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium, findInstalled } from '../../../main/adapters/chromium/find-chromium.ts';

let folder: string;
let chromium: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  await mkdir(join(folder, 'bin'));
  chromium = join(folder, 'bin', 'chromium');
  await writeFile(chromium, '#!/bin/sh\n');
  await chmod(chromium, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes CHROME_PATH before all others', async () => {
  const environment = { CHROME_PATH: chromium, PATH: '/usr/bin' };
  expect(await findChromium({ platform: 'linux', environment })).toMatchObject({ name: 'CHROME_PATH', path: chromium });
});

it('finds none where CHROME_PATH leads nowhere', async () => {
  const environment = { CHROME_PATH: join(folder, 'missing'), PATH: join(folder, 'bin') };
  expect(await findChromium({ platform: 'linux', environment })).toBeNull();
});

it('finds an installed one on PATH', async () => {
  const environment = { PATH: [folder, join(folder, 'bin')].join(delimiter) };
  expect(await findInstalled({ platform: 'linux', environment })).toMatchObject({ name: 'Chromium', path: chromium });
});

it('finds an installed one in the folders of macOS', async () => {
  const path = join(folder, 'Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium');
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '', { mode: 0o755 });
  expect(await findInstalled({ platform: 'darwin', environment: { HOME: folder } })).toMatchObject({ name: 'Chromium', path });
});

it('finds the one of the npm package where none is installed', async () => {
  const found = await findChromium({ platform: 'darwin', environment: { HOME: join(folder, 'nobody') } });
  if (process.platform === 'linux' && process.arch === 'x64') expect(found).toMatchObject({ hasWindows: false });
  else expect(found).toBeNull();
});
