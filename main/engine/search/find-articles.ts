// One window of a list or of a search, from the index alone.
// Lists come from the article table in its order. Searches are ranked by FTS5's bm25 with the columns' weights, the newer
// first among equals; while typing, a frequent word is answered by title hits and then the newest (ranking all hits of
// such a word grows with the library: 134 ms at a million articles, this stays near 1).

import type { ArticleRow } from '../../../preload/contract/article.ts';
import type { FindAnswer, FindRequest, SortOrder } from '../../../preload/contract/calls.ts';
import type { Database } from './database.ts';
import { parseQuery } from './query-language.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { columnWeights } from './schema.ts';
import { needlesOf, snippetOf, type Needle } from './snippets.ts';
import { readShown, rowWithSnippet } from './stored-article.ts';
import { completionsOf } from './completions.ts';

interface Window {
  readonly keys: readonly number[];
  readonly total: number;
}

interface Keyed {
  readonly key: number;
}

/** Hits up to which all are ranked while typing. */
const rankedWhileTyping = 4000;
/** Hits up to which they are counted while typing. */
const countedWhileTyping = 10_000;
const mostRows = 500;

// Cross join: SQLite must look the words up first, never walk through the articles.
const searched = 'words CROSS JOIN article ON article.key = words.rowid';
const rank = `bm25(words, ${Object.values(columnWeights).join(', ')})`;

export function findArticles(database: Database, request: FindRequest): FindAnswer {
  const started = performance.now();
  const query = parseQuery(request.query, request.typing);
  const plan = planQuery(query, request.place, request.tag, completionsOf(database));
  const bounds = { offset: wholeNumber(request.offset, Number.MAX_SAFE_INTEGER), limit: wholeNumber(request.limit, mostRows) };
  const { keys, total } = plan.match === null ? listWindow(database, plan, request, bounds) : searchWindow(database, plan, plan.match, request, bounds);
  const needles = needlesOf(query);
  const rows = keys.flatMap((key) => rowOf(database, key, needles) ?? []);
  return { total, tookMs: Math.round((performance.now() - started) * 100) / 100, rows };
}

interface Bounds {
  readonly offset: number;
  readonly limit: number;
}

function wholeNumber(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0;
}

const listOrders: Readonly<Record<SortOrder, string>> = {
  relevance: 'article.saved DESC, article.key DESC',
  newest: 'article.saved DESC, article.key DESC',
  oldest: 'article.saved, article.key',
  published: 'article.published DESC, article.saved DESC',
  title: 'article.title_order, article.saved DESC',
};

function listWindow(database: Database, plan: QueryPlan, request: FindRequest, bounds: Bounds): Window {
  const from = `FROM article WHERE ${plan.conditions.join(' AND ')}`;
  const order = listOrders[request.sort];
  const keys = database.all<Keyed>(`SELECT article.key ${from} ORDER BY ${order} LIMIT ? OFFSET ?`, ...plan.values, bounds.limit, bounds.offset);
  const count = database.one<{ total: number }>(`SELECT count(*) AS total ${from}`, ...plan.values);
  return { keys: keys.map(({ key }) => key), total: count?.total ?? 0 };
}

function searchWindow(database: Database, plan: QueryPlan, match: string, request: FindRequest, bounds: Bounds): Window {
  const where = ['words MATCH ?', ...plan.conditions].join(' AND ');
  const values = [match, ...plan.values];
  const hits = countUpTo(database, where, values, request.typing ? countedWhileTyping : -1);
  if (request.sort === 'relevance' && plan.ranked && request.typing && hits > rankedWhileTyping) {
    return { keys: quickKeys(database, plan, match, bounds), total: hits };
  }
  const order = searchOrder(request.sort, plan.ranked);
  const keys = database.all<Keyed>(`SELECT words.rowid AS key FROM ${searched} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`, ...values, bounds.limit, bounds.offset);
  return { keys: keys.map(({ key }) => key), total: hits };
}

function searchOrder(sort: SortOrder, ranked: boolean): string {
  switch (sort) {
    case 'relevance':
      return ranked ? `${rank}, words.rowid DESC` : 'words.rowid DESC';
    case 'newest':
      return 'words.rowid DESC';
    case 'oldest':
      return 'words.rowid';
    case 'published':
    case 'title':
      return listOrders[sort];
  }
}

/** Those with all words in the title, newest first, then the others, newest first. */
function quickKeys(database: Database, plan: QueryPlan, match: string, bounds: Bounds): readonly number[] {
  const where = ['words MATCH ?', ...plan.conditions].join(' AND ');
  const needed = bounds.offset + bounds.limit;
  const newest = (expression: string, limit: number): number[] =>
    database
      .all<Keyed>(`SELECT words.rowid AS key FROM ${searched} WHERE ${where} ORDER BY words.rowid DESC LIMIT ?`, expression, ...plan.values, limit)
      .map(({ key }) => key);
  const titled = plan.titleMatch === null ? [] : newest(plan.titleMatch, needed);
  const known = new Set(titled);
  const others = titled.length >= needed ? [] : newest(match, needed + known.size).filter((key) => !known.has(key));
  return [...titled, ...others].slice(bounds.offset, needed);
}

/** Counts hits, at most `bound` of them; all for -1. */
function countUpTo(database: Database, where: string, values: readonly string[], bound: number): number {
  const counted = `SELECT count(*) AS total FROM (SELECT 1 FROM ${searched} WHERE ${where} LIMIT ?)`;
  return database.one<{ total: number }>(counted, ...values, bound)?.total ?? 0;
}

/** A row with the place that matched, or the article's first words. */
export function rowOf(database: Database, key: number, needles: readonly Needle[]): ArticleRow | null {
  const shown = readShown(database, key, needles.length > 0);
  if (shown === null) return null;
  const { row, excerpt, body } = shown;
  const matched = body === null ? null : snippetOf([body.text, body.notes, body.quotes, body.captions], needles);
  return rowWithSnippet(row, matched ?? [{ text: excerpt, marked: false }]);
}
