// How well and how fast the article is taken off a page, on corpora that are no part of the project, against Readability
// on linkedom in the same run. --folder=../shared/bench/extraction --corpus=wcxb-dev,zh-dev --limit=100 (the first pages only)

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rounded, type Bench } from './bench.ts';

const ours = join(import.meta.dirname, 'extractors/offprint.ts');
const theirs = join(import.meta.dirname, 'extractors/readability.ts');
const besideTheProject = join(import.meta.dirname, '../../../shared/bench/extraction');

interface Found {
  readonly acc: number;
}

/** One line of the scorer's report. */
interface Score {
  readonly corpus: string;
  readonly extractor: string;
  readonly n: number;
  readonly fail: number;
  readonly empty: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly title?: Found;
  readonly author?: Found;
  readonly date?: Found;
  readonly cpu50: number;
  readonly cpu95: number;
}

export const extractionBench: Bench = async function* extractionBench(options) {
  const folder = options['folder'] === undefined ? besideTheProject : resolve(options['folder']);
  if (!existsSync(join(folder, 'score.mjs'))) {
    yield { what: 'extraction', skipped: `The pages to measure on are not part of the project, and there is no ${folder}.` };
    return;
  }
  const corpora = options['corpus'] ?? 'wcxb-dev,zh-dev';
  for (const corpus of corpora.split(',')) yield* compared(score(folder, corpus, options['limit']), corpus);
};

function score(folder: string, corpus: string, limit: string | undefined): readonly Score[] {
  const passing = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  try {
    const report = join(passing, 'report.json');
    const words = ['--extractor', `${ours},${theirs}`, '--corpus', corpus, '--json', report, ...(limit === undefined ? [] : ['--limit', limit])];
    const run = spawnSync(process.execPath, [join(folder, 'score.mjs'), ...words], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the scorer ended with ${String(run.status)}: ${run.stderr}`);
    return JSON.parse(readFileSync(report, 'utf8')) as readonly Score[];
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}

function* compared(scores: readonly Score[], corpus: string): Generator<Record<string, unknown>> {
  for (const one of scores) yield { what: 'extraction', corpus, extractor: one.extractor === ours ? 'offprint' : 'readability', ...figures(one) };
  const [own, other] = [ours, theirs].map((extractor) => scores.find((one) => one.extractor === extractor));
  if (own !== undefined && other !== undefined) yield { what: 'extraction time', corpus, medianToReadability: rounded(own.cpu50 / other.cpu50) };
}

/** Times are CPU milliseconds a page: what else the machine does is not what is measured. */
function figures(one: Score): Record<string, unknown> {
  const share = (found: Found | undefined): number | null => (found === undefined ? null : rounded(found.acc));
  return {
    pages: one.n, failed: one.fail, empty: one.empty, f1: thousandths(one.f1), precision: thousandths(one.precision), recall: thousandths(one.recall),
    title: share(one.title), byline: share(one.author), date: share(one.date), ms: { p50: rounded(one.cpu50), p95: rounded(one.cpu95) },
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
