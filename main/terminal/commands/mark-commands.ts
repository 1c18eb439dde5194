// annotate, annotations.

import { Option } from 'commander';
import type { NotebookEntry } from '../../../preload/contract/calls.ts';
import { markColors, quoteOf, type MarkColor } from '../../../preload/contract/mark.ts';
import { marksMarkdown } from '../../../preload/contract/marks-document.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { printable, printableText } from '../layout.ts';
import type { Engine, ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

interface AnnotateOptions {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly note: string;
  readonly color: MarkColor;
}

export const markCommands: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  program
    .command('annotate')
    .description(say('annotate'))
    .addArgument(idArgument(joining, '<id>'))
    .requiredOption('--quote <words>', say('optionQuote'))
    .option('--prefix <words>', say('optionPrefix'), '')
    .option('--suffix <words>', say('optionSuffix'), '')
    .option('--note <text>', say('optionNote'), '')
    .addOption(new Option('--color <color>', say('optionColor')).choices(markColors).default('yellow'))
    .action(act(annotate));
  program
    .command('annotations')
    .description(say('annotations'))
    .addArgument(idArgument(joining, '[id]'))
    .addOption(new Option('--format <format>', say('optionMarksFormat')).choices(['json', 'markdown']))
    .action(act(annotations));
};

async function annotate(run: Run, id: string, options: AnnotateOptions): Promise<ExitCode> {
  const { quote, prefix, suffix, note, color } = options;
  return withEngine(run, 'change', async (engine) => {
    const mark = await engine.calls.quoteMark({ id, quote, prefix, suffix, note, color }, { signal: run.signal });
    if (mark.ok) run.output.answer(mark.value, [run.output.say('marked', { quote: printable(quoteOf(mark.value)?.exact ?? quote) })]);
    else run.output.failed(mark.failure, { id });
    return mark.ok ? 0 : 1;
  });
}

async function annotations(run: Run, id: string | undefined, options: { readonly format?: 'json' | 'markdown' }): Promise<ExitCode> {
  return withEngine(run, 'look', async (engine) => {
    const { output } = run;
    const found = id === undefined ? await allMarks(run, engine) : await marksOf(run, engine, id);
    if (!found.ok) {
      output.failed(found.failure, id === undefined ? {} : { id });
      return 1;
    }
    if ((options.format ?? (output.json ? 'json' : 'markdown')) === 'json') {
      for (const { mark } of found.value) output.answer(mark, [JSON.stringify(mark)]);
      return 0;
    }
    const entries = found.value;
    const markdown = entries.length === 0 ? '' : marksMarkdown(entries);
    if (markdown !== '') output.answer({ markdown }, [printableText(markdown).trimEnd()]);
    else if (!output.json) output.tell(output.say('noMarks'));
    return 0;
  });
}

async function allMarks(run: Run, engine: Engine): Promise<Result<readonly NotebookEntry[]>> {
  const all = await engine.calls.allMarks({}, { signal: run.signal });
  return all.ok ? ok(all.value.flatMap(({ article, marks }) => marks.map((mark) => ({ article, mark })))) : all;
}

async function marksOf(run: Run, engine: Engine, id: string): Promise<Result<readonly NotebookEntry[]>> {
  const article = await engine.calls.article({ id }, { signal: run.signal });
  if (!article.ok) return article;
  const marks = await engine.calls.marks({ id }, { signal: run.signal });
  return marks.ok ? ok(marks.value.map((mark) => ({ article: article.value, mark }))) : marks;
}
