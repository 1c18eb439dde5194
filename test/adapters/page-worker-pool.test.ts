import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageLimits } from '../../main/adapters/page-thread.ts';
import { createPages } from '../../main/adapters/page-worker-pool.ts';
import type { Result } from '../../preload/contract/result.ts';

const oddWorker = new URL('odd-worker.ts', import.meta.url);
const realWorker = new URL('../../main/engine/flows/page-worker.ts', import.meta.url);
const never = new AbortController().signal;

type Pool = ReturnType<typeof createPages>;
type Answer = Promise<Result<{ text: string }>>;

function pool(limits: Partial<PageLimits> = {}, worker = oddWorker): Pool {
  const pages = createPages(worker, limits);
  onTestFinished(() => pages.close());
  return pages;
}

function ask(pages: Pool, how: string, signal = never): Answer {
  return pages.run('readText', { html: how }, signal);
}

/** What the thread that answers says: its number, where nothing else was asked for. */
async function thread(answer: Answer): Promise<string> {
  const result = await answer;
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value.text;
}

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const value = await work;
  return [value, performance.now() - started];
}

describe('a thread', () => {
  it('loads its code from where the process keeps what was compiled', async () => {
    enableCompileCache();
    // Below it each version of Node, with its flags, has a folder of its own.
    expect(dirname(await thread(ask(pool(), 'cache')))).toBe(dirname(getCompileCacheDir() ?? ''));
  });
});

describe('jobs', () => {
  it('are done by two threads at most', async () => {
    const pages = pool();
    const threads = await Promise.all(Array.from({ length: 12 }, () => thread(ask(pages, 'wait 100'))));
    expect(new Set(threads).size).toBe(2);
  });

  it('are done in their order', async () => {
    const pages = pool({ workers: 1 });
    const ended: number[] = [];
    await Promise.all([0, 1, 2, 3, 4, 5].map((number) => thread(ask(pages, number % 2 === 0 ? 'wait 30' : 'quick')).finally(() => ended.push(number))));
    expect(ended).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('one after the other need one thread only, which is let go when idle', async () => {
    const pages = pool({ idleMs: 60 });
    const first = await thread(ask(pages, 'quick'));
    expect(await thread(ask(pages, 'quick'))).toBe(first);
    await wait(300);
    expect(await thread(ask(pages, 'quick'))).not.toBe(first);
  });

  it('do not wait behind one that spins', async () => {
    const pages = pool();
    void ask(pages, 'spin');
    await expect(thread(ask(pages, 'quick'))).resolves.toMatch(/^\d+$/);
  });
});

describe('an abort', () => {
  it('answers at once for a job that waits, and leaves the others', async () => {
    const pages = pool({ workers: 1 });
    const running = ask(pages, 'wait 600');
    const abort = new AbortController();
    const queued = ask(pages, 'quick', abort.signal);
    const after = ask(pages, 'quick');
    await wait(50);
    abort.abort();
    const [result, ms] = await timed(queued);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled', about: 'readText' } });
    expect(ms).toBeLessThan(200);
    expect(await thread(after)).toBe(await thread(running));
  });

  it('answers at once for a job that spins, and ends its thread', async () => {
    const pages = pool({ workers: 1 });
    const before = await thread(ask(pages, 'quick'));
    const abort = new AbortController();
    const spinning = ask(pages, 'spin', abort.signal);
    await wait(50);
    abort.abort();
    const [result, ms] = await timed(spinning);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(ms).toBeLessThan(200);
    expect(await thread(ask(pages, 'quick'))).not.toBe(before);
  });

  it('that came before the job answers without a thread', async () => {
    const gone = pool({}, new URL('no-such-worker.ts', import.meta.url));
    expect(await ask(gone, 'quick', AbortSignal.abort())).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });
});

describe('the limits', () => {
  it('of time count from a job\'s start, not from its asking', async () => {
    const pages = pool({ workers: 1, jobMs: 700 });
    // The thread's own start is paid for before.
    await ask(pages, 'quick');
    const answers = await Promise.all([1, 2, 3].map(() => ask(pages, 'wait 400')));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
  });

  it('of time end a job that spins; the next has a thread of its own', async () => {
    const pages = pool({ workers: 1, jobMs: 500 });
    const [spinning, next] = await Promise.all([ask(pages, 'spin'), ask(pages, 'quick')]);
    expect(spinning).toMatchObject({ ok: false, failure: { kind: 'timed-out', detail: '0.5 s' } });
    expect(next).toMatchObject({ ok: true });
  });

  it('of memory end a job that eats it', async () => {
    const pages = pool({ workers: 1, memoryMb: 24 });
    expect(await ask(pages, 'eat')).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
    expect(await ask(pages, 'quick')).toMatchObject({ ok: true });
  });

  it('hold for the real worker on a page that is nothing but depth and length', { timeout: 60_000 }, async () => {
    const html = `<body>${'<div><p>deep '.repeat(30_000)}${'<img src="/a.png"><br>'.repeat(60_000)}`;
    const survey = { html, base: 'https://example.org/', lead: null };
    const small = pool({ memoryMb: 32 }, realWorker);
    expect(await small.run('survey', survey, never)).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
    const hasty = pool({ jobMs: 400 }, realWorker);
    expect(await hasty.run('survey', survey, never)).toMatchObject({ ok: false, failure: { kind: 'timed-out' } });
    expect(await small.run('readText', { html: '<p>Words</p>' }, never)).toMatchObject({ ok: true });
  });
});

describe('a bug', () => {
  it.each([
    ['that a job throws', 'bug', 'a bug in a job'],
    ['that is thrown outside the job', 'throw', 'thrown outside any job'],
    ['that ends the thread without a word', 'exit 3', 'exit code 3'],
    ['that ends the thread as if all were well', 'exit 0', 'exit code 0'],
  ])('%s rejects at once, and the next job is done', async (_what, how, message) => {
    const pages = pool({ workers: 1 });
    await expect(ask(pages, how)).rejects.toThrow(message);
    expect(await ask(pages, 'quick')).toMatchObject({ ok: true });
  });

  it('is a worker that is not there, and an input that cannot be sent', async () => {
    await expect(ask(pool({}, new URL('no-such-worker.ts', import.meta.url)), 'quick')).rejects.toThrow('no-such-worker');
    const pages = pool({ workers: 1 });
    const unsendable = { html: 'quick', extra: () => undefined };
    await expect(pages.run('readText', unsendable, never)).rejects.toThrow('could not be cloned');
    expect(await ask(pages, 'quick')).toMatchObject({ ok: true });
  });

  it('in an idle thread is nobody\'s: the next job has another', async () => {
    const pages = pool({ workers: 1 });
    const first = await thread(ask(pages, 'die-later 40'));
    await wait(200);
    expect(await thread(ask(pages, 'quick'))).not.toBe(first);
  });
});

describe('closing', () => {
  it('settles what runs and what waits, at once, and takes no more', async () => {
    const pages = pool();
    const jobs = ['spin', 'spin', 'quick'].map((how) => ask(pages, how));
    await wait(100);
    const [, ms] = await timed(pages.close());
    expect(ms).toBeLessThan(1_000);
    for (const job of [...jobs, ask(pages, 'quick')]) expect(await job).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });
});

describe('the process', () => {
  it('waits for a job, and not for an idle thread', async () => {
    const script = fileURLToPath(new URL('idle-pool.ts', import.meta.url));
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const [[code], ms] = await timed(once(child, 'close'));
    expect([code, said]).toEqual([0, 'done']);
    expect(ms).toBeLessThan(10_000);
  });
});
