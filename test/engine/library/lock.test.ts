import { spawn, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFiles } from '../../../main/adapters/files.ts';
import { takeLock, type Lock, type LockDocument, type LockOptions } from '../../../main/engine/library/lock.ts';
import { lockTiming } from '../../../main/engine/library/lock-timing.ts';
import type { FilesPort } from '../../../main/engine/model/ports.ts';
import { temporaryFolder } from '../harness.ts';

const files = createFiles();
const quick = { beatEveryMs: 20, watchMs: 120, makingMs: 150, lookEveryMs: 5 };
/** Larger than any pid that Linux gives. */
const nobody = 2 ** 22 + 1;
let library = '';
let path = '';
beforeEach(async () => {
  library = await temporaryFolder();
  path = join(library, 'lock.json');
});

/** The lock, let go at the test's end, or its holder. */
async function take(port: FilesPort = files, options: LockOptions = {}): Promise<Lock | LockDocument> {
  const lock = await takeLock(port, library, { ...options, timing: { ...quick, ...options.timing } });
  if ('release' in lock) onTestFinished(() => lock.release());
  return lock;
}

async function taken(port: FilesPort = files, options: LockOptions = {}): Promise<Lock> {
  const lock = await take(port, options);
  if (!('release' in lock)) throw new Error(`held by ${JSON.stringify(lock)}`);
  return lock;
}

/** A place where one call stops until another is done. */
function gate(): { readonly reached: Promise<void>; readonly pass: () => Promise<void>; readonly open: () => void } {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return { reached: reached.promise, pass: () => (reached.resolve(), opened.promise), open: opened.resolve };
}

/** The first stops at the gate; the second tries from beginning to end; then the first goes on. */
async function overtaken(slow: FilesPort, { reached, open: letGo }: ReturnType<typeof gate>, options: LockOptions = {}): Promise<boolean[]> {
  const first = take(slow);
  await reached;
  const second = await take(files, options);
  letGo();
  return ['release' in (await first), 'release' in second];
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

function written(fields: object): Promise<void> {
  return writeFile(path, JSON.stringify({ host: hostname(), pid: nobody, token: 'theirs', startedAt: ago(900_000), heartbeatAt: ago(0), ...fields }));
}

async function onDisk(): Promise<LockDocument> {
  return JSON.parse(await readFile(path, 'utf8')) as LockDocument;
}

/** A program that runs and knows nothing of the lock. */
function bystander(): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.pid === undefined) throw new Error('no process');
  return child.pid;
}

