// The options of `export` that say how articles are put on paper.

import { InvalidArgumentError, Option, type Command } from 'commander';
import { marginNames, paperNames, typeSizes, usualPrint, type PrintSettings } from '../../../preload/contract/print-settings.ts';
import type { Joining } from './command-group.ts';

/** As commander collects them; what was not named is not there. */
export type PrintFlags = Partial<Omit<PrintSettings, 'columns'>> & { readonly columns?: '1' | '2' };

export function addPrintOptions(command: Command, joining: Joining): Command {
  const { say } = joining;
  return command
    .addOption(new Option('--paper <paper>', say('optionPaper')).choices(paperNames))
    .option('--landscape', say('optionLandscape'))
    .addOption(new Option('--margins <margins>', say('optionMargins')).choices(marginNames))
    .addOption(new Option('--type-size <points>', say('optionTypeSize')).argParser(typeSize(joining)))
    .addOption(new Option('--columns <columns>', say('optionColumns')).choices(['1', '2']))
    .option('--one-page', say('optionOnePage'))
    .option('--book', say('optionBook'))
    .option('--notes', say('optionNotes'))
    .option('--no-attach', say('optionNoAttach'))
    .option('--author <name>', say('optionAuthor'));
}

/** The usual way, but for what was named. */
export function printSettings({ columns, ...flags }: PrintFlags): PrintSettings {
  const { paper, landscape, margins, typeSize: size, onePage, book, notes, attach, author } = { ...usualPrint, ...flags };
  return { paper, landscape, margins, typeSize: size, columns: columns === '2' ? 2 : 1, onePage, book, notes, attach, author };
}

function typeSize(joining: Joining): (text: string) => number {
  return (text) => {
    const size = Number(text);
    if (!(size >= typeSizes.least && size <= typeSizes.most)) throw new InvalidArgumentError(joining.say('wantedTypeSize'));
    return size;
  };
}
