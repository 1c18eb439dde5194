// Words that begin with something, as if they were one word. Looking up all of them grows with the library; while typing,
// the most frequent ones stand in, up to a number of hits.

import type { Postings } from '../inverted/postings.ts';
import { TermSum } from '../inverted/term-sum.ts';
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
  const sum = new TermSum(asking.ground.columns.end);
  if (completions !== null) asking.bounded = true;
  for (const segment of asking.ground.segments.all) {
    if (asking.isOver()) break;
    for (const list of completions === null ? segment.listsFrom(prefix) : segment.listsOf(completions)) sum.add(list, segment.head.base);
  }
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
