// Verifying as a job: with progress, and a cancellation that is no error.

import type { VerifyReport } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { verifyLibrary } from '../library/verify.ts';
import type { EngineContext } from './context.ts';

export async function verify(context: EngineContext, outside: AbortSignal): Promise<Result<VerifyReport>> {
  const job = context.jobs.add('verify', context.library.document.name, outside);
  job.start();
  job.enter('verify');
  const total = context.index.ids().length;
  try {
    const report = await verifyLibrary(context.library, job.signal, (articles) => job.progress(articles, Math.max(total, articles)));
    job.end({ failure: null, articleId: null });
    return ok(report);
  } catch (error) {
    const { failure } = fail(job.signal.aborted ? 'cancelled' : 'bug', context.library.path);
    job.end({ failure, articleId: null });
    if (!job.signal.aborted) throw error;
    return { ok: false, failure };
  }
}
