// verify, backup, reindex, doctor.

import { resolve } from 'node:path';
import type { DamagedThing, DoctorReport, MendReport, VerifyReport } from '../../../preload/contract/calls.ts';
import { padded, printable, readableSize } from '../layout.ts';
import type { Output } from '../output.ts';
import { showProgress } from '../progress.ts';
import type { Engine, ExitCode, Run } from '../run.ts';
import { closing, openFor, withEngine, withPassingEngine } from '../with-engine.ts';
import type { CommandGroup } from './command-group.ts';

export const careCommands: CommandGroup = ({ program, say, act }) => {
  program.command('verify').description(say('verify')).option('--mend', say('optionMend')).option('--from <folder>', say('optionMendFrom')).action(act(verify));
  program.command('backup').description(say('backup')).requiredOption('--to <folder>', say('optionTo')).action(act(backup));
  program.command('reindex').description(say('reindex')).action(act(reindex));
  program.command('doctor').description(say('doctor')).action(act(doctor));
};

interface VerifyOptions {
  readonly mend?: boolean;
  readonly from?: string;
}

async function verify(run: Run, { mend = false, from }: VerifyOptions): Promise<ExitCode> {
  const mends = mend || from !== undefined;
  return withEngine(run, mends ? 'change' : 'look', async (engine) => {
    const { output } = run;
    const endProgress = showProgress(run, engine);
    const verified = await engine.calls.verify({}, { signal: run.signal });
    const mended = verified.ok && mends ? await engine.calls.mend({ ids: null, from: from === undefined ? null : resolve(run.folder, from) }, { signal: run.signal }) : null;
    endProgress();
    const failure = verified.ok ? (mended === null || mended.ok ? null : mended.failure) : verified.failure;
    if (failure !== null) output.failed(failure);
    if (!verified.ok) return 1;
    const done = mended?.ok === true ? mended.value : null;
    const damaged = done?.left ?? verified.value.damaged;
    output.answer({ ok: damaged.length === 0, ...verified.value, damaged, ...(done === null ? {} : { mended: done.mended }) }, verifiedLines(output, verified.value, damaged, done));
    return failure === null && damaged.length === 0 ? 0 : 1;
  });
}

function verifiedLines(output: Output, { checked, before, damaged: found, lost }: VerifyReport, left: readonly DamagedThing[], done: MendReport | null): readonly string[] {
  return [
    ...left.map(({ path, reason }) => output.style('red', output.say('damagedFile', { reason: output.say(reason), path: printable(path) }))),
    ...(done?.mended ?? []).map(({ path, by }) => output.style('green', output.say('mendedFile', { by: output.say(`by-${by}`), path: printable(path) }))),
    ...lost.map(({ path }) => output.style('dim', output.say('lostFile', { path: printable(path) }))),
    ...(before > 0 ? [output.say('verifiedOn', { before })] : []),
    output.say('verified', { checked, damaged: found.length }),
    ...(done === null && found.length > 0 ? [output.say('canMend')] : []),
  ];
}

async function backup(run: Run, { to }: { readonly to: string }): Promise<ExitCode> {
  return withEngine(run, 'look', async (engine) => {
    const { output } = run;
    const made = await engine.calls.backup({ path: resolve(run.folder, to) }, { signal: run.signal });
    if (!made.ok) {
      output.failed(made.failure);
      return 1;
    }
    const { articles, copied, bytes, damaged } = made.value;
    const lines = damaged.map((path) => output.style('red', output.say('damagedFile', { reason: output.say('changed'), path: printable(path) })));
    output.answer(made.value, [...lines, output.say('backedUp', { articles, copied, size: readableSize(bytes) })]);
    return damaged.length === 0 ? 0 : 1;
  });
}

async function reindex(run: Run): Promise<ExitCode> {
  return withEngine(run, 'change', async (engine) => {
    const { output } = run;
    const made = await engine.calls.reindex({}, { signal: run.signal });
    if (!made.ok) {
      output.failed(made.failure);
      return 1;
    }
    const { articles, tookMs } = made.value;
    output.answer({ articles, tookMs }, [output.say('reindexed', { articles, seconds: (tookMs / 1000).toFixed(1) })]);
    return 0;
  });
}

/** Also says what it can where there is no library yet; then the report's library is null. */
async function doctor(run: Run): Promise<ExitCode> {
  const opened = await openFor(run, 'look');
  if (opened.ok) return closing(opened.value, (engine) => examine(run, engine, true));
  if (opened.failure.kind !== 'not-found') {
    run.output.failed(opened.failure);
    return 1;
  }
  return withPassingEngine(run, (engine) => examine(run, engine, false));
}

async function examine(run: Run, engine: Engine, hasLibrary: boolean): Promise<ExitCode> {
  const { output } = run;
  const report = await engine.calls.doctor({}, { signal: run.signal });
  if (!report.ok) {
    output.failed(report.failure);
    return 1;
  }
  const answer = { ...report.value, library: hasLibrary ? report.value.library : null };
  output.answer(answer, doctorLines(output, answer, run.libraryPath));
  return 0;
}

function doctorLines(output: Output, report: Omit<DoctorReport, 'library'> & { library: DoctorReport['library'] | null }, libraryPath: string): readonly string[] {
  const { library } = report;
  const none = output.say('none');
  const facts: readonly (readonly [string, string])[] = [
    ['Offprint', report.offprint],
    ['Node', report.node],
    ['SQLite', report.sqlite],
    [output.say('chromium'), report.chromium === null ? none : `${report.chromium}${report.chromiumPath === null ? '' : ` (${report.chromiumPath})`}`],
    [output.say('proxy'), report.proxy ?? none],
    [output.say('library'), library === null ? output.say('noLibrary', { path: libraryPath }) : `${library.path}${library.readOnly ? ` (${output.say('readOnly')})` : ''}`],
    [output.say('articles'), library === null ? none : String(library.articles)],
  ];
  return facts.map(([name, value]) => `${output.style('dim', padded(name, 10))}${printable(value)}`);
}
