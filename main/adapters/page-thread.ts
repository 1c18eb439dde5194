// One worker thread and the one job that it runs, with bounds on memory and time. Which job runs where is the pool's
// business (page-worker-pool.ts).

import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../preload/contract/result.ts';
import type { PageJobName } from '../engine/model/page-jobs.ts';
import { keepStrippingSafe, threadEnv } from './load-thread.ts';

export interface PageLimits {
  /** Milliseconds for one job, from its start. */
  readonly jobMs: number;
  /** Megabytes of a worker's heap. */
  readonly memoryMb: number;
  /** Megabytes for objects of a moment: V8 takes more than a page needs, and does not give it back. */
  readonly youngMb: number;
  /** Megabytes: deeply nested pages recurse deeply in the parsers. */
  readonly stackMb: number;
  /** Milliseconds: a worker that nothing was asked of for so long is let go. */
  readonly idleMs: number;
  /** Workers at a time, those that are ending included. */
  readonly workers: number;
}

export interface Job {
  readonly name: PageJobName;
  readonly input: unknown;
  readonly settle: (result: Result<never>) => void;
  /** The job failed by a bug. */
  readonly crash: (error: Error) => void;
}

/** What the worker answers: the job's output, or the bug that it threw. */
export type WorkerAnswer = { readonly output: unknown } | { readonly bug: string };

export interface PageThread {
  /** Null when it is idle. */
  readonly job: Job | null;
  /** Takes no more jobs. */
  readonly isEnding: boolean;
  run(job: Job): void;
  /** Settles the job, if any, with this kind of failure, at once, and ends the thread. */
  stop(kind: 'cancelled' | 'timed-out', detail?: string): Promise<void>;
}

/**
 * @param idle is told when a job has ended and another may come.
 * @param gone is told once when the thread has ended, whatever the reason; its job is settled by then.
 */
export function startPageThread(file: URL, limits: PageLimits, idle: () => void, gone: () => void): PageThread {
  if (file.pathname.endsWith('.ts')) keepStrippingSafe();
  const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: limits.youngMb, stackSizeMb: limits.stackMb };
  const thread = new Worker(file, { env: threadEnv(), resourceLimits });
  let job: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isEnding = false;

  /** Whoever takes the job settles it: nobody else can. */
  function take(): Job | null {
    const taken = job;
    job = null;
    clearTimeout(timer);
    return taken;
  }
  function rest(): void {
    // A process that is done must not wait for an idle worker.
    thread.unref();
    if (!isEnding) idle();
  }
  async function stop(kind: 'cancelled' | 'timed-out', detail = ''): Promise<void> {
    isEnding = true;
    const taken = take();
    taken?.settle(fail(kind, taken.name, detail));
    await thread.terminate();
  }

  thread.on('message', (answer: WorkerAnswer) => {
    const taken = take();
    if (taken === null) return;
    if ('bug' in answer) taken.crash(new Error(answer.bug));
    else taken.settle({ ok: true, value: answer.output } as Result<never>);
    rest();
  });
  // After an error the thread ends by itself: `exit` follows.
  thread.on('error', (error: Error & { code?: string }) => {
    isEnding = true;
    const taken = take();
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') taken?.settle(fail('too-large', taken.name, 'more memory than a page may use'));
    else taken?.crash(error);
  });
  thread.on('exit', (code) => {
    isEnding = true;
    take()?.crash(new Error(`the page worker ended (exit code ${code})`));
    gone();
  });

  return {
    get job() {
      return job;
    },
    get isEnding() {
      return isEnding;
    },
    run(next) {
      job = next;
      timer = setTimeout(() => void stop('timed-out', `${limits.jobMs / 1000} s`), limits.jobMs);
      thread.ref();
      try {
        thread.postMessage({ job: next.name, input: next.input });
      } catch (error) {
        // An input that cannot be sent.
        take()?.crash(error instanceof Error ? error : new Error(String(error)));
        rest();
      }
    },
    stop,
  };
}
