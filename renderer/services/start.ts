// The window's first questions, and what it asks again when the main side says that something changed.

import type { Topic, WindowEvent } from '../../preload/contract/events.ts';
import { clock } from '../state/clock.ts';
import { reader } from '../state/reader.ts';
import { runCommand } from './commands.ts';
import { followList } from './faceting.ts';
import { refreshJobs } from './jobs.ts';
import { refreshCounts, refreshList } from './listing.ts';
import { loadMarks } from './marking.ts';
import { refreshNotebook } from './notebook.ts';
import { refreshArticle } from './reading.ts';
import { refreshSearches } from './saved-searches.ts';
import { openSession, reopenSession } from './session.ts';
import { refreshSettings } from './settings.ts';

/** Changes in the midst of a save come in bursts: the window asks at most so often (ms). */
const pause = 120;
const waiting = new Map<Topic, ReturnType<typeof setTimeout>>();

/** Listens and asks for everything; the answer stops listening. */
export function start(): () => void {
  const stops = [window.offprint.listen(hear), followList()];
  const minutes = setInterval(() => clock.set(Date.now()), 60_000);
  void refreshSettings();
  void openSession();
  return () => {
    for (const stop of stops) stop();
    clearInterval(minutes);
  };
}

function hear(event: WindowEvent): void {
  if (event.type === 'command') return runCommand(event.command);
  const { topic } = event;
  if (waiting.has(topic)) return;
  waiting.set(topic, setTimeout(() => {
    waiting.delete(topic);
    void refresh(topic);
  }, pause));
}

async function refresh(topic: Topic): Promise<void> {
  switch (topic) {
    case 'articles':
      refreshList();
      await Promise.all([refreshCounts(), refreshSearches(), refreshArticle()]);
      return;
    case 'marks': {
      const { id } = reader.get();
      await Promise.all([id === null ? null : loadMarks(id), refreshNotebook()]);
      return;
    }
    case 'jobs':
      return refreshJobs();
    case 'searches':
      return refreshSearches();
    case 'settings':
      return refreshSettings();
    case 'library':
      return reopenSession();
  }
}
