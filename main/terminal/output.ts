// Where a command's words go: answers to stdout, as JSON or for people; everything else to stderr.

import { styleText } from 'node:util';
import { failureSentence } from '../../preload/contract/messages/failures.ts';
import { fill, type Locale } from '../../preload/contract/messages/locale.ts';
import { terminal, type TerminalKey } from '../../preload/contract/messages/terminal.ts';
import type { Failure } from '../../preload/contract/result.ts';

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan' | 'underline';

export interface Output {
  readonly json: boolean;
  readonly locale: Locale;
  /** Columns of the terminal; null where stdout is a file or a pipe. */
  readonly columns: number | null;
  /** A sentence in the user's language. */
  say(key: TerminalKey, values?: Readonly<Record<string, string | number>>): string;
  /** Writes an answer: the object with `--json`, else the lines (none for an empty list). */
  answer(object: unknown, lines: readonly string[]): void;
  /** Writes to stderr. */
  tell(line: string): void;
  /** The failure as the design's `error` object. */
  error(failure: Failure): { readonly kind: string; readonly message: string };
  /** Tells of a failure on stderr and, with `--json`, answers `{...about, error}`. */
  failed(failure: Failure, about?: Readonly<Record<string, unknown>>): void;
  style(style: Style, text: string): string;
}

export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Colour only where a person looks: not in pipes, and not where NO_COLOR says so (util.styleText sees to both). */
export function createOutput(json: boolean, locale: Locale, { stdout, stderr }: Streams): Output {
  let open = true;
  // A reader that has seen enough (`| head`) is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    open = false;
  });
  stderr.on('error', () => undefined);
  const tell = (line: string): void => void stderr.write(`${line}\n`);
  const error = (failure: Failure) => ({ kind: failure.kind, message: failureSentence(failure, locale) });
  const answer = (object: unknown, lines: readonly string[]): void => {
    if (!open) return;
    for (const line of json ? [JSON.stringify(object)] : lines) stdout.write(`${line}\n`);
  };
  return {
    json,
    locale,
    columns: stdout.isTTY ? stdout.columns : null,
    say: (key, values) => fill(terminal[locale][key], values),
    answer,
    tell,
    error,
    failed(failure, about = {}) {
      tell(`offprint: ${error(failure).message}`);
      answer({ ...about, error: error(failure) }, []);
    },
    style: (style, text) => styleText(style, text, { stream: stdout }),
  };
}
