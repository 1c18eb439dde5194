// A long piece of work as a table of stages. The runner knows progress, timing, cancelling and the log; what a stage does
// to the content is the stage's own matter.

import type { StageName } from '../../../preload/contract/calls.ts';
import { fail, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { LogPort } from '../model/ports.ts';
import type { Job } from './jobs.ts';

/** What a stage comes to: on with more known, an end that is no failure, or a failure. */
export type StageOutcome<Out, End> = { readonly next: Out } | { readonly end: End } | { readonly failure: Failure };
export type Stage<In, Out, End> = (state: In, job: Job) => Promise<StageOutcome<Out, End>>;

/** A table under construction: each stage's input is what the one before it gave. */
export interface Table<In, Out, End> {
  stage<Next>(name: StageName, stage: Stage<Out, Next, End>): Table<In, Next, End>;
  /** A stage that runs even when the work is cancelled: what it follows cannot be taken back. */
  always<Next>(name: StageName, stage: Stage<Out, Next, End>): Table<In, Next, End>;
  /** Runs all stages in order; stops at the first end, failure or cancellation. Bugs are thrown. */
  run(input: In, job: Job, log: LogPort): Promise<Result<{ readonly done: Out } | { readonly end: End }>>;
}

interface Entry {
  readonly name: StageName;
  readonly stage: Stage<unknown, unknown, unknown>;
  readonly always: boolean;
}

/** An empty table: what goes in comes out. */
export function table<In, End>(): Table<In, In, End> {
  return tableOf([]);
}

function tableOf<In, Out, End>(entries: readonly Entry[]): Table<In, Out, End> {
  function added<Next>(name: StageName, stage: Stage<Out, Next, End>, always: boolean): Table<In, Next, End> {
    // The builder is the only way to add a stage, and it checks that inputs and outputs fit.
    return tableOf<In, Next, End>([...entries, { name, stage: stage as Stage<unknown, unknown, unknown>, always }]);
  }
  return {
    stage: (name, stage) => added(name, stage, false),
    always: (name, stage) => added(name, stage, true),
    run: (input, job, log) => runEntries(entries, input, job, log) as Promise<Result<{ done: Out } | { end: End }>>,
  };
}

async function runEntries(entries: readonly Entry[], input: unknown, job: Job, log: LogPort): Promise<Result<{ done: unknown } | { end: unknown }>> {
  let state = input;
  for (const { name, stage, always } of entries) {
    if (job.signal.aborted && !always) return fail('cancelled', job.label);
    job.enter(name);
    const startedAt = performance.now();
    const outcome = await stage(state, job);
    log.write('info', `${job.label}: ${name}`, { ms: Math.round(performance.now() - startedAt) });
    if ('failure' in outcome) return { ok: false, failure: outcome.failure };
    if ('end' in outcome) return { ok: true, value: { end: outcome.end } };
    state = outcome.next;
  }
  return { ok: true, value: { done: state } };
}