describe('a lock', () => {
  it('names its holder, and is gone when let go, with all that was made for it', async () => {
    const lock = await taken();
    expect(await onDisk()).toMatchObject({ host: hostname(), pid: process.pid, token: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await lock.release();
    expect(await readdir(library)).toEqual([]);
  });

  it('is held against another call in the same process, also while it is being made', async () => {
    const made = gate();
    const slow: FilesPort = { ...files, writeNew: async (at, bytes) => (await files.writeNew(at, bytes), made.pass()) };
    expect(await overtaken(slow, made)).toEqual([true, false]);
  });

  it('that was copied along with its library does not hold the copy, and holds its own by every name', async () => {
    await taken();
    const copy = await temporaryFolder();
    await writeFile(join(copy, 'lock.json'), await readFile(path));
    const lock = await takeLock(files, copy, { timing: quick });
    expect('release' in lock).toBe(true);
    if ('release' in lock) await lock.release();
    const link = join(copy, 'link');
    await symlink(library, link, 'junction');
    expect(await takeLock(files, link, { timing: { ...quick, watchMs: 60_000 } })).toMatchObject({ pid: process.pid });
  });

  it('beats, under the same token', async () => {
    await taken();
    const before = await onDisk();
    await expect.poll(async () => (await onDisk()).heartbeatAt).not.toBe(before.heartbeatAt);
    expect(await onDisk()).toMatchObject({ token: before.token, startedAt: before.startedAt });
  });

  it('is not left as one that holds when its writing failed', async () => {
    const full: FilesPort = { ...files, writeNew: async (at, bytes) => (await files.writeNew(at, bytes), Promise.reject(Object.assign(new Error('sync'), { code: 'EIO' }))) };
    await expect(take(full)).rejects.toThrow('sync');
    expect(await readdir(library)).toEqual([]);
  });

  it('has times that fit together', () => {
    expect(lockTiming.watchMs).toBeGreaterThan(lockTiming.beatEveryMs);
    expect(lockTiming.goneAfterMs).toBeGreaterThan(2 * lockTiming.watchMs);
  });
});

describe('another holder', () => {
  it('that is gone from this machine is succeeded at once', async () => {
    await written({});
    const started = Date.now();
    await taken();
    expect(Date.now() - started).toBeLessThan(quick.watchMs);
  });

  it('that runs and was heard of is believed', async () => {
    const pid = bystander();
    await written({ pid });
    expect(await take()).toMatchObject({ pid });
  });

  it('that runs and was silent for long is believed if it beats now: the machine slept', async () => {
    const pid = bystander();
    await written({ pid, heartbeatAt: ago(3_600_000) });
    const late = wait(60).then(() => written({ pid }));
    expect(await take()).toMatchObject({ pid });
    await late;
  });

  it.each([3_600_000, -3_600_000])('whose pid is another program by now is succeeded after a watch (silent for %d ms)', async (silent) => {
    await written({ pid: bystander(), heartbeatAt: ago(silent) });
    const started = Date.now();
    await taken();
    expect(Date.now() - started).toBeGreaterThanOrEqual(quick.watchMs - 20);
  });

  it('with this process\'s own pid, from before a restart in a container, is succeeded at once', async () => {
    for (const token of ['theirs', undefined]) {
      await written({ pid: process.pid, token });
      const lock = await taken();
      expect((await onDisk()).token).not.toBe('theirs');
      await lock.release();
    }
  });

  it('on another machine is believed for a while after its heartbeat', async () => {
    await written({ host: 'elsewhere', pid: 1, heartbeatAt: ago(20_000) });
    expect(await take()).toMatchObject({ host: 'elsewhere' });
    await written({ host: 'elsewhere', pid: 1, heartbeatAt: ago(200_000) });
    await taken();
  });

  it('may have a lock without a token, and with fields of later versions', async () => {
    const pid = bystander();
    await written({ pid, token: undefined, mood: 'calm' });
    expect(await take()).toMatchObject({ pid, token: '' });
    await written({ pid: nobody, token: undefined, heartbeatAt: undefined });
    await taken();
  });
});

describe('a lock that does not say whose it is', () => {
  const broken = ['', '{"host":', '[]', '{}', '{"host":"here","pid":0}', '{"host":"here","pid":"7"}'];

  it('is stale when it has been so for long', async () => {
    for (const text of broken) {
      await writeFile(path, text);
      await utimes(path, new Date(), new Date(Date.now() - 20_000));
      const started = Date.now();
      await (await taken(files, { timing: { makingMs: 10_000 } })).release();
      expect(Date.now() - started).toBeLessThan(5_000);
    }
  });

  it.each(['past', 'future'])('is stale when it stays so (%s)', async (when) => {
    await writeFile(path, '');
    if (when === 'future') await utimes(path, new Date(), new Date(Date.now() + 3_600_000));
    const started = Date.now();
    await taken();
    expect(Date.now() - started).toBeGreaterThanOrEqual(quick.makingMs - 60);
  });

  it('may be in the making, and is waited for', async () => {
    const pid = bystander();
    const file = await open(path, 'wx');
    const late = wait(60).then(async () => {
      await file.writeFile(JSON.stringify({ host: hostname(), pid, token: 'x', startedAt: ago(0), heartbeatAt: ago(0) }));
      await file.close();
    });
    expect(await take()).toMatchObject({ pid });
    await late;
  });

  it('is not thought made by one that was too slow: it looks again', async () => {
    const sleep = gate();
    const asleep: FilesPort = {
      ...files,
      async writeNew(at, bytes) {
        if (at !== path) return files.writeNew(at, bytes);
        const file = await open(at, 'wx');
        await sleep.pass();
        await file.writeFile(bytes);
        await file.close();
      },
    };
    expect(await overtaken(asleep, sleep)).toEqual([false, true]);
  });

  it('may be a folder', async () => {
    await mkdir(path);
    await taken();
    expect(await onDisk()).toMatchObject({ pid: process.pid });
  });
});

describe('a holder that was taken over', () => {
  it('learns of it, stops beating, and lets the other\'s lock be', async () => {
    const lost: LockDocument[] = [];
    const lock = await taken(files, { onLost: (holder) => lost.push(holder) });
    await written({ pid: 77 });
    const theirs = await readFile(path, 'utf8');
    await expect.poll(() => lost).toHaveLength(1);
    await wait(3 * quick.beatEveryMs);
    await lock.release();
    expect(lost).toMatchObject([{ pid: 77, token: 'theirs' }]);
    expect(await readFile(path, 'utf8')).toBe(theirs);
    expect(await readdir(library)).toEqual(['lock.json']);
  });

  it('does not beat into it even when it was taken in the middle of a beat', async () => {
    const sleepy: FilesPort = { ...files, writeNew: async (at, bytes) => (await files.writeNew(at, bytes), at.endsWith('.tmp') ? written({}) : undefined) };
    const lock = await taken(sleepy);
    await wait(3 * quick.beatEveryMs);
    await lock.release();
    expect(await onDisk()).toMatchObject({ token: 'theirs' });
  });

  it('whose lock is missing for a moment beats on when it is back', async () => {
    await taken();
    await rename(path, `${path}.away`);
    await wait(3 * quick.beatEveryMs);
    // It has not made a new one; what a beat writes first may lie there for a moment.
    expect((await readdir(library)).filter((name) => !name.startsWith('.'))).toEqual(['lock.json.away']);
    await rename(`${path}.away`, path);
    const before = await onDisk();
    await expect.poll(async () => (await onDisk()).heartbeatAt).not.toBe(before.heartbeatAt);
  });
});

describe('a race for a stale lock', () => {
  it.each(['read', 'stat', 'rename', 'writeNew', 'remove'] as const)('has one winner when one is slow to %s', async (step) => {
    await written({});
    const slow = { ...files, [step]: async (...given: Parameters<typeof files.rename>) => (await wait(60), (files[step] as typeof files.rename)(...given)) };
    const locks = await Promise.all([take(slow), wait(20).then(() => take()), wait(90).then(() => take()), wait(110).then(() => take())]);
    expect(locks.filter((lock) => 'release' in lock)).toHaveLength(1);
  });

  it('is not won by one that slept before it moved the lock: it puts the fresh one back', async () => {
    await written({});
    const sleep = gate();
    const asleep: FilesPort = { ...files, rename: async (from, to) => (from === path ? await sleep.pass() : undefined, files.rename(from, to)) };
    expect(await overtaken(asleep, sleep, { timing: { beatEveryMs: 10_000 } })).toEqual([false, true]);
    expect(await readdir(library)).toEqual(['lock.json']);
  });

  it('never moves the winner\'s lock, however late another comes to move the stale one', async () => {
    await written({});
    const moved: string[] = [];
    const sleep = gate();
    const late: FilesPort = {
      ...files,
      writeNew: async (at, bytes) => (at.endsWith('.takeover') ? await sleep.pass() : undefined, files.writeNew(at, bytes)),
      rename: async (from, to) => (moved.push(from), files.rename(from, to)),
    };
    expect(await overtaken(late, sleep)).toEqual([false, true]);
    expect(moved).not.toContain(path);
  });

  it('goes on after a crash in the middle of a takeover', async () => {
    await written({});
    await writeFile(join(library, '.lock.takeover'), '');
    await taken();
    expect(await readdir(library)).toEqual(['lock.json']);
  });

  it('has one winner among eight processes', { timeout: 60_000 }, async () => {
    const contenders = await Promise.all(Array.from({ length: 8 }, startContender));
    for (let round = 0; round < 40; round += 1) {
      const at = join(library, String(round));
      await mkdir(at);
      const stale = [JSON.stringify({ host: hostname(), pid: nobody, startedAt: ago(0), heartbeatAt: ago(0) }), ''][round % 2] ?? '';
      await writeFile(join(at, 'lock.json'), stale);
      await utimes(join(at, 'lock.json'), new Date(), new Date(Date.now() - 60_000));
      const answers = await Promise.all(contenders.map((child) => ask(child, at)));
      const winners = answers.filter((answer) => answer.taken);
      expect(winners, `round ${round}`).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer.holder)), `round ${round}`).toEqual(new Set([winners[0]?.holder]));
      expect(await readdir(at)).toEqual(['lock.json']);
      await rm(at, { recursive: true });
    }
  });
});

async function startContender(): Promise<ChildProcess> {
  const child = fork(new URL('lock-contender.ts', import.meta.url), { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

async function ask(child: ChildProcess, at: string): Promise<{ taken?: boolean; holder?: number }> {
  const answer = once(child, 'message');
  child.send(at);
  const [said] = (await answer) as [{ taken?: boolean; holder?: number; error?: string }];
  if (said.error !== undefined) throw new Error(said.error);
  return said;
}
