// The command line as its users run it: a process of its own, with a temporary library and home folder.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const command = join(import.meta.dirname, '..', '..', 'main', 'cli.ts');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Each line of stdout, as JSON. */
  readonly json: readonly Line[];
}

/** A line of JSON, of which tests look at what they know. */
export type Line = Readonly<Record<string, unknown>>;

export interface Offprint {
  readonly folder: string;
  readonly library: string;
  /** Runs a command to its end; with `--json` among the words, stdout must be nothing but JSON. */
  run(words: readonly string[], options?: RunOptions): Promise<Ended>;
  start(words: readonly string[], options?: RunOptions): ChildProcess;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A place to run commands in, gone when the test is done. */
export function offprintIn(): Offprint {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return offprintAt(folder);
}

export function offprintAt(folder: string): Offprint {
  const library = join(folder, 'library');
  const start = (words: readonly string[], options: RunOptions = {}): ChildProcess => {
    const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'en_US.UTF-8', OFFPRINT_LIBRARY: library, ...options.env };
    const child = spawn(process.execPath, [command, ...words], { cwd: folder, env });
    child.stdin.end(options.stdin ?? '');
    return child;
  };
  const run = (words: readonly string[], options?: RunOptions): Promise<Ended> => {
    const child = start(words, options);
    return ended(child, words.includes('--json'));
  };
  return { folder, library, run, start };
}

export async function ended(child: ChildProcess, json: boolean): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, stdout, stderr, json: json ? jsonLines(stdout) : [] };
}

function jsonLines(text: string): readonly Line[] {
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}
