// The engine's one door. Behind it are the rooms; only flows/ join them. What is written here is the wiring of calls to
// flows, nothing else.

import type { EngineCallName, Handlers } from '../../preload/contract/calls.ts';
import type { Topic } from '../../preload/contract/events.ts';
import type { Locale } from '../../preload/contract/messages/locale.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { addMark, allMarks, editMark, marksOf, putMark, quoteMark, removeMark } from './flows/annotate.ts';
import { backUpLibrary } from './flows/backup.ts';
import { purge, restore, setState, setTags, trash } from './flows/change-articles.ts';
import { chooseCapture } from './flows/choose-capture.ts';
import { compareCaptures } from './flows/compare-captures.ts';
import { createLadder } from './capture/rescue-ladder.ts';
import type { EngineContext } from './flows/context.ts';
import { exportArticles } from './flows/export-articles.ts';
import { importMarks } from './flows/import-marks.ts';
import { createJobs } from './flows/jobs.ts';
import { keepIndex, type IndexKeeper } from './flows/keep-index.ts';
import { keepInputs } from './flows/keep-inputs.ts';
import { keepProgress } from './flows/keep-progress.ts';
import { keepWhole } from './flows/keep-whole.ts';
import { doctor, extractOnly, textOf } from './flows/look-into.ts';
import { mend } from './flows/mend.ts';
import { exportMarks } from './flows/notebook.ts';
import { articleView, libraryView, relatedTo } from './flows/read-articles.ts';
import { recapture, retryMissing, save } from './flows/save.ts';
import { putSearch, removeSearch, savedSearches } from './flows/saved-searches.ts';
import { verify } from './flows/verify.ts';
import { openLibrary } from './library/open-library.ts';
import { onDisk } from './library/paths.ts';
import { createTurns } from './library/turns.ts';
import { usualCapturing, type CaptureOptions } from './model/capture-options.ts';
import type { Ports } from './model/ports.ts';
import { openIndex } from './search/index-store.ts';

export interface EngineOptions {
  readonly libraryPath: string;
  /** `read` takes no lock and changes nothing; it works beside a writer. */
  readonly access: 'write' | 'read';
  readonly createIfMissing: boolean;
  /** Of Offprint: `1.2.3`. */
  readonly version: string;
  /** The language of what exports say in Offprint's own words; English by default. */
  readonly locale?: Locale;
  /** It stays open for long: it looks for damage in the background, and keeps what could not be added for the next time. */
  readonly stays?: boolean;
  /** Asked anew for each capture. */
  readonly capturing?: () => CaptureOptions;
}

export interface Engine {
  readonly calls: Handlers<EngineCallName>;
  /** Is told what kind of thing changed; the answer stops listening. */
  listen(listener: (topic: Topic) => void): () => void;
  /** Settles when lists and searches are whole: at once, or when an index that was not there has been made. */
  readonly filled: Promise<void>;
  /** Settles when the index holds what lay on disk at opening. */
  readonly synced: Promise<void>;
  /** Cancels what runs, waits for it, and lets go of the library. */
  close(): Promise<void>;
}

/** Failures: those of opening a library (library/open-library.ts). */
export async function createEngine(ports: Ports, options: EngineOptions): Promise<Result<Engine>> {
  const { libraryPath: path, access, createIfMissing } = options;
  const opened = await openLibrary(ports.files, { path, access, createIfMissing, now: ports.now });
  if (!opened.ok) return opened;
  const library = opened.value;
  const listeners = new Set<(topic: Topic) => void>();
  const changed = (topic: Topic): void => listeners.forEach((listener) => listener(topic));
  const index = openIndex(onDisk(path, 'cache/index.sqlite'), library.refusal === null ? 'write' : 'read', ports.now);
  const jobs = createJobs(ports.now, () => changed('jobs'));
  const context: EngineContext = {
    ports, library, index, jobs, changed,
    saving: createTurns(),
    capturing: options.capturing ?? usualCapturing,
    learnt: { ladder: createLadder(), placeholders: new Set() },
    software: `Offprint ${options.version}`,
    version: options.version,
    locale: options.locale ?? 'en',
  };
  const keeper = keepIndex(context);
  const whole = options.stays === true && library.refusal === null ? keepWhole(context, keeper.synced) : null;
  const inputs = options.stays === true && library.refusal === null ? await keepInputs(context) : null;
  listeners.add((topic) => void (topic === 'jobs' && inputs?.note()));
  const underWay = new Set<Promise<unknown>>();
  return ok({
    calls: counted(callsOf(context, keeper), underWay),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    filled: keeper.filled,
    synced: keeper.synced,
    async close() {
      await inputs?.close();
      jobs.cancelAll();
      await Promise.allSettled([...underWay, keeper.close(), whole?.close()]);
      index.close();
      await library.close();
    },
  });
}

