// export.

import { resolve } from 'node:path';
import { Option } from 'commander';
import { exportFormats, type ExportFormat, type ExportReport } from '../../../preload/contract/calls.ts';
import { fail } from '../../../preload/contract/result.ts';
import { printable, readableSize } from '../layout.ts';
import { showProgress } from '../progress.ts';
import type { ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';
import { addPrintOptions, printSettings, type PrintFlags } from './print-options.ts';

type ExportOptions = PrintFlags & {
  readonly format: ExportFormat;
  readonly out: string;
};

export const exportCommand: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  const command = program
    .command('export')
    .description(say('export'))
    .addArgument(idArgument(joining, '<id...>'))
    .addOption(new Option('--format <format>', say('optionExportFormat')).choices(exportFormats).makeOptionMandatory())
    .requiredOption('--out <path>', say('optionOut'));
  addPrintOptions(command, joining).action(act(exportAll));
};

async function exportAll(run: Run, ids: readonly string[], { format, out, ...flags }: ExportOptions): Promise<ExitCode> {
  const { output } = run;
  const print = printSettings(flags);
  if (print.book && format !== 'pdf') {
    output.tell(`offprint: ${output.say('bookIsPdf')}`);
    return 2;
  }
  return withEngine(run, 'look', async (engine) => {
    const endProgress = showProgress(run, engine);
    const written = await engine.calls.export({ ids, format, path: resolve(run.folder, out), print }, { signal: run.signal });
    endProgress();
    if (!written.ok) {
      output.failed(written.failure);
      return 1;
    }
    tell(run, written.value);
    return written.value.every(({ path }) => path !== null) ? 0 : 1;
  });
}

/** One line a file: the articles of a book share theirs. */
function tell({ output }: Run, reports: readonly ExportReport[]): void {
  const told = new Set<string>();
  for (const { id, path, bytes, failure } of reports) {
    if (path === null) output.failed(failure ?? fail('bug', id).failure, { id });
    else output.answer({ id, path, bytes }, told.has(path) ? [] : [output.say('exported', { path: printable(path), size: readableSize(bytes) })]);
    if (path !== null) told.add(path);
  }
}
