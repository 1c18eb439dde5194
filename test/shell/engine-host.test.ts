// The engine's process and its link, with real processes: answers, cancelling, death and rebirth.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngineHost, type EngineHost, type EngineProcess } from '../../main/shell/engine-link/engine-host.ts';

const entry = join(import.meta.dirname, 'engine-host-child.ts');

interface Started {
  readonly host: EngineHost;
  readonly changes: string[];
  readonly pids: number[];
}

let open: EngineHost | null = null;

afterEach(async () => {
  await open?.close();
  open = null;
});

function start(pausesMs: readonly number[] = [20]): Started {
  const changes: string[] = [];
  const pids: number[] = [];
  const refuse = () => Promise.reject(new Error('not asked for here'));
  const host = createEngineHost({
    start: () => startChild(pids),
    answers: {
      log: () => Promise.resolve(null),
      resolveProxy: ({ url }) => Promise.resolve(`http://proxy.test/?for=${url}`),
      openTarget: refuse,
      memoryOfTarget: refuse,
      sendToTarget: refuse,
      printTarget: refuse,
      closeTarget: refuse,
    },
    changed: (topic) => changes.push(topic),
    gone: () => changes.push('gone'),
    proxy: () => 'system',
    capturing: () => ({ mediaMb: 50, wayback: false }),
    locale: () => 'en',
    log: { write: () => undefined },
    pausesMs,
  });
  open = host;
  return { host, changes, pids };
}

function startChild(pids: number[]): EngineProcess {
  const child = fork(entry, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  pids.push(child.pid ?? 0);
  return {
    port: {
      post: (message) => child.connected && child.send(message as object),
      listen: (listener) => child.on('message', listener),
    },
    onExit: (listener) => child.on('exit', (code) => listener(code ?? -1)),
    kill: () => child.kill(),
  };
}

const library = { path: '/library', createIfMissing: true };

describe('the engine in its process', () => {
  it('answers calls about the library that is open', async () => {
    const { host } = start();
    expect(await host.open(library)).toEqual({ ok: true, value: null });
    expect(await host.call('library', { a: 1 })).toEqual({ ok: true, value: { path: '/library', asked: { a: 1 } } });
    expect(await host.problem()).toBeNull();
  });

  it('asks back for what only the main process has', async () => {
    const { host } = start();
    await host.open(library);
    expect(await host.call('doctor', {})).toEqual({ ok: true, value: 'http://proxy.test/?for=http://a.test/' });
  });

  it('answers every call with the reason why a library cannot be opened', async () => {
    const { host } = start();
    const failure = { kind: 'locked', about: '/locked', detail: '' };
    expect(await host.open({ path: '/locked', createIfMissing: false })).toEqual({ ok: false, failure });
    expect(await host.call('library', {})).toEqual({ ok: false, failure });
    expect(await host.problem()).toEqual(failure);
  });

  it('stays with the library it has when another cannot be opened', async () => {
    const { host } = start();
    await host.open(library);
    expect(await host.switchTo('/locked')).toMatchObject({ ok: false, failure: { kind: 'locked' } });
    expect(host.libraryPath()).toBe('/library');
    expect(await host.call('library', {})).toMatchObject({ ok: true, value: { path: '/library' } });
    expect(await host.switchTo('/other')).toMatchObject({ ok: true });
    expect(await host.call('library', {})).toMatchObject({ ok: true, value: { path: '/other' } });
  });

  it('stops a call that is given up', async () => {
    const { host } = start();
    await host.open(library);
    const stop = new AbortController();
    const waiting = host.call('verify', {}, stop.signal);
    stop.abort();
    expect(await waiting).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('hands on what the engine throws', async () => {
    const { host } = start();
    await host.open(library);
    await expect(host.call('counts', {})).rejects.toThrow('a bug in the engine');
  });

  it('is started again when it dies, with the same library, and says so', async () => {
    const { host, changes, pids } = start();
    await host.open(library);
    await expect(host.call('reindex', {})).rejects.toThrow('the engine stopped (7)');
    expect(await host.call('library', {})).toMatchObject({ ok: true, value: { path: '/library' } });
    expect(new Set(pids).size).toBe(2);
    expect(changes).toEqual(['gone', 'library']);
  });

  it('waits longer from death to death', async () => {
    const { host } = start([10, 400]);
    await host.open(library);
    await host.call('reindex', {}).catch(() => undefined);
    await host.call('library', {});
    await host.call('reindex', {}).catch(() => undefined);
    const died = Date.now();
    await host.call('library', {});
    expect(Date.now() - died).toBeGreaterThanOrEqual(390);
  });

  it('ends with the app, and is not started again', async () => {
    const { host, pids } = start();
    await host.open(library);
    await host.close();
    await expect.poll(() => isAlive(pids[0] ?? 0)).toBe(false);
    expect(pids).toHaveLength(1);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
