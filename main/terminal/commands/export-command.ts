// export.

import { resolve } from 'node:path';
import { Option } from 'commander';
import { exportFormats, type ExportFormat } from '../../../preload/contract/calls.ts';
import { fail } from '../../../preload/contract/result.ts';
import { printable, readableSize } from '../layout.ts';
import { showProgress } from '../progress.ts';
import type { ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly out: string;
}

export const exportCommand: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  program
    .command('export')
    .description(say('export'))
    .addArgument(idArgument(joining, '<id...>'))
    .addOption(new Option('--format <format>', say('optionExportFormat')).choices(exportFormats).makeOptionMandatory())
    .requiredOption('--out <path>', say('optionOut'))
    .action(act(exportAll));
};

async function exportAll(run: Run, ids: readonly string[], { format, out }: ExportOptions): Promise<ExitCode> {
  return withEngine(run, 'look', async (engine) => {
    const { output } = run;
    const endProgress = showProgress(run, engine);
    const written = await engine.calls.export({ ids, format, path: resolve(run.folder, out) }, { signal: run.signal });
    endProgress();
    if (!written.ok) {
      output.failed(written.failure);
      return 1;
    }
    for (const { id, path, bytes, failure } of written.value) {
      if (path === null) output.failed(failure ?? fail('bug', id).failure, { id });
      else output.answer({ id, path, bytes }, [output.say('exported', { path: printable(path), size: readableSize(bytes) })]);
    }
    return written.value.every(({ path }) => path !== null) ? 0 : 1;
  });
}
