// show.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import type { ArticleView } from '../../../preload/contract/article.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { printable, printableText } from '../layout.ts';
import type { Output } from '../output.ts';
import type { Engine, ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { idArgument, type CommandGroup } from './command-group.ts';

type ShowFormat = 'json' | 'text' | 'markdown' | 'reader' | 'original';

interface ShowOptions {
  readonly format?: ShowFormat;
  readonly capture?: string;
}

export const showCommand: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  const format = new Option('--format <format>', say('optionShowFormat')).choices(['json', 'text', 'markdown', 'reader', 'original']);
  program
    .command('show')
    .description(say('show'))
    .addArgument(idArgument(joining, '<id>'))
    .addOption(format)
    .option('--capture <capture>', say('optionCapture'))
    .action(act(show));
};

async function show(run: Run, id: string, options: ShowOptions): Promise<ExitCode> {
  return withEngine(run, 'look', async (engine) => {
    const { output } = run;
    const shown = await articleAt(run, engine, id, options.capture ?? null);
    if (!shown.ok) {
      output.failed(shown.failure, { id });
      return 1;
    }
    const article = shown.value;
    const format = options.format ?? (output.json ? 'json' : null);
    if (format === 'json') {
      output.answer(article, [JSON.stringify(article)]);
      return 0;
    }
    const content = await contentOf(run, engine, article, format ?? 'text');
    if (!content.ok) {
      output.failed(content.failure, { id });
      return 1;
    }
    // Asked for by its form, the text is given as it is, for a file; read in a terminal, it may not steer it.
    const lines = format === null ? [...headLines(output, article), '', printableText(content.value)] : [content.value];
    output.answer({ id, captureId: article.shown, format, content: content.value }, lines);
    return 0;
  });
}

/** The article with `shown` set to the capture that is asked for. */
async function articleAt(run: Run, engine: Engine, id: string, capture: string | null): Promise<Result<ArticleView>> {
  const article = await engine.calls.article({ id }, { signal: run.signal });
  if (!article.ok || capture === null) return article;
  return article.value.captures.some((one) => one.id === capture) ? ok({ ...article.value, shown: capture }) : fail('not-found', capture);
}

async function contentOf(run: Run, engine: Engine, article: ArticleView, format: Exclude<ShowFormat, 'json'>): Promise<Result<string>> {
  switch (format) {
    case 'text':
    case 'markdown':
      return engine.calls.text({ id: article.id, captureId: article.shown, format }, { signal: run.signal });
    case 'reader':
    case 'original':
      return fileOf(run, engine, article, format);
  }
}

async function fileOf(run: Run, engine: Engine, article: ArticleView, view: 'reader' | 'original'): Promise<Result<string>> {
  const library = await engine.calls.library({}, { signal: run.signal });
  if (!library.ok) return library;
  const path = article.captures.find((capture) => capture.id === article.shown)?.[view];
  if (path === undefined) return fail('not-found', article.shown);
  try {
    return ok(await readFile(join(library.value.path, path), 'utf8'));
  } catch (error) {
    return fail('damaged', path, error instanceof Error && 'code' in error ? String(error.code) : '');
  }
}

function headLines(output: Output, article: ArticleView): readonly string[] {
  const { title, subtitle, byline, site, section, published, savedAt, url, tags, words, images } = article;
  const where = [site ?? '', section ?? '', byline === null ? '' : output.say('by', { name: byline }), (published ?? savedAt).slice(0, 10)];
  const states = [
    article.deletedAt === null ? '' : output.say('inTrash'),
    article.archived ? output.say('archived') : '',
    article.starred ? output.say('starred') : '',
    article.read ? '' : output.say('unread'),
  ];
  const facts = [
    output.say('words', { count: words }),
    images.found > 0 ? output.say('pictures', { saved: images.saved, found: images.found }) : '',
    tags.length > 0 ? output.say('tags', { tags: tags.join(', ') }) : '',
    ...states,
  ];
  const line = (parts: readonly string[]): string => parts.filter((part) => part !== '').map(printable).join(' · ');
  return [
    output.style('bold', printable(title)),
    ...(subtitle === null ? [] : [printable(subtitle)]),
    ...[line(where), url === null ? '' : printable(url), line(facts)].filter((text) => text !== '').map((text) => output.style('dim', text)),
  ];
}
