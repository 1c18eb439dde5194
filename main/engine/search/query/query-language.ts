// The language of the search box: words (all must occur), "a phrase", -not, a OR b, pre*, fields, times, states, sort:.
// Whatever is odd is searched as text, and said to be odd. How a clause is read is said in read-clause.ts, how it is found in ../find/.

import type { QuerySpan, SortOrder } from '../../../../preload/contract/calls.ts';
import type { Clause, Query } from './query.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import { clauseFields, readClause, type Reading } from './read-clause.ts';

const sorts: readonly SortOrder[] = ['relevance', 'newest', 'oldest', 'published', 'title'];
const fieldNames: ReadonlySet<string> = new Set([...clauseFields, 'sort']);

// Bounds, so that a pasted page is a query like any other.
const longestQuery = 2000;
const mostWords = 64;

/** Reads a query; `typing` takes the last word as the beginning of one. Never throws. */
export function parseQuery(query: string, typing: boolean, now: Date): Query {
  const all = queryWords(query.slice(0, longestQuery), fieldNames);
  const words = all.slice(0, mostWords);
  const gathered = new Gathered();
  for (const [at, word] of words.entries()) {
    const lastWord = at === words.length - 1;
    if (word.openQuote !== null && !typing) gathered.odd.push({ start: word.openQuote, end: word.openQuote + 1 });
    if (word.field === 'sort') gathered.sortBy(word, typing);
    else if (isOr(word)) gathered.or(word, lastWord, typing);
    else gathered.add(word, readClause(word, typing && word.last, now));
  }
  const read = words.at(-1)?.end ?? 0;
  if (query.slice(read).trim() !== '') gathered.odd.push({ start: read, end: query.length });
  return gathered;
}

function isOr(word: QueryWord): boolean {
  return word.text === 'OR' && word.field === null && !word.quoted && !word.negated;
}

class Gathered implements Query {
  readonly groups: Clause[][] = [];
  readonly odd: QuerySpan[] = [];
  sort: SortOrder | null = null;
  #joins = false;

  add(word: QueryWord, { meaning, odd }: Reading): void {
    if (odd) this.odd.push({ start: word.start, end: word.end });
    if (meaning === null) return;
    const clause = { ...meaning, negated: word.negated };
    const group = this.groups.at(-1);
    if (this.#joins && group !== undefined) group.push(clause);
    else this.groups.push([clause]);
    this.#joins = false;
  }

  /** An OR that joins nothing is a word. */
  or(word: QueryWord, lastWord: boolean, typing: boolean): void {
    if (this.groups.length > 0 && !this.#joins && (!lastWord || typing)) this.#joins = true;
    else this.add(word, { ...readClause(word, false, new Date(0)), odd: true });
  }

  sortBy(word: QueryWord, typing: boolean): void {
    const wanted = word.text.toLowerCase();
    const found = sorts.find((sort) => sort === wanted);
    if (found !== undefined) this.sort = found;
    else if (!typing || !word.last || !sorts.some((sort) => sort.startsWith(wanted))) this.add(word, { ...readClause({ ...word, field: null, text: `sort ${word.text}` }, false, new Date(0)), odd: true });
  }
}
