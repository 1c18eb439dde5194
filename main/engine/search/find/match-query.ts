// All articles for which a query holds, with what they are worth. Words first, the rarest before the others; conditions
// on what they leave.

import type { Clause, Query } from '../query/query.ts';
import type { FlagCondition } from '../store/flags.ts';
import type { Asking } from './asking.ts';
import { conditionOf, type Condition, type StateMeaning } from './conditions.ts';
import { findWords, type WordMeaning } from './find-words.ts';
import { allOf, inBoth, inEither, keep, keepFlagged, noHits, type Hits } from './hits.ts';

export interface Matches extends Hits {
  /** There are words to rank by. */
  readonly ranked: boolean;
}

export function matchQuery(asking: Asking, { groups }: Query, place: FlagCondition, more: readonly Condition[]): Matches {
  const { columns } = asking.ground;
  const wanted: Hits[] = [];
  const conditions = [...more];
  for (const group of groups) {
    if (group.every(isState)) conditions.push(anyOf(group.map((clause) => stateCondition(asking, clause))));
    else if (group.length === 1 && group[0]?.negated === true) conditions.push(without(asking, group[0]));
    else wanted.push(group.map((clause) => hitsOf(asking, clause)).reduce(inEither));
  }
  const ranked = wanted.length > 0;
  const isPlaced: Condition = (doc) => ((columns.flags[doc] as number) & place.mask) === place.value;
  if (!ranked) return { ...allOf(columns.end, everyOf([isPlaced, ...conditions])), ranked };
  wanted.sort((one, other) => one.docs.length - other.docs.length);
  const placed = keepFlagged(wanted.reduce(inBoth), columns.flags, place);
  return { ...(conditions.length === 0 ? placed : keep(placed, everyOf(conditions))), ranked };
}

type StateClause = StateMeaning & { readonly negated: boolean };
type WordClause = WordMeaning & { readonly negated: boolean };

function isState(clause: Clause): clause is StateClause {
  return clause.kind !== 'text' && clause.kind !== 'pinyin';
}

function stateCondition({ ground }: Asking, clause: StateClause): Condition {
  const holds = conditionOf(ground, clause);
  return clause.negated ? (doc) => !holds(doc) : holds;
}

/** One clause of several of which one must hold: its hits, or all articles for which it holds. */
function hitsOf(asking: Asking, clause: Clause): Hits {
  const { end } = asking.ground.columns;
  if (isState(clause)) return allOf(end, stateCondition(asking, clause));
  return clause.negated ? allOf(end, without(asking, clause)) : findWords(asking, clause);
}

function without(asking: Asking, clause: Clause): Condition {
  const { docs } = isState(clause) ? noHits : findWords(asking, withoutInitials(clause));
  const excluded = new Uint8Array(asking.ground.columns.end);
  for (const doc of docs) excluded[doc] = 1;
  return (doc) => excluded[doc] === 0;
}

/** Who excludes a word means the word. */
function withoutInitials(clause: WordClause): WordClause {
  return clause.kind === 'text' ? { ...clause, initials: null } : clause;
}

function anyOf(conditions: readonly Condition[]): Condition {
  const [only, second] = conditions;
  return only !== undefined && second === undefined ? only : (doc) => conditions.some((holds) => holds(doc));
}

function everyOf(conditions: readonly Condition[]): Condition {
  const [first, second, third] = conditions;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (doc) => first(doc) && second(doc);
  return (doc) => conditions.every((holds) => holds(doc));
}
