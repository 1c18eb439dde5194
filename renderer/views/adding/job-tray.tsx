// Captures on their way and lately ended, at the foot of the list.

import { useState } from 'react';
import { useStore } from '../../lib/store.ts';
import { dismissJobs } from '../../services/jobs.ts';
import { jobs } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { JobLine } from './job-line.tsx';
import './adding.css';

export function JobTray() {
  const list = useStore(jobs);
  const { say, number } = useWords();
  const [open, setOpen] = useState(true);
  if (list.length === 0) return null;
  const running = list.filter(({ state }) => state === 'running' || state === 'waiting').length;
  const failed = list.filter(({ state }) => state === 'failed').length;
  const title =
    running > 0
      ? say('jobs-running', { count: running, n: number(running) })
      : failed > 0
        ? say('jobs-failed', { count: failed, n: number(failed) })
        : say('jobs-done');
  return (
    <section className="tray" aria-label={say('captures')}>
      <header className="tray-head">
        <button type="button" className="tray-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="chevron" size={14} />
          {title}
        </button>
        {running === 0 ? <IconButton icon="close" size={14} label={say('dismiss-all')} onPress={() => void dismissJobs(null)} /> : null}
      </header>
      {open ? (
        <ul className="tray-list">
          {list.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
