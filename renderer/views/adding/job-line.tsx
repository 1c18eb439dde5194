// One job: what it works on, how far it is, what became of it.

import type { JobView, StageName } from '../../../preload/contract/calls.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { hostOf } from '../../lib/address.ts';
import { clockTime } from '../../lib/dates.ts';
import { openSaved } from '../../services/adding.ts';
import { cancelJob, dismissJobs, retryJob } from '../../services/jobs.ts';
import { useWords, type WordKey, type Words } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';

const stages: Readonly<Record<StageName, WordKey>> = {
  identify: 'stage-identify',
  capture: 'stage-capture',
  extract: 'stage-extract',
  clean: 'stage-clean',
  commit: 'stage-commit',
  index: 'stage-index',
  verify: 'stage-verify',
  mend: 'stage-mend',
  export: 'stage-export',
};

export function JobLine({ job }: { readonly job: JobView }) {
  const words = useWords();
  const { state, report, failure } = job;
  const id = job.articleId ?? report?.id ?? null;
  const ended = state !== 'running' && state !== 'waiting';
  const trouble = failure ?? report?.failure ?? null;
  return (
    <li className="job" data-state={trouble === null ? state : 'failed'}>
      <div className="job-words">
        <p className="job-label" title={job.label}>
          {report?.title ?? labelOf(job.label)}
        </p>
        {state === 'running' ? <ProgressBar done={job.done} total={job.total} /> : null}
        <div className="job-outcome">
          <p className="job-state">{sentence(job, words)}</p>
          {ended && id !== null && trouble === null ? <TextAction label={words.say('open')} run={() => openSaved(id)} /> : null}
          {ended && isWorthRepeating(job, trouble) ? (
            <TextAction label={words.say('retry')} run={() => void retryJob(job)} />
          ) : null}
        </div>
      </div>
      {ended ? (
        <IconButton icon="close" size={14} label={words.say('dismiss')} onPress={() => void dismissJobs(job.id)} />
      ) : (
        <IconButton icon="close" size={14} label={words.say('cancel')} onPress={() => void cancelJob(job.id)} />
      )}
    </li>
  );
}

function TextAction({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <button type="button" className="text-action" onClick={run}>
      {label}
    </button>
  );
}

function sentence(job: JobView, { say, failure, locale }: Words): string {
  const trouble = job.failure ?? job.report?.failure ?? null;
  switch (job.state) {
    case 'waiting':
      return say('job-waiting');
    case 'running':
      if (job.waitsUntil !== null) return say('job-waits-until', { time: clockTime(job.waitsUntil, locale) });
      return job.total > 0
        ? say('job-progress', { stage: stageOf(job, say), done: job.done, total: job.total })
        : stageOf(job, say);
    case 'failed':
      return trouble === null ? say('job-failed') : failure(trouble);
    case 'cancelled':
      return say('job-cancelled');
    case 'done':
      return trouble === null ? outcome(job, say) : failure(trouble);
  }
}

function outcome(job: JobView, say: Words['say']): string {
  const { report } = job;
  if (report === null) return say('job-done');
  const { found, saved } = report.images;
  switch (report.status) {
    case 'saved':
      return found === 0 ? say('job-saved') : say('job-saved-pictures', { count: found });
    case 'partial':
      return say('job-partial', { saved, found });
    case 'known':
      return say('job-known');
    case 'failed':
      return say('job-failed');
  }
}

function stageOf(job: JobView, say: Words['say']): string {
  return say(job.stage === null ? 'job-waiting' : stages[job.stage]);
}

/** What was given wrong stays wrong; all else may work another time. */
function isWorthRepeating({ kind, state }: JobView, trouble: Failure | null): boolean {
  if (kind !== 'save' && kind !== 'recapture') return false;
  if (trouble === null) return state === 'cancelled';
  return trouble.kind !== 'bad-input' && trouble.kind !== 'unsupported';
}

/** A link by its host and the end of its path; a path by its file's name. */
function labelOf(label: string): string {
  if (!/^https?:/i.test(label)) return label.split(/[/\\]/).at(-1) ?? label;
  return URL.canParse(label) ? `${hostOf(label)}${new URL(label).pathname}`.replace(/\/$/, '') : label;
}
