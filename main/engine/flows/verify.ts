// Verifying as a job: with progress, going on where an earlier one was cut short, and a cancellation that is no error.

import type { VerifyReport } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { UnfinishedRun } from '../library/checkup.ts';
import { walkAndCheck } from '../library/verify.ts';
import type { EngineContext } from './context.ts';
import type { Job } from './jobs.ts';
import { checkAgain, noteDamage } from './note-damage.ts';

/** What was checked longer ago is checked again, in milliseconds. */
const runLastsMs = 3 * 24 * 60 * 60 * 1000;
/** How often it is written down how far it has come, in milliseconds. */
const writeEveryMs = 2000;

export async function verify(context: EngineContext, outside: AbortSignal): Promise<Result<VerifyReport>> {
  const { library, jobs } = context;
  const job = jobs.add('verify', library.document.name, outside);
  job.start();
  job.enter('verify');
  try {
    const report = await verifyAll(context, job);
    job.end({ failure: null, articleId: null });
    return ok(report);
  } catch (error) {
    const { failure } = fail(job.signal.aborted ? 'cancelled' : 'bug', library.path);
    job.end({ failure, articleId: null });
    if (!job.signal.aborted) throw error;
    return { ok: false, failure };
  } finally {
    await library.checkup.write();
  }
}

async function verifyAll(context: EngineContext, job: Job): Promise<VerifyReport> {
  const { library, ports, index } = context;
  const { checkup } = library;
  const total = index.ids().length;
  const before = unfinished(checkup.run, ports.now());
  const startedAt = before?.startedAt ?? ports.now().toISOString();
  job.progress(before?.articles ?? 0, Math.max(total, before?.articles ?? 0));
  // What was found before may have been mended or removed since.
  for (const id of checkup.articles()) await checkAgain(context, id, job.signal);
  let [articles, files, writtenAt] = [before?.articles ?? 0, 0, performance.now()];
  await walkAndCheck(library, {
    signal: job.signal,
    after: before?.after ?? null,
    async checked({ id, folder }, damage, filesSoFar) {
      await noteDamage(context, id, damage);
      articles += 1;
      files = filesSoFar;
      job.progress(articles, Math.max(total, articles));
      checkup.run = { startedAt, after: folder, articles, files: (before?.files ?? 0) + files };
      if (performance.now() - writtenAt > writeEveryMs) {
        await checkup.write();
        writtenAt = performance.now();
      }
      return true;
    },
  });
  checkup.run = null;
  return { checked: (before?.files ?? 0) + files, before: before?.articles ?? 0, damaged: checkup.damaged(), lost: checkup.lost() };
}

function unfinished(run: UnfinishedRun | null, now: Date): UnfinishedRun | null {
  return run !== null && now.getTime() - Date.parse(run.startedAt) < runLastsMs ? run : null;
}
