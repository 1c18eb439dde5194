// The language of the search box: words (all must occur), "a phrase", -not, a OR b, pre*, title: byline: site: tag: lang:
// note: url:, is: and has:. Whatever is odd is searched as text. How a query is run is said in query-plan.ts.

import { foldName, phraseTokens } from './tokens.ts';
import { queryWords, type QueryWord } from './query-words.ts';

/** Fields that hold text, and the columns of the index they look in. */
export const textFields = { title: ['title'], byline: ['byline'], site: ['site'], note: ['notes'], url: ['url'] } as const;
export type TextField = keyof typeof textFields;

const isStates = ['unread', 'read', 'starred', 'archived', 'partial', 'damaged'] as const;
const hasStates = ['mark', 'note', 'image', 'missing'] as const;
export type StateName = (typeof isStates)[number] | (typeof hasStates)[number];

/** One thing that must (or, negated, must not) hold of an article. */
export type Clause =
  | {
      readonly kind: 'text';
      readonly field: TextField | null;
      /** Side by side, in this order. */
      readonly tokens: readonly string[];
      /** The last token stands for every token that begins with it. */
      readonly prefix: boolean;
      /** ... of which, while typing, the most frequent ones are enough. */
      readonly typing: boolean;
      /** The last token is of a script without spaces. */
      readonly gram: boolean;
      readonly negated: boolean;
    }
  | { readonly kind: 'key'; readonly name: 'tag' | 'lang'; readonly value: string; readonly prefix: boolean; readonly negated: boolean }
  | { readonly kind: 'state'; readonly state: StateName; readonly negated: boolean };

/** Of each group one clause must hold. No groups: nothing was asked. */
export type Query = readonly (readonly Clause[])[];

const fieldNames: ReadonlySet<string> = new Set([...Object.keys(textFields), 'tag', 'lang', 'is', 'has']);

// Bounds, so that a pasted page is a query like any other.
const longestQuery = 2000;
const mostClauses = 32;
const longestPhrase = 64;

/** Reads a query; `typing` takes the last word as the beginning of one. */
export function parseQuery(query: string, typing: boolean): Query {
  const words = queryWords(query.slice(0, longestQuery), fieldNames).slice(0, mostClauses);
  const groups: Clause[][] = [];
  let joins = false;
  words.forEach((word, index) => {
    if (isOr(word) && groups.length > 0 && (index < words.length - 1 || typing)) {
      joins = true;
      return;
    }
    const clause = clauseOf(word, typing && word.last);
    if (clause === null) return;
    const group = groups.at(-1);
    if (joins && group !== undefined) group.push(clause);
    else groups.push([clause]);
    joins = false;
  });
  return groups;
}

function isOr(word: QueryWord): boolean {
  return word.text === 'OR' && word.field === null && !word.quoted && !word.negated;
}

/** Null for a word that asks nothing: signs alone, or a field whose value is still being typed. */
function clauseOf(word: QueryWord, typing: boolean): Clause | null {
  switch (word.field) {
    case null:
      return textClause(word, null, word.text, typing);
    case 'is':
    case 'has':
      return stateClause(word, typing);
    case 'tag':
    case 'lang':
      return keyClause(word, word.field, typing);
    default:
      return textClause(word, word.field as TextField, word.text, typing);
  }
}

function textClause(word: QueryWord, field: TextField | null, text: string, typing: boolean): Clause | null {
  const star = !word.quoted && text.endsWith('*');
  const phrase = phraseTokens(withoutScheme(text));
  const tokens = phrase.tokens.slice(0, longestPhrase);
  if (tokens.length === 0) return null;
  const whole = tokens.length === phrase.tokens.length;
  const endsInToken = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]$/u.test(text.toWellFormed());
  const begins = !phrase.gram && (star || (typing && endsInToken));
  return {
    kind: 'text',
    field,
    tokens,
    prefix: whole && (phrase.open || begins),
    typing: typing && !star,
    gram: phrase.gram,
    negated: word.negated,
  };
}

/** An address is indexed, and asked for, without its scheme. */
export function withoutScheme(text: string): string {
  return text.replace(/^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?/i, '');
}

function stateClause(word: QueryWord, typing: boolean): Clause | null {
  const names: readonly StateName[] = word.field === 'is' ? isStates : hasStates;
  const value = word.text.toLowerCase();
  const state = names.find((name) => name === value);
  if (state !== undefined) return { kind: 'state', state, negated: word.negated };
  if (typing && names.some((name) => name.startsWith(value))) return null;
  return textClause(word, null, `${word.field ?? ''} ${word.text}`, typing);
}

function keyClause(word: QueryWord, name: 'tag' | 'lang', typing: boolean): Clause | null {
  const star = !word.quoted && word.text.endsWith('*');
  const value = foldName(word.text);
  if (value !== '') return { kind: 'key', name, value, prefix: star || typing || name === 'lang', negated: word.negated };
  return typing ? null : textClause(word, null, name, false);
}
