// The command line as a whole: its options, its help, its groups of commands, and how it ends.

import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { fill, localeFor, type Locale } from '../../preload/contract/messages/locale.ts';
import { terminal, type TerminalKey } from '../../preload/contract/messages/terminal.ts';
import { fail } from '../../preload/contract/result.ts';
import { articleCommands } from './commands/article-commands.ts';
import { careCommands } from './commands/care-commands.ts';
import type { CommandGroup, Joining } from './commands/command-group.ts';
import { diffCommand } from './commands/diff-command.ts';
import { exportCommand } from './commands/export-command.ts';
import { extractCommand } from './commands/extract-command.ts';
import { findCommands } from './commands/find-commands.ts';
import { markCommands } from './commands/mark-commands.ts';
import { saveCommands } from './commands/save-commands.ts';
import { showCommand } from './commands/show-command.ts';
import { defaultLibrary } from './default-library.ts';
import { shieldMinusWords } from './minus-words.ts';
import { createOutput } from './output.ts';
import type { ExitCode, OpenEngine, Run } from './run.ts';

export interface Surroundings {
  /** What stands after the program's name. */
  readonly words: readonly string[];
  readonly version: string;
  readonly locale: Locale;
  readonly env: NodeJS.ProcessEnv;
  readonly open: OpenEngine;
  readonly knock: Run['knock'];
  readonly signal: AbortSignal;
}

const groups: readonly CommandGroup[] = [
  saveCommands, diffCommand, findCommands, showCommand, extractCommand, articleCommands, markCommands, exportCommand, careCommands,
];

interface ProgramOptions {
  readonly library?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

const exampleLines = [
  'offprint add https://example.org/story.html --tag reading',
  'offprint add saved-page.html --url https://example.org/story.html',
  'offprint search \'商务 "trade talks" tag:news is:unread\'',
  'offprint export ID --format pdf --out story.pdf',
  'offprint list --json | head',
];

/** The language of the terminal, by POSIX's order of variables. */
export function terminalLocale(env: NodeJS.ProcessEnv): Locale {
  return localeFor(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale);
}

/** Runs one command line. */
export async function runTerminal(surroundings: Surroundings): Promise<ExitCode> {
  const { locale, version } = surroundings;
  const program = emptyProgram(version, locale);
  let code: ExitCode = 0;
  const joining: Joining = {
    program,
    say: (key) => terminal[locale][key],
    act: (task) => async (...values) => {
      code = await bounded(runOf(surroundings, program.opts<ProgramOptions>()), (run) => task(run, ...values));
    },
  };
  for (const join of groups) join(joining);
  try {
    await program.parseAsync(shieldMinusWords(surroundings.words), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** A bug is told in a sentence; where it stands in the code is told with `--verbose`. */
async function bounded(run: Run, task: (run: Run) => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await task(run);
  } catch (error) {
    run.output.failed(fail('bug', error instanceof Error ? error.message : String(error)).failure);
    return 1;
  }
}

function runOf(surroundings: Surroundings, options: ProgramOptions): Run {
  const folder = process.cwd();
  const library = options.library ?? (surroundings.env['OFFPRINT_LIBRARY'] || defaultLibrary(surroundings.env));
  return {
    output: createOutput(options.json === true, surroundings.locale, process),
    signal: surroundings.signal,
    folder,
    libraryPath: resolve(folder, library),
    open: (request) => surroundings.open({ ...request, verbose: options.verbose === true }),
    knock: surroundings.knock,
    stdin: process.stdin,
  };
}

function emptyProgram(version: string, locale: Locale): Command {
  const say = (key: TerminalKey): string => terminal[locale][key];
  return new Command('offprint')
    .description(say('program'))
    .version(version, '-V, --version', say('optionVersion'))
    .helpOption('-h, --help', say('optionHelp'))
    .helpCommand('help [command]', say('helpCommand'))
    .option('--library <folder>', say('optionLibrary'))
    .option('--json', say('optionJson'))
    .option('--verbose', say('optionVerbose'))
    .addHelpText('after', `\n${fill(say('examples'), { lines: exampleLines.map((line) => `  ${line}`).join('\n') })}`)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
}
