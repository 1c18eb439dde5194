// One Chromium for many pages: when it starts, how long it stays, and that it leaves nothing behind.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { findChromium } from '../../../main/adapters/chromium/find-chromium.ts';

const request = { width: 300, height: 200, proxy: null, signal: new AbortController().signal };
const modules = new URL('../../../main/adapters/chromium/', import.meta.url);

/** Runs a program that has a `host`, in a temp folder of its own. */
async function runProgram(program: string): Promise<{ readonly code: number | null; readonly left: readonly string[] }> {
  const temp = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  const chromium = await findChromium();
  if (chromium === null) throw new Error('these tests need a Chromium');
  const head = `
    import { readdirSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { createPipeHost } from '${modules.href}pipe-host.ts';
    const find = async () => (${JSON.stringify(chromium)});
    const request = { width: 300, height: 200, proxy: null, signal: new AbortController().signal };
    const host = createPipeHost({ find, idleMs: 60_000 });
    const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('offprint-profile-')).length;`;
  const environment = { ...process.env, TMPDIR: temp, TEMP: temp };
  const child = spawn(process.execPath, ['--input-type=module', '-e', head + program], { env: environment, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  const left = await readdir(temp);
  await rm(temp, { recursive: true, force: true });
  return { code, left: left.filter((name) => name !== 'node-compile-cache') };
}

it('uses one Chromium for pages at the same time', async () => {
  const ended = await runProgram(`
    const opened = await Promise.all([host.openTarget(request), host.openTarget(request)]);
    process.exit(opened.every((page) => page.ok) ? 10 + profiles() : 3);`);
  expect(ended.code).toBe(11);
});

it('rejects what is sent to a closed page', async () => {
  const host = createPipeHost({ find: findChromium, idleMs: 10_000 });
  const opened = await host.openTarget(request);
  if (!opened.ok) throw new Error('not opened');
  await host.close();
  await expect(opened.value.send('Runtime.evaluate', { expression: '1' })).rejects.toThrow('Runtime.evaluate');
});

it('ends Chromium when it was idle for long enough, and starts another when asked', async () => {
  const host = createPipeHost({ find: findChromium, idleMs: 200 });
  const first = await host.openTarget(request);
  if (!first.ok) throw new Error('not opened');
  await first.value.close();
  await pause(1_500);
  const second = await host.openTarget(request);
  expect(second.ok).toBe(true);
  await host.close();
});

it('does not keep a finished program alive, and leaves no file', async () => {
  const ended = await runProgram(`
    const opened = await host.openTarget(request);
    if (!opened.ok) process.exit(3);
    await opened.value.close();`);
  expect(ended).toEqual({ code: 0, left: [] });
});

it('ends with a program that exits with a page open, and leaves no file', async () => {
  const ended = await runProgram(`
    const opened = await host.openTarget(request);
    process.exit(opened.ok ? 5 : 3);`);
  expect(ended).toEqual({ code: 5, left: [] });
});

it('sweeps away the profile of a program that was killed', async () => {
  const killed = await mkdtemp(join(tmpdir(), 'offprint-profile-999999999-'));
  const host = createPipeHost({ find: findChromium, idleMs: 10_000 });
  await host.openTarget(request);
  expect(existsSync(killed)).toBe(false);
  await host.close();
});
