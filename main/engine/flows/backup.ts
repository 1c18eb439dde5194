// Backing the library up as a job: with progress, and a cancellation that is no error.

import type { BackupReport } from '../../../preload/contract/calls.ts';
import { fail, type Failure, type Result } from '../../../preload/contract/result.ts';
import { backUp } from '../library/backup.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { EngineContext } from './context.ts';

/** @param path absolute. Failures: `bad-input`, `cancelled`, and those of a disk. */
export async function backUpLibrary(context: EngineContext, path: string, outside: AbortSignal): Promise<Result<BackupReport>> {
  const { library, ports } = context;
  const job = context.jobs.add('backup', path, outside);
  job.start();
  const total = context.index.ids().length;
  try {
    const report = await backUp(ports.files, library, path, job.signal, (articles) => job.progress(articles, Math.max(total, articles)));
    job.end({ failure: report.ok ? null : report.failure, articleId: null });
    return report;
  } catch (error) {
    const failure = job.signal.aborted ? fail('cancelled', path).failure : failureOf(error, path);
    job.end({ failure: failure ?? fail('bug', path).failure, articleId: null });
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

function failureOf(error: unknown, path: string): Failure | null {
  try {
    return storageFailure(error, path);
  } catch {
    return null;
  }
}
