// tag, delete, restore.

import type { ArticleRow } from '../../../preload/contract/article.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { rowJson } from '../article-lines.ts';
import { printable } from '../layout.ts';
import type { Output } from '../output.ts';
import type { Engine, ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

export const articleCommands: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  program
    .command('tag')
    .description(say('tag'))
    .addArgument(idArgument(joining, '<id>'))
    .argument('[changes...]', say('argumentChanges'))
    .action(act(tag));
  program.command('delete').description(say('delete')).addArgument(idArgument(joining, '<id...>')).action(act(deleteAll));
  program.command('restore').description(say('restore')).addArgument(idArgument(joining, '<id...>')).action(act(restoreAll));
};

async function tag(run: Run, id: string, words: readonly string[]): Promise<ExitCode> {
  const changes = words.map((word) => word.trim());
  const named = (sign: string): string[] => changes.filter((change) => change.startsWith(sign)).map((change) => change.slice(1).trim());
  const [add, remove] = [named('+'), named('-')];
  if (changes.length === 0 || add.length + remove.length < changes.length || [...add, ...remove].includes('')) {
    run.output.tell(run.output.say('wantedChanges'));
    return 2;
  }
  const describe = ({ title, tags }: ArticleRow): string => `${title} · ${run.output.say('tags', { tags: tags.join(', ') })}`;
  return changeEach(run, [id], (engine) => engine.calls.setTags({ ids: [id], add, remove }, { signal: run.signal }), describe);
}

async function deleteAll(run: Run, ids: readonly string[]): Promise<ExitCode> {
  const describe = ({ title }: ArticleRow): string => run.output.say('movedToTrash', { title });
  return changeEach(run, ids, (engine, id) => engine.calls.delete({ ids: [id] }, { signal: run.signal }), describe);
}

async function restoreAll(run: Run, ids: readonly string[]): Promise<ExitCode> {
  const describe = ({ title }: ArticleRow): string => run.output.say('restored', { title });
  return changeEach(run, ids, (engine, id) => engine.calls.restore({ ids: [id] }, { signal: run.signal }), describe);
}

/** Changes each article and answers with its row; one that fails does not keep the others from being done. */
async function changeEach(
  run: Run,
  ids: readonly string[],
  change: (engine: Engine, id: string) => Promise<Result<unknown>>,
  describe: (row: ArticleRow) => string,
): Promise<ExitCode> {
  return withEngine(run, 'change', async (engine) => {
    let code: ExitCode = 0;
    for (const id of ids) {
      const changed = await change(engine, id);
      const row = changed.ok ? await engine.calls.article({ id }, { signal: run.signal }) : changed;
      if (!answerRow(run.output, id, row, describe)) code = 1;
    }
    return code;
  });
}

function answerRow(output: Output, id: string, row: Result<ArticleRow>, describe: (row: ArticleRow) => string): boolean {
  if (row.ok) output.answer(rowJson(row.value), [printable(describe(row.value))]);
  else output.failed(row.failure, { id });
  return row.ok;
}
