// A query as SQL: one MATCH expression for all that the full-text table can decide, conditions on the article table for
// the rest. Which order and which window is said in find-articles.ts.

import type { Place } from '../../../preload/contract/calls.ts';
import { matchOf, type Completions, type MatchClause } from './match-expression.ts';
import type { Clause, Query, StateName } from './query-language.ts';

export interface QueryPlan {
  /** For the full-text table, or null where no word is asked for. */
  readonly match: string | null;
  /** The same, but all words in the title; null where that cannot be. */
  readonly titleMatch: string | null;
  /** Holds where the query has words to rank by, beyond tags and languages. */
  readonly ranked: boolean;
  /** Conditions on `article`, all of which must hold, with their values in order. */
  readonly conditions: readonly string[];
  readonly values: readonly string[];
}

const stateConditions: Readonly<Record<StateName, string>> = {
  unread: 'article.is_read = 0',
  read: 'article.is_read = 1',
  starred: 'article.is_starred = 1',
  archived: 'article.place = 1',
  partial: `article.status = 'partial'`,
  damaged: `article.status = 'damaged'`,
  mark: 'article.marks > 0',
  note: 'article.has_note = 1',
  image: 'article.images_found > 0',
  missing: 'article.images_saved < article.images_found',
};

/** `article.place`: 0 in use, 1 archived, 2 in the trash. A search looks through the archive too, a list does not. */
function placeCondition(place: Place, searching: boolean): string {
  switch (place) {
    case 'all':
      return searching ? 'article.place < 2' : 'article.place = 0';
    case 'unread':
      return 'article.place = 0 AND article.is_read = 0';
    case 'starred':
      return 'article.place < 2 AND article.is_starred = 1';
    case 'archived':
      return 'article.place = 1';
    case 'trash':
      return 'article.place = 2';
  }
}

export function planQuery(query: Query, place: Place, tag: string | null, completions: Completions): QueryPlan {
  const wanted: MatchClause[][] = [];
  const unwanted: MatchClause[] = [];
  const conditions = [placeCondition(place, query.length > 0)];
  const values: string[] = [];
  if (tag !== null) {
    conditions.push('article.key IN (SELECT tag.key FROM tag WHERE tag.tag = ?)');
    values.push(tag);
  }
  const rest: (readonly Clause[])[] = [];
  for (const group of query) {
    const [only] = group;
    if (group.every((clause) => clause.kind !== 'state' && !clause.negated)) wanted.push(group.filter(isMatchClause));
    else if (group.length === 1 && only !== undefined && isMatchClause(only)) unwanted.push(only);
    else rest.push(group);
  }
  const without = unwanted.map((clause) => matchOf(clause, completions));
  if (wanted.length === 0) rest.push(...unwanted.map((clause) => [clause]));
  for (const group of rest) conditions.push(groupCondition(group, completions, values));
  return {
    match: matchAll(wanted, without, completions),
    titleMatch: matchInTitle(wanted, without, completions),
    ranked: wanted.some((group) => group.some((clause) => clause.kind === 'text')),
    conditions,
    values,
  };
}

function isMatchClause(clause: Clause): clause is MatchClause {
  return clause.kind !== 'state';
}

function matchAll(wanted: readonly MatchClause[][], without: readonly string[], completions: Completions): string | null {
  if (wanted.length === 0) return null;
  const all = wanted.map((group) => anyOf(group.map((clause) => matchOf(clause, completions)))).join(' AND ');
  return without.length === 0 ? all : `(${all}) NOT ${anyOf(without)}`;
}

function matchInTitle(wanted: readonly MatchClause[][], without: readonly string[], completions: Completions): string | null {
  const inTitle = wanted.map((group) =>
    group.map((clause): MatchClause => (clause.kind === 'text' && clause.field === null ? { ...clause, field: 'title' } : clause)),
  );
  return matchAll(inTitle, without, completions);
}

function anyOf(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`;
}

/** A group that the full-text table cannot decide alone, as SQL; adds its values. */
function groupCondition(group: readonly Clause[], completions: Completions, values: string[]): string {
  const alternatives = group.map((clause) => {
    const negation = clause.negated ? 'NOT ' : '';
    if (clause.kind === 'state') return `${negation}(${stateConditions[clause.state]})`;
    values.push(matchOf(clause, completions));
    return `article.key ${negation}IN (SELECT words.rowid FROM words WHERE words MATCH ?)`;
  });
  return `(${alternatives.join(' OR ')})`;
}
