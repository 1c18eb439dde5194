// extract.

import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Extract } from '../../../preload/contract/extract.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { engineInput } from '../inputs.ts';
import { printable, printableText } from '../layout.ts';
import type { Output } from '../output.ts';
import { worse, type Engine, type ExitCode, type Run } from '../run.ts';
import { withPassingEngine } from '../with-engine.ts';
import type { CommandGroup } from './command-group.ts';
import { explanation } from './explain-extract.ts';

interface ExtractOptions {
  readonly url?: string;
  readonly stdin?: boolean;
  readonly explain?: boolean;
}

interface Wanted {
  readonly file: string;
  readonly url: string | null;
}

/** Pages taken at the same time: one is read while another is parsed. */
const atOnce = 3;

export const extractCommand: CommandGroup = ({ program, say, act }) => {
  program
    .command('extract')
    .description(say('extract'))
    .argument('[input]', say('argumentInput'))
    .option('--url <base>', say('optionUrl'))
    .option('--stdin', say('optionStdin'))
    .option('--explain', say('optionExplain'))
    .action(act(extract));
};

async function extract(run: Run, input: string | undefined, options: ExtractOptions): Promise<ExitCode> {
  if (options.stdin === true) return withPassingEngine(run, (engine) => extractLines(run, engine, options));
  if (input === undefined) {
    run.output.tell(run.output.say('wantedInput'));
    return 2;
  }
  const wanted = { file: input, url: options.url ?? null };
  return withPassingEngine(run, async (engine) => answerExtract(run.output, await extractOne(run, engine, wanted), wanted, options));
}

async function extractLines(run: Run, engine: Engine, options: ExtractOptions): Promise<ExitCode> {
  let code: ExitCode = 0;
  let line = 0;
  const begun: (() => Promise<ExitCode>)[] = [];
  const answerNext = async (): Promise<void> => {
    code = worse(code, (await begun.shift()?.()) ?? 0);
  };
  for await (const text of createInterface({ input: Readable.from(run.stdin), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    if (run.signal.aborted) break;
    const wanted = wantedOf(text);
    const work = wanted === null ? Promise.resolve(fail('bad-input', run.output.say('oddLine', { line }))) : extractOne(run, engine, wanted);
    begun.push(async () => answerExtract(run.output, await work, wanted ?? { file: text.slice(0, 200), url: null }, options));
    if (begun.length >= atOnce) await answerNext();
  }
  while (begun.length > 0) await answerNext();
  return code;
}

/** Null for a line that is not `{"file": string, "url"?: string}`. */
function wantedOf(line: string): Wanted | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('file' in value) || typeof value.file !== 'string') return null;
    const url = 'url' in value && typeof value.url === 'string' && value.url !== '' ? value.url : null;
    return { file: value.file, url };
  } catch {
    return null;
  }
}

async function extractOne(run: Run, engine: Engine, { file, url }: Wanted): Promise<Result<Extract>> {
  const extracted = await engine.calls.extract({ input: engineInput(file, run.folder), base: url }, { signal: run.signal });
  return extracted.ok ? ok(extracted.value) : extracted;
}

function answerExtract(output: Output, extracted: Result<Extract>, wanted: Wanted, options: ExtractOptions): ExitCode {
  if (!extracted.ok) {
    output.failed(extracted.failure, { file: wanted.file });
    return 1;
  }
  const { title, byline, published, site, language, text, html, images, choice, dropped } = extracted.value;
  const explain = options.explain === true;
  const facts = [site, byline, published?.slice(0, 10), language].filter((fact) => typeof fact === 'string').map(printable).join(' · ');
  output.answer({ title, byline, published, site, language, text, html, images, ...(explain ? { choice, dropped } : {}) }, [
    output.style('bold', printable(title)), ...(facts === '' ? [] : [output.style('dim', facts)]), '', printableText(text),
  ]);
  if (explain && !output.json) for (const line of explanation(extracted.value, output)) output.tell(line);
  return 0;
}
