// Checks whether all that is stored is what was stored: how far it has come, what was found, and a way to mend it.

import { useStore } from '../../lib/store.ts';
import { checkLibrary, mendLibrary } from '../../services/checking.ts';
import { cancelJob } from '../../services/jobs.ts';
import { checkup, type CheckupOutcome } from '../../state/checkup.ts';
import { jobs } from '../../state/surface.ts';
import { useWords, type Words } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';

export function CheckLibrary({ canMend }: { readonly canMend: boolean }) {
  const words = useWords();
  const { say, number } = words;
  const outcome = useStore(checkup);
  const job = useStore(jobs).find(({ kind, state }) => (kind === 'verify' || kind === 'mend') && (state === 'running' || state === 'waiting'));
  if (job !== undefined) {
    return (
      <div className="library-check">
        <div className="library-check-words">
          <p>{say(job.kind === 'mend' ? 'mending' : 'checking', { done: number(job.done), total: number(job.total), count: job.total })}</p>
          <ProgressBar done={job.done} total={job.total} />
        </div>
        <Button onPress={() => void cancelJob(job.id)}>{say('cancel')}</Button>
      </div>
    );
  }
  const left = outcome === null ? 0 : (outcome.mended?.left ?? outcome.report.damaged).length;
  return (
    <div className="library-check">
      <div className="library-check-words" role="status">
        {outcome === null ? <p>{say('check-hint')}</p> : <Found outcome={outcome} left={left} words={words} />}
      </div>
      {canMend && left > 0 && outcome?.mended === null ? <Button tone="primary" onPress={() => void mendLibrary()}>{say('mend')}</Button> : null}
      <Button onPress={() => void checkLibrary()}>{say(outcome === null ? 'check-now' : 'check-again')}</Button>
    </div>
  );
}

function Found({ outcome: { report, mended }, left, words: { say, number } }: { readonly outcome: CheckupOutcome; readonly left: number; readonly words: Words }) {
  if (mended !== null) return <p>{left === 0 ? say('mended-library') : say('mended-library-some', { count: left, n: number(left), mended: number(mended.mended.length) })}</p>;
  if (left === 0) return <p>{say('check-whole', { count: report.checked, n: number(report.checked) })}</p>;
  const articles = new Set(report.damaged.flatMap((thing) => thing.articles)).size;
  return (
    <>
      <p>{say('check-damaged', { count: left, n: number(left) })}</p>
      <p className="library-check-more">{say('check-damaged-where', { count: articles, n: number(articles) })}</p>
    </>
  );
}
