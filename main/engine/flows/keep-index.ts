// Keeps the index whole for as long as the library is open: made when it is missing or lost, brought up to date at opening,
// now and then, and when something changes in the folder by another hand. One of these at a time.

import { setTimeout as wait } from 'node:timers/promises';
import { finishPurges } from '../library/purge.ts';
import { isId } from '../model/id.ts';
import { onDisk } from '../library/paths.ts';
import type { EngineContext } from './context.ts';
import { syncArticles, syncIndex } from './sync-index.ts';

export interface IndexKeeper {
  /** Settles when lists and searches are whole: at once, or when an index that was not there has been made. */
  readonly filled: Promise<void>;
  /** Settles when the index holds what lay on disk at opening. */
  readonly synced: Promise<void>;
  /** Makes the index anew from nothing. */
  rebuild(signal: AbortSignal): Promise<{ readonly articles: number; readonly tookMs: number }>;
  close(): Promise<void>;
}

/** Changes in the folder are looked at when it has been quiet for so long, in milliseconds: a sync writes several files an article. */
const quietMs = 1500;
/** The whole folder is looked through this often: not every system tells of every change. */
const everyMs = 5 * 60_000;
/** From so many changed articles on, all are looked at. */
const mostSingly = 500;

export function keepIndex(context: EngineContext): IndexKeeper {
  const closing = new AbortController();
  const { index, library } = context;
  let last: Promise<unknown> = Promise.resolve();
  /** Runs after what runs now; a failure is logged and ends nothing. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T | null> => {
    const turn = last.then(() => (closing.signal.aborted ? null : work())).catch((error: unknown) => logged(context, error));
    last = turn;
    return turn;
  };
  // A reader beside a writer leaves a filled index to the writer.
  const isOurs = library.refusal === null || index.fresh;
  const wasFresh = index.fresh;
  const synced = inTurn(async () => (isOurs ? atOpening(context, closing.signal) : undefined)).then(() => undefined);
  index.whenLost(() => void inTurn(() => syncIndex(context, closing.signal)));
  const ends = isOurs ? [watchChanges(context, inTurn, closing.signal), syncNowAndThen(context, inTurn, closing.signal)] : [];
  return {
    filled: wasFresh ? synced : Promise.resolve(),
    synced,
    async rebuild(signal) {
      const startedAt = performance.now();
      const articles = await inTurn(() => {
        index.clear();
        return syncIndex(context, AbortSignal.any([signal, closing.signal]));
      });
      return { articles: articles ?? 0, tookMs: Math.round(performance.now() - startedAt) };
    },
    async close() {
      closing.abort();
      for (const end of ends) end();
      await last;
    },
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T | null>;

async function atOpening(context: EngineContext, signal: AbortSignal): Promise<void> {
  await syncIndex(context, signal);
  // What an earlier process left is brought to its end.
  if (context.library.refusal === null && !signal.aborted) await finishPurges(context.ports.files, context.library);
}

function logged(context: EngineContext, error: unknown): null {
  context.ports.log.write('error', 'the index could not be brought up to date', { error: String(error) });
  return null;
}

function watchChanges(context: EngineContext, inTurn: InTurn, signal: AbortSignal): () => void {
  const changed = new Set<string>();
  let waiting = false;
  const look = async (): Promise<void> => {
    for (let seen = -1; seen !== changed.size; ) {
      seen = changed.size;
      await wait(quietMs, undefined, { ref: false, signal }).catch(() => undefined);
    }
    waiting = false;
    const ids = [...changed];
    changed.clear();
    await inTurn<unknown>(() => (ids.length > mostSingly ? syncIndex(context, signal) : syncArticles(context, ids, signal)));
  };
  const note = (inside: string): void => {
    const id = inside.split('/')[1] ?? '';
    if (!isId(id)) return;
    changed.add(id);
    if (waiting) return;
    waiting = true;
    void look();
  };
  const ends = ['articles', 'trash'].map((folder) => context.ports.files.watch(onDisk(context.library.path, folder), note));
  return () => ends.forEach((end) => end());
}

function syncNowAndThen(context: EngineContext, inTurn: InTurn, signal: AbortSignal): () => void {
  const timer = setInterval(() => void inTurn(() => syncIndex(context, signal)), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
