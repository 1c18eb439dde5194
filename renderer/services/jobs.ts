// The work that runs: asked for again when it changes, stopped, and taken off the list.

import type { JobView } from '../../preload/contract/calls.ts';
import { canTryAgain } from '../../preload/contract/result.ts';
import { jobs } from '../state/surface.ts';
import { saveInputs } from './adding.ts';
import { ask, askAloud } from './ask.ts';
import { recapture } from './reading.ts';

let asked = 0;

export async function refreshJobs(): Promise<void> {
  asked += 1;
  const mine = asked;
  const answer = await ask('jobs', {});
  if (answer.ok && mine === asked) jobs.set(answer.value);
}

export async function cancelJob(jobId: string): Promise<void> {
  await askAloud('cancelJob', { jobId });
  await refreshJobs();
}

/** Takes one ended job off the list, or all with null. */
export async function dismissJobs(jobId: string | null): Promise<void> {
  await askAloud('dismissJobs', { jobId });
  await refreshJobs();
}

/** Does a failed save or recapture again, with the tags and in the way that it was asked for; the old entry goes. */
export async function retryJob(job: JobView): Promise<void> {
  await dismissJobs(job.id);
  if (job.kind === 'save') await saveInputs([inputOf(job)], job.order);
  else if (job.kind === 'recapture' && job.articleId !== null) await recapture(job.articleId);
}

/** Saves that failed for a reason that trying again can help. */
export function worthRetrying(list: readonly JobView[]): readonly JobView[] {
  return list.filter(({ kind, state, failure }) => kind === 'save' && state === 'failed' && failure !== null && canTryAgain(failure.kind));
}

/** Does all of them again, those asked for alike in one piece of work, so that they take turns; the old entries go. */
export async function retryAll(list: readonly JobView[]): Promise<void> {
  const again = worthRetrying(list);
  for (const { id } of again) await ask('dismissJobs', { jobId: id });
  const alike = [...Map.groupBy(again, ({ order }) => JSON.stringify(order)).values()];
  await Promise.all(alike.map((group) => saveInputs([...new Set(group.map(inputOf))], group[0]?.order ?? null)));
}

function inputOf({ report, label }: JobView): string {
  return report?.input ?? label;
}
