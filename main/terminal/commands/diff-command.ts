// diff.

import type { CaptureDiff, ChangedPassage } from '../../../preload/contract/calls.ts';
import { printable } from '../layout.ts';
import type { Output } from '../output.ts';
import type { ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

/** Characters that are shown of what stayed the same, on each side of a change. */
const around = 40;

export const diffCommand: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  program
    .command('diff')
    .description(say('diff'))
    .addArgument(idArgument(joining, '<id>'))
    .argument('[from]', say('argumentFrom'))
    .argument('[to]', say('argumentTo'))
    .action(act(diff));
};

async function diff(run: Run, id: string, from?: string, to?: string): Promise<ExitCode> {
  return withEngine(run, 'look', async (engine) => {
    const compared = await engine.calls.diff({ id, from: from ?? null, to: to ?? null }, { signal: run.signal });
    if (!compared.ok) {
      run.output.failed(compared.failure, { id });
      return 1;
    }
    const { changed, inserted, deleted, images, hunks } = compared.value;
    run.output.answer({ changed, inserted, deleted, images, hunks }, linesOf(run.output, compared.value));
    return 0;
  });
}

function linesOf(output: Output, { changed, inserted, deleted, images, hunks }: CaptureDiff): string[] {
  if (!changed) return [output.say('same')];
  const pictures = [...images.added.map((url) => `+ ${url}`), ...images.removed.map((url) => `- ${url}`), ...images.changed.map((url) => `~ ${url}`)];
  return [output.say('differs', { inserted, deleted, pictures: pictures.length }), ...hunks.flatMap((hunk) => ['', passage(output, hunk)]), ...(pictures.length > 0 ? ['', ...pictures.map(printable)] : [])];
}

/** Without colour the marks say it: `[-old-]{+new+}`, as `git diff --word-diff` has them. */
function passage(output: Output, { parts }: ChangedPassage): string {
  return parts
    .map(({ change, text }, index) => {
      const words = printable(text);
      if (change === 'inserted') return output.style('green', `{+${words}+}`);
      if (change === 'deleted') return output.style('red', `[-${words}-]`);
      return shortened(words, index === 0, index === parts.length - 1);
    })
    .join('');
}

function shortened(words: string, isFirst: boolean, isLast: boolean): string {
  const letters = Array.from(words);
  if (letters.length <= around * 2) return words;
  const head = isFirst ? '' : letters.slice(0, around).join('');
  const tail = isLast ? '' : letters.slice(-around).join('');
  return `${head} … ${tail}`;
}
