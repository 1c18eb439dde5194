// Where the app stands, and which library is open.

import { noWindows } from '../lib/row-windows.ts';
import { listing, noSelection, selection } from '../state/listing.ts';
import { session } from '../state/session.ts';
import { ask } from './ask.ts';
import { forgetSteps } from './history.ts';
import { refreshJobs } from './jobs.ts';
import { refreshCounts, refreshList } from './listing.ts';
import { closeNotebook } from './notebook.ts';
import { refreshSearches } from './saved-searches.ts';
import { forgetProgress } from './progress.ts';
import { closeArticle, refreshArticle } from './reading.ts';

/** Asks where the app stands; when a library is open, for all that is in it. */
export async function openSession(): Promise<void> {
  const environment = await ask('environment', {});
  if (!environment.ok) return;
  session.change({ environment: environment.value });
  if (environment.value.problem !== null) return session.change({ library: null });
  const library = await ask('library', {});
  session.change({ library: library.ok ? library.value : null });
  refreshList();
  await Promise.all([refreshCounts(), refreshSearches(), refreshJobs(), refreshArticle()]);
}

/** Another library, or the same one anew: only an article that is still there stays open. */
export async function reopenSession(): Promise<void> {
  const before = session.get().library?.id;
  await openSession();
  if (session.get().library?.id === before) return;
  closeArticle();
  closeNotebook();
  forgetSteps();
  forgetProgress();
  selection.set(noSelection);
  listing.change({ windows: noWindows });
  refreshList();
}
