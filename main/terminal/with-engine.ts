// Opening the library for the time of one command.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Engine, ExitCode, OpenRequest, Run } from './run.ts';

/**
 * `add`: writes, and makes the library where there is none. `change`: writes to one that is there.
 * `look`: only reads, also while another Offprint has the library open.
 */
export type Purpose = 'add' | 'change' | 'look';

type Task = (engine: Engine) => Promise<ExitCode>;

/** Another command is done soon; the app is not. */
const waitsForLockMs = [150, 350, 700];

/** Runs a task on the library; a library that cannot be opened is told of, with exit code 1. */
export async function withEngine(run: Run, purpose: Purpose, task: Task): Promise<ExitCode> {
  const opened = await openFor(run, purpose);
  if (!opened.ok) {
    run.output.failed(opened.failure);
    return 1;
  }
  return closing(opened.value, task);
}

export async function closing(engine: Engine, task: Task): Promise<ExitCode> {
  try {
    // A command answers once: it does not list half a library.
    await engine.filled;
    return await task(engine);
  } finally {
    await engine.close();
  }
}

export async function openFor(run: Run, purpose: Purpose): Promise<Result<Engine>> {
  const request: OpenRequest = { libraryPath: run.libraryPath, access: 'write', createIfMissing: purpose === 'add' };
  const opened = await run.open(request);
  if (opened.ok) return opened;
  // The app has it open: it does what is asked, so that both see the same.
  const inApp = opened.failure.kind === 'locked' ? await run.knock(run.libraryPath) : null;
  if (inApp !== null) return ok(inApp);
  const canRead = opened.failure.kind === 'locked' || opened.failure.kind === 'read-only';
  if (purpose === 'look' && canRead) return run.open({ ...request, access: 'read' });
  if (opened.failure.kind !== 'locked') return opened;
  return openAfterLock(run, request, opened);
}

async function openAfterLock(run: Run, request: OpenRequest, locked: Result<Engine>): Promise<Result<Engine>> {
  let opened = locked;
  for (const ms of waitsForLockMs) {
    await wait(ms, undefined, { signal: run.signal }).catch(() => undefined);
    opened = await run.open(request);
    if (opened.ok || opened.failure.kind !== 'locked' || run.signal.aborted) break;
  }
  return opened;
}

/** Runs a task that needs an engine but no library of the user's: on an empty one that is gone afterwards. */
export async function withPassingEngine(run: Run, task: Task): Promise<ExitCode> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
  try {
    const passing = { ...run, libraryPath: join(folder, 'library') };
    return await withEngine(passing, 'add', task);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
