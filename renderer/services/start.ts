// The window's first questions, and what it asks again when the main side says that something changed.

import type { Topic, WindowEvent } from '../../preload/contract/events.ts';
import { noWindows } from '../lib/row-windows.ts';
import { clock } from '../state/clock.ts';
import { listing, noSelection, selection } from '../state/listing.ts';
import { reader } from '../state/reader.ts';
import { session } from '../state/session.ts';
import { ask } from './ask.ts';
import { runCommand } from './commands.ts';
import { refreshJobs } from './jobs.ts';
import { refreshCounts, refreshList } from './listing.ts';
import { loadMarks } from './marking.ts';
import { closeArticle, refreshArticle } from './reading.ts';
import { refreshSettings } from './settings.ts';

/** Changes in the midst of a save come in bursts: the window asks at most so often (ms). */
const pause = 120;
const waiting = new Map<Topic, ReturnType<typeof setTimeout>>();

/** Listens and asks for everything; the answer stops listening. */
export function start(): () => void {
  const stop = window.offprint.listen(hear);
  const minutes = setInterval(() => clock.set(Date.now()), 60_000);
  void refreshSettings();
  void openSession();
  return () => {
    stop();
    clearInterval(minutes);
  };
}

/** Asks where the app stands; when a library is open, for all that is in it. */
export async function openSession(): Promise<void> {
  const environment = await ask('environment', {});
  if (!environment.ok) return;
  session.change({ environment: environment.value });
  if (environment.value.problem !== null) return;
  const library = await ask('library', {});
  session.change({ library: library.ok ? library.value : null });
  refreshList();
  await Promise.all([refreshCounts(), refreshJobs(), refreshArticle()]);
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
      await Promise.all([refreshCounts(), refreshArticle()]);
      return;
    case 'marks': {
      const { id } = reader.get();
      if (id !== null) await loadMarks(id);
      return;
    }
    case 'jobs':
      return refreshJobs();
    case 'settings':
      return refreshSettings();
    case 'library':
      return reopen();
  }
}

/** Another library, or the same one anew: only an article that is still there stays open. */
async function reopen(): Promise<void> {
  const before = session.get().library?.id;
  await openSession();
  if (session.get().library?.id === before) return;
  closeArticle();
  selection.set(noSelection);
  listing.change({ windows: noWindows });
  refreshList();
}
