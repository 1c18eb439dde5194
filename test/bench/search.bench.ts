// How fast the index fills, opens and answers, by kind of question, against FTS5 as it comes; and what a save costs a search.
// --count=100000 articles, --length=470 words each (about 4 KB), --seed=1, --default=no leaves FTS5 out, --keep=FOLDER keeps the index there.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openIndex } from '../../main/engine/search/index-store.ts';
import type { Index, IndexedArticle } from '../../main/engine/search/index-types.ts';
import type { FindAnswer } from '../../preload/contract/calls.ts';
import { makerFrom, randomFrom, type Maker } from '../engine/search/made-articles.ts';
import { costOf, rounded, roundsOf, spreadOf, spreads, timed, type Bench, type Cost } from './bench.ts';
import { openDefaultFts, type DefaultFts } from './default-fts.ts';
import { questionsFrom, type Question } from './search-questions.ts';

type Line = Readonly<Record<string, unknown>>;

const savedMeanwhile = 500;

export const searchBench: Bench = async function* searchBench(options) {
  const count = Number(options['count'] ?? 100_000);
  const maker = makerFrom(Number(options['seed'] ?? 1), Number(options['length'] ?? 470));
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const path = join(options['keep'] ?? folder, 'index.sqlite');
  const index = openIndex(path, 'write');
  const plain = options['default'] === 'no' ? null : openDefaultFts(join(folder, 'default.sqlite'));
  try {
    yield* fill(index, plain, maker, count, path);
    const kinds = questionsFrom(maker, count);
    const all: { ours: Cost[]; theirs: Cost[] } = { ours: [], theirs: [] };
    for (const [kind, questions] of Object.entries(kinds)) yield measure(kind, questions, index, plain, all);
    yield { what: 'query', kind: 'all', typing: spreads(all.ours), ...against(all.ours, all.theirs) };
    yield await whileSaving(index, maker, count, Object.values(kinds).flatMap((questions) => questions.slice(0, 20)));
    yield { what: 'first rows of a list', ...spreads(roundsOf(Array.from({ length: 20 }), () => ask(index, '', false)).costs) };
    index.close();
    yield { what: 'opening', ...opened(path, kinds['two words'] ?? []) };
  } finally {
    plain?.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function* fill(index: Index, plain: DefaultFts | null, maker: Maker, count: number, path: string): AsyncGenerator<Line> {
  let bytes = 0;
  let [making, makingCpu, theirs] = [0, 0, 0];
  function* articles(): Generator<IndexedArticle> {
    for (let number = 0; number < count; number += 1) {
      const cost = costOf(() => {
        const article = maker.article(number);
        bytes += Buffer.byteLength(article.text);
        theirs += plain === null ? 0 : costOf(() => plain.put(article)).cpuMs;
        return article;
      });
      making += cost.ms;
      makingCpu += cost.cpuMs;
      yield cost.value;
    }
  }
  const spent = process.threadCpuUsage();
  const started = performance.now();
  await index.putMany(articles());
  index.settle();
  const seconds = (performance.now() - started - making) / 1000;
  const used = process.threadCpuUsage(spent);
  const cpuSeconds = ((used.user + used.system) / 1000 - makingCpu) / 1000;
  yield {
    what: 'fill', articles: count, textMb: rounded(bytes / 1e6), perSecond: Math.round(count / seconds), perCpuSecond: Math.round(count / cpuSeconds),
    ...(plain === null ? {} : { defaultFtsPerCpuSecond: Math.round((count / theirs) * 1000) }), indexToText: rounded(statSync(path).size / bytes),
  };
}

function ask(index: Index, query: string, typing: boolean, exact = !typing): FindAnswer {
  return index.find({ query, place: 'all', tag: null, sort: 'relevance', offset: 0, limit: 50, typing, exact });
}

function measure(kind: string, questions: readonly Question[], index: Index, plain: DefaultFts | null, all: { ours: Cost[]; theirs: Cost[] }): Line {
  const typing = roundsOf(questions, ({ query }) => ask(index, query, true));
  const exact = roundsOf(questions, ({ query, begun }) => ask(index, query, begun, true));
  const settled = questions.map(({ query }) => ask(index, query, true, true));
  const usual = plain === null ? null : roundsOf(questions, ({ words, begun }) => plain.find(words, begun));
  const alike = settled.map((answer, at) => overlap(answer, typing.answers[at]));
  all.ours.push(...typing.costs);
  all.theirs.push(...(usual?.costs ?? []));
  return {
    what: 'query', kind, questions: questions.length, typing: spreads(typing.costs), exact: spreads(exact.costs), ...against(typing.costs, usual?.costs ?? []),
    firstTenAlike: rounded(alike.reduce((sum, share) => sum + share, 0) / alike.length),
  };
}

function against(ours: readonly Cost[], theirs: readonly Cost[]): Line {
  if (theirs.length === 0) return {};
  const usual = spreads(theirs);
  return { defaultFts: usual, fasterAtP95: rounded(usual.cpuMs.p95 / spreads(ours).cpuMs.p95) };
}

/** The share of the exact answer's first ten that the quick answer has among its first ten. */
function overlap(exact: FindAnswer, quick: FindAnswer | undefined): number {
  const best = exact.rows.slice(0, 10).map(({ id }) => id);
  const found = new Set(quick?.rows.slice(0, 10).map(({ id }) => id));
  return best.length === 0 ? 1 : best.filter((id) => found.has(id)).length / best.length;
}

/** Questions at moments of their own, from the moment to the answer: first with nothing else to do, then while articles are saved. */
async function whileSaving(index: Index, maker: Maker, count: number, questions: readonly Question[]): Promise<Line> {
  const random = randomFrom(7);
  const asked = async (): Promise<number> => {
    const due = performance.now() + random() * 4;
    await wait(due - performance.now());
    ask(index, questions[Math.floor(random() * questions.length)]?.query ?? '', true);
    return performance.now() - due;
  };
  const idle: number[] = [];
  for (let at = 0; at < 300; at += 1) idle.push(await asked());
  let saved = 0;
  const saving = (async () => {
    const visible: number[] = [];
    for (; saved < savedMeanwhile; saved += 1) {
      const article = maker.article(count + saved);
      visible.push(timed(() => index.put(article)).ms);
      // A save fetches and writes files before the next article is there.
      await wait(10);
    }
    return visible;
  })();
  const busy: number[] = [];
  while (saved < savedMeanwhile) busy.push(await asked());
  const visible = await saving;
  const [before, meanwhile] = [spreadOf(idle), spreadOf(busy)];
  return { what: 'while saving', saved, idle: before, meanwhile, timesAtP95: rounded(meanwhile.p95 / before.p95), oneMoreVisible: spreadOf(visible) };
}

function opened(path: string, questions: readonly Question[]): Line {
  const queries = questions.map(({ query }) => query);
  const answer = execFileSync(process.execPath, [new URL('open-index.ts', import.meta.url).pathname, path, ...queries], { encoding: 'utf8' });
  return Object.fromEntries(Object.entries(JSON.parse(answer) as Record<string, number>).map(([name, value]) => [name, rounded(value)]));
}
