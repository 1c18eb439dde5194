// Captures on their way and lately ended, at the foot of the list.

import { useState } from 'react';
import type { JobView } from '../../../preload/contract/calls.ts';
import { useStore } from '../../lib/store.ts';
import { dismissJobs, retryAll, worthRetrying } from '../../services/jobs.ts';
import { jobs } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { JobLine } from './job-line.tsx';
import './adding.css';

/** What goes on first, then what needs the user, then the rest; newest first among its like. */
const ranks: Readonly<Record<JobView['state'], number>> = { running: 0, failed: 1, waiting: 2, done: 3, cancelled: 3 };

/** What came of other work is shown where it was asked for. */
function isCapture({ kind }: JobView): boolean {
  return kind === 'save' || kind === 'recapture';
}

function isOpen({ state }: JobView): boolean {
  return state === 'running' || state === 'waiting';
}

export function JobTray() {
  const list = useStore(jobs).filter((job) => isCapture(job) || job.state !== 'done');
  const { say, number } = useWords();
  const [wanted, setWanted] = useState<boolean | null>(null);
  if (list.length === 0) return null;
  const running = list.filter(isOpen).length;
  const failed = list.filter(({ state }) => state === 'failed').length;
  const title =
    running > 0
      ? list.some((job) => isCapture(job) && isOpen(job)) ? say('jobs-running', { count: running, n: number(running) }) : say('jobs-working')
      : failed > 0
        ? say('jobs-failed', { count: failed, n: number(failed) })
        : say('jobs-done', { count: list.length, n: number(list.length) });
  // Until the user says otherwise, it is open while there is something to see in it.
  const open = wanted ?? (running > 0 || failed > 0);
  return (
    <section className="tray" aria-label={say('captures')}>
      <header className="tray-head">
        <button type="button" className="tray-title" aria-expanded={open} onClick={() => setWanted(!open)}>
          <Icon name="chevron" size={14} />
          {title}
        </button>
        {running === 0 && worthRetrying(list).length > 1 ? (
          <button type="button" className="text-action" onClick={() => void retryAll(list)}>
            {say('jobs-retry')}
          </button>
        ) : null}
        {running === 0 ? <IconButton icon="close" size={14} label={say('dismiss-all')} onPress={() => void dismissJobs(null)} /> : null}
      </header>
      {open ? (
        <ul className="tray-list">
          {list.toSorted((a, b) => ranks[a.state] - ranks[b.state]).map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
