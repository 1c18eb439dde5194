// Words that begin with something, as if they were one word. Looking up all of them grows with the library; while typing,
// the most frequent ones stand in, up to a number of hits.

import { postingsOf, type Postings } from '../inverted/postings.ts';
import type { Segment } from '../inverted/segment.ts';
import { readArticles } from '../inverted/term-list.ts';
import type { Database } from '../store/database.ts';
import type { Asking } from './asking.ts';

/** While typing, so many words and hits are looked up as they stand side by side in the index ... */
const mostNeighbours = 4000;
const mostQuickHits = 1_000_000;
/** ... and of more words so many, the most frequent ones. */
const mostCompletions = 64;
/** Which are the most frequent ones is found by a look at all that begin so: it is remembered for so long, in milliseconds. */
const rememberedMs = 60_000;
// Sorts after everything that begins with a prefix.
const afterAll = '\u{10ffff}';

interface Counted {
  readonly word: string;
  readonly articles: number;
}

/** The hits of all terms that begin with the prefix. */
export function prefixPostings(asking: Asking, prefix: string): Postings {
  const completions = asking.quick ? quickCompletions(asking.ground.database, prefix) : null;
  const sum = new Sum(asking.ground.columns.end);
  if (completions === null) {
    for (const segment of asking.ground.segments.all) {
      if (asking.isOver()) break;
      addSegment(sum, segment, prefix);
    }
    return sum.postings();
  }
  asking.bounded = true;
  for (const word of completions) sum.add(postingsOf(asking.ground.segments.all, word));
  return sum.postings();
}

/** Null where all can be looked up: there are few, or the words do not tell (a prefix of a script without spaces). */
function quickCompletions(database: Database, prefix: string): readonly string[] | null {
  const [from, to] = [prefix, prefix + afterAll];
  const few = 'SELECT count(*) AS words, sum(articles) AS hits FROM (SELECT articles FROM word WHERE word >= ? AND word < ? LIMIT ?)';
  const { words = 0, hits = 0 } = database.one<{ words: number; hits: number | null }>(few, from, to, mostNeighbours + 1) ?? {};
  if (words <= mostNeighbours && (hits ?? 0) <= mostQuickHits) return null;
  const found: string[] = [];
  let sum = 0;
  for (const { word, articles } of frequentWords(database, prefix)) {
    sum += articles;
    if (found.length > 0 && sum > mostQuickHits) break;
    found.push(word);
  }
  return found;
}

const remembered = new WeakMap<Database, { at: number; readonly words: Map<string, readonly Counted[]> }>();

function frequentWords(database: Database, prefix: string): readonly Counted[] {
  const now = performance.now();
  let lately = remembered.get(database);
  if (lately === undefined || now - lately.at > rememberedMs) {
    lately = { at: now, words: new Map() };
    remembered.set(database, lately);
  }
  const known = lately.words.get(prefix);
  if (known !== undefined) return known;
  const sql = 'SELECT word, articles FROM word WHERE word >= ? AND word < ? ORDER BY articles DESC LIMIT ?';
  const words = database.all<Counted>(sql, prefix, prefix + afterAll, mostCompletions);
  lately.words.set(prefix, words);
  return words;
}

function addSegment(sum: Sum, segment: Segment, prefix: string): void {
  let [docs, weights] = [new Int32Array(1024), new Uint16Array(1024)];
  for (const [, list] of segment.from(prefix)) {
    if (list.count > docs.length) [docs, weights] = [new Int32Array(list.count * 2), new Uint16Array(list.count * 2)];
    const count = readArticles(list, segment.head.base, docs, weights, 0);
    sum.add({ docs: docs.subarray(0, count), weights });
  }
}

/** Weights by article, added up. */
class Sum {
  readonly #weights: Uint16Array;
  #count = 0;

  constructor(end: number) {
    this.#weights = new Uint16Array(end);
  }

  add({ docs, weights }: Postings): void {
    const sums = this.#weights;
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] as number;
      const before = sums[doc] as number;
      if (before === 0) this.#count += 1;
      sums[doc] = Math.min(0xffff, before + (weights[at] as number));
    }
  }

  postings(): Postings {
    const [docs, weights] = [new Int32Array(this.#count), new Uint16Array(this.#count)];
    let at = 0;
    for (let doc = 0; at < this.#count; doc += 1) {
      if (this.#weights[doc] === 0) continue;
      docs[at] = doc;
      weights[at] = this.#weights[doc] as number;
      at += 1;
    }
    return { docs, weights };
  }
}
