// How fast the index fills and answers, by kind of query, against FTS5 as it comes.
// --count=10000 articles, --length=330 words each (about 4 KB), --seed=1

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIndex } from '../../main/engine/search/index-store.ts';
import type { Index, IndexedArticle } from '../../main/engine/search/index-types.ts';
import type { FindAnswer } from '../../preload/contract/calls.ts';
import { makerFrom, pick, randomFrom, type Maker } from '../engine/search/made-articles.ts';
import { bestTimed, rounded, spreadOf, timed, type Bench } from './bench.ts';
import { openDefaultFts, type DefaultFts } from './default-fts.ts';

interface Question {
  readonly query: string;
  /** The same for FTS5 as it comes. */
  readonly words: readonly string[];
}

const perKind = 60;

export const searchBench: Bench = async function* searchBench(options) {
  const count = Number(options['count'] ?? 10_000);
  const maker = makerFrom(Number(options['seed'] ?? 1), Number(options['length'] ?? 330));
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const index = openIndex(join(folder, 'index.sqlite'), 'write');
  const plain = openDefaultFts(join(folder, 'default.sqlite'));
  try {
    yield await fill(index, plain, maker, count, join(folder, 'index.sqlite'));
    for (const [kind, questions] of Object.entries(questionsFrom(maker, count))) yield measure(kind, questions, index, plain);
    yield { what: 'one more article', ms: spreadOf(Array.from({ length: 100 }, (_, at) => timed(() => index.put(maker.article(count + at))).ms)) };
    yield { what: 'first rows of a list', ms: spreadOf(Array.from({ length: 50 }, () => timed(() => ask(index, '', false)).ms)) };
    yield { what: 'memory', rssMb: Math.round(process.memoryUsage().rss / 1e6) };
  } finally {
    index.close();
    plain.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function fill(index: Index, plain: DefaultFts, maker: Maker, count: number, path: string): Promise<Record<string, unknown>> {
  let bytes = 0;
  let making = 0;
  function* articles(): Generator<IndexedArticle> {
    for (let number = 0; number < count; number += 1) {
      const { ms, value } = timed(() => {
        const article = maker.article(number);
        bytes += Buffer.byteLength(article.text);
        plain.put(article);
        return article;
      });
      making += ms;
      yield value;
    }
  }
  const started = performance.now();
  await index.putMany(articles());
  const seconds = (performance.now() - started - making) / 1000;
  return { what: 'fill', articles: count, textMb: rounded(bytes / 1e6), perSecond: Math.round(count / seconds), indexToText: rounded(statSync(path).size / bytes) };
}

function ask(index: Index, query: string, typing: boolean): FindAnswer {
  return index.find({ query, place: 'all', tag: null, sort: 'relevance', offset: 0, limit: 50, typing });
}

function measure(kind: string, questions: readonly Question[], index: Index, plain: DefaultFts): Record<string, unknown> {
  const typing = questions.map(({ query }) => bestTimed(() => ask(index, query, true)));
  const exact = questions.map(({ query }) => bestTimed(() => ask(index, query, false)));
  const usual = questions.map(({ words }) => bestTimed(() => plain.find(words, kind === 'prefix')));
  const overlaps = kind === 'prefix' ? [] : exact.map((answer, at) => overlap(answer.value, typing[at]?.value));
  const [ours, theirs] = [spreadOf(typing.map(({ ms }) => ms)), spreadOf(usual.map(({ ms }) => ms))];
  return {
    what: 'query', kind, questions: questions.length, typing: ours, exact: spreadOf(exact.map(({ ms }) => ms)), defaultFts: theirs,
    fasterAtP95: rounded(theirs.p95 / ours.p95), ...(overlaps.length === 0 ? {} : { firstTenAlike: rounded(overlaps.reduce((sum, share) => sum + share, 0) / overlaps.length) }),
  };
}

/** The share of the exact answer's first ten that the quick answer has among its first ten. */
function overlap(exact: FindAnswer, quick: FindAnswer | undefined): number {
  const best = exact.rows.slice(0, 10).map(({ id }) => id);
  const found = new Set(quick?.rows.slice(0, 10).map(({ id }) => id));
  return best.length === 0 ? 1 : best.filter((id) => found.has(id)).length / best.length;
}

function questionsFrom(maker: Maker, count: number): Readonly<Record<string, readonly Question[]>> {
  const random = randomFrom(4242);
  const many = (make: () => Question | null): readonly Question[] => {
    const questions: Question[] = [];
    for (let tries = 0; questions.length < perKind && tries < perKind * 50; tries += 1) {
      const question = make();
      if (question !== null) questions.push(question);
    }
    return questions;
  };
  const text = (): string => maker.article(Math.floor(random() * count)).text;
  const latin = (): readonly string[] => text().split(' ').filter((word) => /^[a-zéü]+$/.test(word));
  const ideographs = (length: number): string | null => new RegExp(`\\p{sc=Han}{${String(length)}}`, 'u').exec(text().slice(Math.floor(random() * 200)))?.[0] ?? null;
  const chinese = (length: number) => (): Question | null => {
    const run = ideographs(length);
    return run === null ? null : { query: run, words: [run] };
  };
  const words = (number: number, quoted: boolean) => (): Question | null => {
    const all = latin();
    const some = all.slice(Math.floor(random() * all.length)).slice(0, number);
    if (some.length < number) return null;
    return quoted ? { query: `"${some.join(' ')}"`, words: [some.join(' ')] } : { query: some.join(' '), words: some };
  };
  const mixed = (): Question | null => {
    const [run, other] = [ideographs(2), latin()[0]];
    return run === null || other === undefined ? null : { query: `${run} ${other}`, words: [run, other] };
  };
  const frequent = latin().concat(latin(), latin()).filter((word) => word.length <= 4);
  const common = (): Question => {
    const word = pick(frequent, random);
    return { query: word, words: [word] };
  };
  const typed = many(words(1, false)).slice(0, 20).flatMap(({ query }) => Array.from(query).map((_, at): Question => ({ query: query.slice(0, at + 1), words: [query.slice(0, at + 1)] })));
  return {
    'common word': many(common), 'any word': many(words(1, false)), 'two words': many(words(2, false)), phrase: many(words(2, true)),
    'Chinese, 2 characters': many(chinese(2)), 'Chinese, 4 characters': many(chinese(4)), mixed: many(mixed), prefix: typed,
    filtered: many(common).map(({ query, words: same }) => ({ query: `${query} is:unread -is:starred`, words: same })),
  };
}
