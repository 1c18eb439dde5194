// export.

import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { exportFormats, type ExportFormat } from '../../../preload/contract/calls.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { printable, readableSize } from '../layout.ts';
import { showProgress } from '../progress.ts';
import type { Engine, ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly out: string;
}

const endings: Readonly<Record<ExportFormat, string>> = { pdf: 'pdf', html: 'html', markdown: 'md' };

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
    const path = await targetPath(run, engine, ids, format, resolve(run.folder, out));
    if (!path.ok) {
      output.failed(path.failure);
      return 1;
    }
    const endProgress = showProgress(run, engine);
    const written = await engine.calls.export({ ids, format, path: path.value }, { signal: run.signal });
    endProgress();
    if (!written.ok) {
      output.failed(written.failure);
      return 1;
    }
    for (const { id, path: file, bytes } of written.value) {
      output.answer({ id, path: file, bytes }, [output.say('exported', { path: printable(file), size: readableSize(bytes) })]);
    }
    return 0;
  });
}

/** One article into a folder that is there gets a name by its title. */
async function targetPath(run: Run, engine: Engine, ids: readonly string[], format: ExportFormat, path: string): Promise<Result<string>> {
  const [id, ...others] = ids;
  const found = await stat(path).catch(() => null);
  if (id === undefined || others.length > 0 || found === null || !found.isDirectory()) return ok(path);
  const article = await engine.calls.article({ id }, { signal: run.signal });
  return article.ok ? ok(join(path, `${fileName(article.value.title, id)}.${endings[format]}`)) : article;
}

/** A title as a file's name that every system takes. */
function fileName(title: string, id: string): string {
  const name = printable(title).replace(/[<>:"/\\|?*]+/g, ' ').replace(/\s+/g, ' ').slice(0, 80).toWellFormed().replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? id : name;
}
