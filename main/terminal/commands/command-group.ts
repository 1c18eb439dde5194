// How a group of commands joins the program.

import { Argument, InvalidArgumentError, type Command } from 'commander';
import type { TerminalKey } from '../../../preload/contract/messages/terminal.ts';
import type { ExitCode, Run } from '../run.ts';

export interface Joining {
  readonly program: Command;
  readonly say: (key: TerminalKey) => string;
  /** Makes a command's action out of a task: gives it the run, and keeps its exit code. */
  readonly act: <Values extends unknown[]>(task: (run: Run, ...values: Values) => Promise<ExitCode>) => (...values: Values) => Promise<void>;
}

export type CommandGroup = (joining: Joining) => void;

/** A parser for `--limit`. */
export function wholeNumber(joining: Joining): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(joining.say('wantedNumber'));
    return Number(text);
  };
}

/** `ID` or `ID...` with its explanation. */
export function idArgument(joining: Joining, notation: '<id>' | '[id]' | '<id...>'): Argument {
  return new Argument(notation, joining.say(notation === '<id...>' ? 'argumentIds' : 'argumentId'));
}
