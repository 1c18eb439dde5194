// Runs page jobs in worker threads with bounds on memory and time, so that one bad page can neither take the engine
// down nor slow the search box: few workers, started when needed, let go when idle. The worker's own side is
// engine/flows/page-worker.ts.

import { fail, type Result } from '../../preload/contract/result.ts';
import type { PageJobName, PageJobs } from '../engine/model/page-jobs.ts';
import type { PagesPort } from '../engine/model/ports.ts';
import { startPageThread, type Job, type PageLimits, type PageThread } from './page-thread.ts';

export const pageLimits: PageLimits = { jobMs: 60_000, memoryMb: 768, youngMb: 16, stackMb: 64, idleMs: 10_000, workers: 2 };

/** @param workerFile the worker's entry: page-worker.ts from source, page-worker.js when built. */
export function createPages(workerFile: URL, given: Partial<PageLimits> = {}): PagesPort & { close(): Promise<void> } {
  const limits = { ...pageLimits, ...given };
  const waiting: Job[] = [];
  /** Also those that are ending: their memory is not free before they are gone. */
  const workers = new Set<PageThread>();
  const idle = new Map<PageThread, NodeJS.Timeout>();
  let closed = false;

  function next(): void {
    while (waiting.length > 0) {
      const worker = [...idle.keys()].find((one) => !one.isEnding) ?? (workers.size < limits.workers ? start() : null);
      if (worker === null) return;
      clearTimeout(idle.get(worker));
      idle.delete(worker);
      const job = waiting.shift();
      if (job !== undefined) worker.run(job);
    }
  }

  function start(): PageThread {
    const worker = startPageThread(workerFile, limits, rest, gone);
    workers.add(worker);
    return worker;

    function rest(): void {
      idle.set(worker, setTimeout(() => void stopIdle(worker), limits.idleMs).unref());
      next();
    }
    function gone(): void {
      clearTimeout(idle.get(worker));
      idle.delete(worker);
      workers.delete(worker);
      next();
    }
  }

  async function stopIdle(worker: PageThread): Promise<void> {
    idle.delete(worker);
    await worker.stop('cancelled');
  }

  /** Answers at once, wherever the job is. */
  function cancel(job: Job): void {
    const place = waiting.indexOf(job);
    if (place >= 0) {
      waiting.splice(place, 1);
      return job.settle(fail('cancelled', job.name));
    }
    for (const worker of workers) if (worker.job === job) void worker.stop('cancelled');
  }

  return {
    run<K extends PageJobName>(name: K, input: PageJobs[K]['input'], signal: AbortSignal) {
      if (closed || signal.aborted) return Promise.resolve(fail('cancelled', name));
      return new Promise<Result<PageJobs[K]['output']>>((resolve, reject) => {
        const forget = (): void => signal.removeEventListener('abort', onAbort);
        const onAbort = (): void => cancel(job);
        const job: Job = {
          name,
          input,
          settle: (result) => (forget(), resolve(result)),
          crash: (error) => (forget(), reject(error)),
        };
        signal.addEventListener('abort', onAbort);
        waiting.push(job);
        next();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.settle(fail('cancelled', job.name));
      await Promise.all([...workers].map((worker) => worker.stop('cancelled')));
    },
  };
}
