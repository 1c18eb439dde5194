// The list of work that runs, waits or has lately ended, as the window and the terminal show it.

import { randomUUID } from 'node:crypto';
import type { JobView, SaveOptions, SaveReport, StageName } from '../../../preload/contract/calls.ts';
import type { Failure } from '../../../preload/contract/result.ts';

/** Ended jobs that are kept on the list, and those of them that may be tried again. */
const remembered = 200;
const rememberedOpen = 1000;
/** Milliseconds between two pieces of news about progress. */
const newsEvery = 100;

export interface Job {
  readonly id: string;
  readonly label: string;
  readonly signal: AbortSignal;
  start(): void;
  enter(stage: StageName): void;
  progress(done: number, total: number): void;
  /** The site asked to be left alone until then; null when it may be asked again. */
  waits(until: Date | null): void;
  end(outcome: { readonly report?: SaveReport; readonly failure: Failure | null; readonly articleId: string | null }): void;
}

/** An input that is not in the library yet. */
export interface OpenInput extends SaveOptions {
  readonly input: string;
  /** Why it failed; null while it waits or is under way. */
  readonly failure: Failure | null;
}

export interface Jobs {
  /** Puts a job on the list, waiting. `signal` cancels it from outside. @param order what a save takes in */
  add(kind: JobView['kind'], label: string, signal: AbortSignal, order?: Omit<OpenInput, 'failure'>): Job;
  /** Puts an input of an earlier process on the list, as ended. */
  restore(input: OpenInput, report: SaveReport): void;
  /** The inputs that wait, are under way, or failed and may be tried again; the oldest first. */
  openInputs(): readonly OpenInput[];
  list(): readonly JobView[];
  cancel(id: string): void;
  dismiss(id: string | null): void;
  /** Cancels all that runs or waits. */
  cancelAll(): void;
}

interface Entry {
  readonly view: Mutable<JobView>;
  readonly controller: AbortController;
  readonly order: Omit<OpenInput, 'failure'> | null;
  /** An earlier process did not come to it: it stays open until the user says what shall become of it. */
  readonly interrupted: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function createJobs(now: () => Date, changed: () => void): Jobs {
  const entries = new Map<string, Entry>();
  const tell = throttle(changed, newsEvery);

  function add(kind: JobView['kind'], label: string, outside: AbortSignal, order: Entry['order'] = null, interrupted = false): Job {
    const controller = new AbortController();
    const signal = AbortSignal.any([outside, controller.signal]);
    const view: Mutable<JobView> = {
      id: randomUUID(), kind, label, order: order === null ? null : optionsOf(order), state: 'waiting', stage: null, done: 0, total: 0, articleId: null, report: null, failure: null, waitsUntil: null,
      startedAt: now().toISOString(),
    };
    entries.set(view.id, { view, controller, order, interrupted });
    forgetOldest();
    tell();
    return {
      id: view.id,
      label,
      signal,
      start() {
        view.state = 'running';
        tell();
      },
      enter(stage) {
        Object.assign(view, { stage, done: 0, total: 0 });
        tell();
      },
      progress(done, total) {
        Object.assign(view, { done, total });
        tell();
      },
      waits(until) {
        view.waitsUntil = until === null ? null : until.toISOString();
        tell();
      },
      end({ report, failure, articleId }) {
        const state = failure === null ? 'done' : failure.kind === 'cancelled' ? 'cancelled' : 'failed';
        Object.assign(view, { state, stage: null, waitsUntil: null, report: report ?? null, failure, articleId });
        tell();
      },
    };
  }

  function forgetOldest(): void {
    const ended = [...entries.values()].filter(({ view }) => hasEnded(view));
    // What failed and may be had another time waits for the user.
    const isOpen = ({ view, interrupted }: Entry): boolean => interrupted || isOpenInput(view);
    const [open, closed] = [ended.filter(isOpen), ended.filter((entry) => !isOpen(entry))];
    for (const { view } of [...open.slice(0, -rememberedOpen), ...closed.slice(0, -remembered)]) entries.delete(view.id);
  }

  return {
    add,
    restore({ input, tags, mode, base, failure }, report) {
      const job = add('save', labelOf(input), new AbortController().signal, { input, tags, mode, base }, failure === null);
      job.end({ report, failure: report.failure, articleId: null });
    },
    openInputs: () => [...entries.values()].flatMap(({ view, order, interrupted }) => (order === null || !(interrupted || isOpenInput(view)) ? [] : { ...order, failure: interrupted || !hasEnded(view) ? null : view.failure })),
    list: () => [...entries.values()].map(({ view }) => ({ ...view })).toReversed(),
    cancel: (id) => entries.get(id)?.controller.abort(),
    dismiss(id) {
      for (const [key, { view }] of entries) if (hasEnded(view) && (id === null || id === key)) entries.delete(key);
      tell();
    },
    cancelAll() {
      for (const { controller } of entries.values()) controller.abort();
    },
  };
}

function optionsOf({ tags, mode, base }: SaveOptions): SaveOptions {
  return { tags, mode, base };
}

/** What was given wrong stays wrong, and what the user cancelled is not wanted. */
function isOpenInput(view: JobView): boolean {
  if (!hasEnded(view)) return true;
  return view.failure !== null && !['bad-input', 'unsupported', 'cancelled'].includes(view.failure.kind);
}

/** A link as it is, a file by its name. */
export function labelOf(input: string): string {
  return /^https?:/i.test(input) ? input : (input.split(/[/\\]/).at(-1) ?? input);
}

function hasEnded(view: JobView): boolean {
  return view.state !== 'running' && view.state !== 'waiting';
}

/** The first at once, then at most one in each span, the last always. */
function throttle(act: () => void, ms: number): () => void {
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  return function tell() {
    if (timer !== null) {
      again = true;
      return;
    }
    act();
    timer = setTimeout(() => {
      timer = null;
      if (again) {
        again = false;
        tell();
      }
    }, ms).unref();
  };
}
