// Runs page jobs in a worker thread with bounds on memory and time, so that one bad page can neither take the engine
// down nor slow the search box. The worker's own side is engine/flows/page-worker.ts.

import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../preload/contract/result.ts';
import type { PageJobName, PageJobs } from '../engine/model/page-jobs.ts';
import type { PagesPort } from '../engine/model/ports.ts';

/** Milliseconds for one job. */
const jobLimitMs = 60_000;
/** Megabytes of the worker's heap. */
const memoryLimitMb = 768;
/** Kilobytes: deeply nested pages recurse deeply in the parsers. */
const stackLimitMb = 64;
/** A worker that nothing was asked of for so long is let go. */
const idleMs = 10_000;

interface Waiting {
  readonly job: PageJobName;
  readonly input: unknown;
  readonly signal: AbortSignal;
  readonly settle: (result: Result<never>) => void;
  readonly crash: (error: Error) => void;
}

/** What the worker answers: the job's output, or the bug that it threw. */
export type WorkerAnswer = { readonly output: unknown } | { readonly bug: string };

/** @param workerFile the worker's entry: page-worker.ts from source, page-worker.js when built. */
export function createPages(workerFile: URL): PagesPort & { close(): Promise<void> } {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let busy = false;
  let idle: NodeJS.Timeout | null = null;

  function next(): void {
    if (busy) return;
    const one = waiting.shift();
    if (one === undefined) {
      if (worker !== null) idle = setTimeout(() => void dropWorker(), idleMs).unref();
      return;
    }
    if (idle !== null) clearTimeout(idle);
    if (one.signal.aborted) {
      one.settle(fail('cancelled', one.job));
      next();
      return;
    }
    busy = true;
    worker ??= startWorker(workerFile);
    runOne(worker, one, (reusable) => {
      busy = false;
      if (!reusable) void dropWorker();
      next();
    });
  }

  async function dropWorker(): Promise<void> {
    const old = worker;
    worker = null;
    await old?.terminate();
  }

  return {
    run<K extends PageJobName>(job: K, input: PageJobs[K]['input'], signal: AbortSignal) {
      return new Promise<Result<PageJobs[K]['output']>>((resolve, reject) => {
        waiting.push({ job, input, signal, settle: resolve, crash: reject });
        next();
      });
    },
    async close() {
      if (idle !== null) clearTimeout(idle);
      for (const one of waiting.splice(0)) one.settle(fail('cancelled', one.job));
      await dropWorker();
    },
  };
}

function startWorker(file: URL): Worker {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb, stackSizeMb: stackLimitMb } });
  // A process that is done must not wait for an idle worker.
  worker.unref();
  return worker;
}

function runOne(worker: Worker, one: Waiting, done: (reusable: boolean) => void): void {
  const timer = setTimeout(() => finish(fail('timed-out', one.job, `${jobLimitMs / 1000} s`), false), jobLimitMs);
  const onMessage = (answer: WorkerAnswer): void => {
    if ('bug' in answer) {
      stopListening();
      one.crash(new Error(answer.bug));
      done(true);
    } else {
      finish({ ok: true, value: answer.output } as Result<never>, true);
    }
  };
  const onError = (error: Error & { code?: string }): void => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return finish(fail('too-large', one.job, 'more memory than a page may use'), false);
    stopListening();
    one.crash(error);
    done(false);
  };
  const onAbort = (): void => finish(fail('cancelled', one.job), false);

  function finish(result: Result<never>, reusable: boolean): void {
    stopListening();
    one.settle(result);
    done(reusable);
  }
  function stopListening(): void {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError);
    one.signal.removeEventListener('abort', onAbort);
  }

  worker.on('message', onMessage).on('error', onError);
  one.signal.addEventListener('abort', onAbort);
  worker.postMessage({ job: one.job, input: one.input });
}