/** What must know of every article waits until the index is filled; lists and searches answer from what there is. */
function callsOf(context: EngineContext, keeper: IndexKeeper): Handlers<EngineCallName> {
  const { index, jobs } = context;
  const { filled } = keeper;
  return {
    library: async () => ok(libraryView(context)),
    find: async (request) => ok(index.find(request)),
    facets: async (request) => ok(index.facets(request)),
    allIds: async (request) => ok(index.allIds(request)),
    savedSearches: () => savedSearches(context),
    putSearch: (request) => putSearch(context, request),
    removeSearch: ({ id }) => removeSearch(context, id),
    findInText: async ({ query, typing, text }) => ok(index.findInText(query, typing, text)),
    related: async ({ id, limit }) => relatedTo(context, id, limit),
    counts: async () => ok(index.counts()),
    article: ({ id }) => articleView(context, id),
    text: ({ id, captureId, format }, { signal }) => textOf(context, id, captureId, format, native(signal)),
    save: async (request, { signal }) => (await filled, save(context, request, native(signal))),
    recapture: (request, { signal }) => recapture(context, request, native(signal)),
    retryMissing: (request, { signal }) => retryMissing(context, request, native(signal)),
    chooseCapture: ({ id, captureId }, { signal }) => chooseCapture(context, id, captureId, native(signal)),
    diff: (request, { signal }) => compareCaptures(context, request, native(signal)),
    jobs: async () => ok(jobs.list()),
    cancelJob: async ({ jobId }) => (jobs.cancel(jobId), ok(null)),
    dismissJobs: async ({ jobId }) => (jobs.dismiss(jobId), ok(null)),
    setState: (request) => setState(context, request),
    keepProgress: ({ id, progress }) => keepProgress(context, id, progress),
    setTags: ({ ids, add, remove }) => setTags(context, ids, add, remove),
    delete: ({ ids }) => trash(context, ids),
    restore: ({ ids }) => restore(context, ids),
    purge: ({ ids }) => purge(context, ids),
    marks: ({ id }) => marksOf(context, id),
    addMark: ({ id, draft }) => addMark(context, id, draft),
    quoteMark: (request) => quoteMark(context, request),
    editMark: (request) => editMark(context, request),
    removeMark: ({ id, markId }) => removeMark(context, id, markId),
    putMark: ({ id, mark }) => putMark(context, id, mark),
    notebook: async (request) => ok(index.notebook(request)),
    exportMarks: async (request) => (await filled, exportMarks(context, request)),
    importMarks: async (request) => (await filled, importMarks(context, request)),
    allMarks: async () => allMarks(context),
    export: (request, { signal }) => exportArticles(context, request, native(signal)),
    verify: (_, { signal }) => verify(context, native(signal)),
    mend: (request, { signal }) => mend(context, request, native(signal)),
    backup: ({ path }, { signal }) => backUpLibrary(context, path, native(signal)),
    reindex: async (_, { signal }) => ok(await keeper.rebuild(native(signal))),
    doctor: async () => (await filled, ok(await doctor(context))),
    extract: ({ input, base }, { signal }) => extractOnly(context, input, base, native(signal)),
  };
}

/** Every call is an AbortSignal in truth; the ground only cannot say so, as it knows neither DOM nor Node. */
function native(signal: unknown): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  throw new TypeError('a call needs an AbortSignal');
}

/** Keeps count of calls under way, so that closing can wait for them. */
function counted(calls: Handlers<EngineCallName>, underWay: Set<Promise<unknown>>): Handlers<EngineCallName> {
  const count = <A extends unknown[], R>(call: (...given: A) => Promise<R>) => (...given: A): Promise<R> => {
    const work = call(...given);
    underWay.add(work);
    const done = (): void => void underWay.delete(work);
    work.then(done, done);
    return work;
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, count(call as (...given: unknown[]) => Promise<unknown>)])) as unknown as Handlers<EngineCallName>;
}
