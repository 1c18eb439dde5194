// add, import, recapture.

import { Option } from 'commander';
import { fail } from '../../../preload/contract/result.ts';
import type { SaveMode, SaveReport, SaveRequest, SaveStatus } from '../../../preload/contract/calls.ts';
import { importableInputs } from '../importable.ts';
import { engineInput } from '../inputs.ts';
import { showProgress } from '../progress.ts';
import { worse, type Engine, type ExitCode, type Run } from '../run.ts';
import { answerReport } from '../save-report.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

interface AddOptions {
  readonly tag?: readonly string[];
  readonly mode: SaveRequest['mode'];
  readonly url?: string;
}

export const saveCommands: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  const tags = new Option('--tag <tag>', say('optionTag')).argParser<readonly string[] | undefined>((tag, before) => [...(before ?? []), tag]);
  const mode = new Option('--mode <mode>', say('optionMode')).choices(['auto', 'static', 'browser']).default('auto');
  program
    .command('add')
    .description(say('add'))
    .argument('<input...>', say('argumentInputs'))
    .addOption(tags)
    .addOption(mode)
    .option('--url <base>', say('optionUrl'))
    .action(act(add));
  program.command('import').description(say('import')).argument('<path...>', say('argumentPaths')).action(act(importAll));
  program.command('recapture').description(say('recapture')).addArgument(idArgument(joining, '<id>')).addOption(mode).option('--missing', say('optionMissing')).action(act(recapture));
};

async function add(run: Run, inputs: readonly string[], options: AddOptions): Promise<ExitCode> {
  const request = { tags: options.tag ?? [], mode: options.mode, base: options.url ?? null };
  return withEngine(run, 'add', async (engine) => {
    const reports = await saveAll(run, engine, { ...request, inputs });
    return reports === null ? 1 : reports.code;
  });
}

/** Saves and answers with a report for each input, in order; null where nothing could be begun. */
async function saveAll(run: Run, engine: Engine, request: SaveRequest): Promise<{ reports: readonly SaveReport[]; code: ExitCode } | null> {
  const inputs = request.inputs.map((input) => engineInput(input, run.folder));
  const endProgress = showProgress(run, engine);
  const saved = await engine.calls.save({ ...request, inputs }, { signal: run.signal });
  endProgress();
  if (!saved.ok) {
    run.output.failed(saved.failure);
    return null;
  }
  const codes = saved.value.map((report, index) => answerReport(run.output, report, request.inputs[index] ?? report.input));
  return { reports: saved.value, code: codes.reduce(worse, 0) };
}

async function importAll(run: Run, paths: readonly string[]): Promise<ExitCode> {
  const { inputs, unsupported } = await importableInputs(paths, run.folder);
  return withEngine(run, 'add', async (engine) => {
    const saved = inputs.length === 0 ? { reports: [], code: 0 as const } : await saveAll(run, engine, { inputs, tags: [], mode: 'auto', base: null });
    if (saved === null) return 1;
    for (const path of unsupported) run.output.failed(fail('unsupported', path).failure, { input: path, status: 'failed' });
    const count = (status: SaveStatus): number => saved.reports.filter((report) => report.status === status).length;
    const summary = {
      total: inputs.length + unsupported.length, saved: count('saved'), partial: count('partial'), known: count('known'),
      failed: count('failed') + unsupported.length,
    };
    run.output.answer({ summary }, [run.output.say('imported', summary)]);
    return unsupported.length > 0 ? 2 : saved.code;
  });
}

async function recapture(run: Run, id: string, { missing = false, mode }: { readonly missing?: boolean; readonly mode: SaveMode }): Promise<ExitCode> {
  return withEngine(run, 'change', async (engine) => {
    const endProgress = showProgress(run, engine);
    const report = missing
      ? await engine.calls.retryMissing({ id, captureId: null, urls: null }, { signal: run.signal })
      : await engine.calls.recapture({ id, mode }, { signal: run.signal });
    endProgress();
    if (report.ok) return answerReport(run.output, report.value, id);
    run.output.failed(report.failure, { input: id, status: 'failed' });
    return 1;
  });
}
