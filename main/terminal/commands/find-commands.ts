// list, search.

import { setTimeout as wait } from 'node:timers/promises';
import { Option } from 'commander';
import type { FindAnswer, FindRequest, Place, SortOrder } from '../../../preload/contract/calls.ts';
import { hitJson, hitLines } from '../article-lines.ts';
import { facetLines } from '../facet-lines.ts';
import type { Output } from '../output.ts';
import type { Engine, ExitCode, Run } from '../run.ts';
import { withEngine } from '../with-engine.ts';
import { wholeNumber, type CommandGroup } from './command-group.ts';

interface FindOptions {
  readonly limit?: number;
  readonly sort?: SortOrder;
  readonly place: Place;
  readonly facets?: boolean;
}

/** The most that one call answers. */
const windowSize = 500;
const usualSearchLimit = 50;
/** How long changes made in the folder by hand are looked for before the answer; a large library is answered without. */
const patienceMs = 1500;

export const findCommands: CommandGroup = (joining) => {
  const { program, say, act } = joining;
  const place = () => new Option('--place <place>', say('optionPlace')).choices(['all', 'unread', 'starred', 'archived', 'trash']).default('all');
  const orders: readonly SortOrder[] = ['relevance', 'newest', 'oldest', 'published', 'title'];
  const sort = () => new Option('--sort <order>', say('optionSort')).choices(orders);
  program
    .command('list')
    .description(say('list'))
    .argument('[query...]', say('argumentQuery'))
    .option('--limit <number>', say('optionLimit'), wholeNumber(joining))
    .addOption(sort())
    .addOption(place())
    .option('--facets', say('optionFacets'))
    .action(act((run, query: readonly string[], options: FindOptions) => find(run, query, { ...options, sort: options.sort ?? 'newest' }, options.limit ?? null)));
  program
    .command('search')
    .description(say('search'))
    .argument('<query...>', say('argumentQuery'))
    .option('--limit <number>', say('optionLimit'), wholeNumber(joining))
    .addOption(sort())
    .addOption(place())
    .option('--facets', say('optionFacets'))
    .action(act((run, query: readonly string[], options: FindOptions) => find(run, query, options, options.limit ?? usualSearchLimit)));
};

async function find(run: Run, query: readonly string[], options: FindOptions, limit: number | null): Promise<ExitCode> {
  const request = { query: query.join(' ').trim(), place: options.place, tag: null, sort: options.sort ?? 'relevance', typing: false };
  return withEngine(run, 'look', async (engine) => {
    await Promise.race([engine.synced, wait(patienceMs, undefined, { ref: false })]);
    const code = await answerHits(run, engine, request, limit ?? Number.POSITIVE_INFINITY);
    return code === 0 && options.facets === true ? answerFacets(run, engine, request) : code;
  });
}

async function answerHits(run: Run, engine: Engine, request: Omit<FindRequest, 'offset' | 'limit'>, limit: number): Promise<ExitCode> {
  const { output } = run;
  let offset = 0;
  for (;;) {
    const answer = await engine.calls.find({ ...request, offset, limit: Math.min(windowSize, limit - offset) }, { signal: run.signal });
    if (!answer.ok) {
      output.failed(answer.failure);
      return 1;
    }
    const { total, tookMs, rows } = answer.value;
    if (offset === 0) {
      output.answer({ total, tookMs }, [output.say(total === 0 ? 'noneFound' : 'found', { total })]);
      tellAbout(output, request.query, answer.value);
    }
    for (const row of rows) output.answer(hitJson(row), hitLines(output, row));
    offset += rows.length;
    const ended = rows.length === 0 || offset >= Math.min(total, limit);
    if (!ended) continue;
    if (offset < total && !output.json) output.tell(output.say('more', { count: total - offset }));
    return 0;
  }
}

/** What there is to know about an answer goes to stderr, with and without `--json`: the answer's own line stays what it is. */
function tellAbout(output: Output, query: string, { odd, didYouMean, partial, indexing }: FindAnswer): void {
  if (odd.length > 0) output.tell(output.say('oddParts', { parts: odd.map(({ start, end }) => query.slice(start, end)).join('  ') }));
  if (didYouMean !== null) output.tell(output.say('didYouMean', { query: didYouMean }));
  if (partial && !indexing) output.tell(output.say('searchPartial'));
  if (indexing) output.tell(output.say('indexGrowing'));
}

async function answerFacets({ output, signal }: Run, engine: Engine, { query, place, tag, typing }: Omit<FindRequest, 'offset' | 'limit'>): Promise<ExitCode> {
  const facets = await engine.calls.facets({ query, place, tag, typing }, { signal });
  if (facets.ok) output.answer({ facets: facets.value }, facetLines(output, facets.value));
  else output.failed(facets.failure);
  return facets.ok ? 0 : 1;
}
