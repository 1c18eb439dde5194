// One line on a terminal's stderr that says how far the work is; nothing where stderr is a file or a pipe.

import type { JobView } from '../../preload/contract/calls.ts';
import { cut, printable } from './layout.ts';
import type { Engine, Run } from './run.ts';

const clearLine = '\r\u001b[2K';

/** Shows the jobs of the engine until the answer is called. */
export function showProgress(run: Run, engine: Engine): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => undefined;
  let asking = false;
  const stop = engine.listen((topic) => {
    if (topic !== 'jobs' || asking) return;
    asking = true;
    engine.calls.jobs({}, { signal: run.signal }).then(
      (jobs) => {
        asking = false;
        if (jobs.ok) stderr.write(clearLine + cut(progressLine(run, jobs.value), (stderr.columns || 80) - 1));
      },
      () => {
        asking = false;
      },
    );
  });
  return () => {
    stop();
    asking = true;
    stderr.write(clearLine);
  };
}

function progressLine(run: Run, jobs: readonly JobView[]): string {
  const ended = jobs.filter(({ state }) => state !== 'running' && state !== 'waiting').length;
  const current = jobs.find(({ state }) => state === 'running');
  if (current === undefined) return '';
  const parts = current.total > 0 ? ` ${String(current.done)}/${String(current.total)}` : '';
  if (current.waitsUntil !== null) return run.output.say('siteWaits', { label: printable(current.label), time: new Date(current.waitsUntil).toLocaleTimeString() });
  return `${String(ended + 1)}/${String(jobs.length)} ${run.output.say('working', { label: printable(current.label) })}${parts}`;
}
