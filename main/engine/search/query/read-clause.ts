// What one word of a query means.

import { charClass, classOf } from '../text/folding.ts';
import { withoutScheme } from '../text/field-texts.ts';
import { foldName, phraseTokens } from '../text/tokens.ts';
import type { Meaning, StateName, TextField } from './query.ts';
import type { QueryWord } from './query-words.ts';
import { spanOfTime, type TimeSpan } from './spans-of-time.ts';

export interface Reading {
  /** Null for a word that asks nothing: signs alone, or a field whose value is still being typed. */
  readonly meaning: Meaning | null;
  /** It does not mean what it looks like, and is searched as text. */
  readonly odd: boolean;
}

const textFields: Readonly<Record<string, TextField>> = { title: 'title', byline: 'byline', site: 'site', note: 'notes', url: 'url' };
const isStates = ['unread', 'read', 'starred', 'archived', 'partial', 'damaged'] as const;
const hasStates = ['mark', 'note', 'image', 'video', 'missing'] as const;

type Reader = (word: QueryWord, typing: boolean, now: Date) => Reading;

const readers: Readonly<Record<string, Reader>> = {
  title: textReading, byline: textReading, site: textReading, note: textReading, url: textReading,
  tag: labelReading, lang: labelReading,
  is: stateReading, has: stateReading,
  before: timeReading, after: timeReading, saved: timeReading, published: timeReading,
  words: wordsReading,
  pinyin: pinyinReading,
};

export const clauseFields = Object.keys(readers);

export function readClause(word: QueryWord, typing: boolean, now: Date): Reading {
  const reader = word.field === null ? textReading : readers[word.field];
  return (reader ?? textReading)(word, typing, now);
}

const longestPhrase = 64;

function textReading(word: QueryWord, typing: boolean): Reading {
  const field = word.field === null ? null : (textFields[word.field] ?? null);
  const star = !word.quoted && word.text.endsWith('*');
  const phrase = phraseTokens(withoutScheme(word.text));
  const tokens = phrase.tokens.slice(0, longestPhrase);
  // Signs alone ask nothing; a field without a value is waited for while it is typed.
  if (tokens.length === 0) return { meaning: null, odd: !typing && (word.field !== null || isAllSigns(word.text)) };
  const whole = tokens.length === phrase.tokens.length;
  const begins = !phrase.gram && (star || (typing && endsInToken(word.text)));
  const meaning = {
    kind: 'text', field, tokens, prefix: whole && (phrase.open || begins), typing: typing && !star, gram: phrase.gram,
    initials: field === null && !word.quoted && !star ? initialsIn(word.text) : null, start: word.start, end: word.end,
  } as const;
  return { meaning, odd: !whole };
}

function isAllSigns(text: string): boolean {
  return text !== '' && !/[\p{L}\p{N}]/u.test(text);
}

function endsInToken(text: string): boolean {
  const last = Array.from(text.toWellFormed()).at(-1)?.codePointAt(0);
  return last !== undefined && classOf(last) !== charClass.gap;
}

/** No syllable begins with i, u or v; a single letter is too little to mean a title. */
function initialsIn(text: string): string | null {
  const letters = text.toLowerCase();
  return /^[a-hj-tw-z]{2,12}$/.test(letters) ? letters : null;
}

function asText(word: QueryWord, odd: boolean): Reading {
  const { meaning } = textReading({ ...word, field: null, text: `${word.field ?? ''} ${word.text}` }, false);
  return { meaning, odd };
}

function stateReading(word: QueryWord, typing: boolean): Reading {
  const names: readonly StateName[] = word.field === 'is' ? isStates : hasStates;
  const value = word.text.toLowerCase();
  const state = names.find((name) => name === value);
  if (state !== undefined) return { meaning: { kind: 'state', state }, odd: false };
  return typing && names.some((name) => name.startsWith(value)) ? { meaning: null, odd: false } : asText(word, true);
}

function labelReading(word: QueryWord, typing: boolean): Reading {
  const name = word.field === 'lang' ? 'lang' : 'tag';
  const star = !word.quoted && word.text.endsWith('*');
  const value = foldName(word.text);
  if (value === '') return typing ? { meaning: null, odd: false } : asText(word, true);
  return { meaning: { kind: 'label', name, value, prefix: star || typing || name === 'lang' }, odd: false };
}

function timeReading(word: QueryWord, typing: boolean, now: Date): Reading {
  const span = spanOfTime(word.text, now);
  if (span !== null) return { meaning: { kind: 'time', ...timeAsked(word.field ?? '', span) }, odd: false };
  // `2024-` and `2024-0` are on their way to a month; so is a word like `yester`.
  const underWay = typing && (/^\d{0,4}(?:[-/.]\d{0,2}){0,2}(?:\.\.[\d-/.]*)?$/.test(word.text) || ['today', 'yesterday'].some((name) => name.startsWith(word.text.toLowerCase())));
  return underWay ? { meaning: null, odd: false } : asText(word, true);
}

function timeAsked(field: string, { from, to }: TimeSpan): { of: 'date' | 'published' | 'saved'; span: TimeSpan } {
  switch (field) {
    case 'before':
      return { of: 'date', span: { from: null, to: from } };
    case 'after':
      // From its first day on, so that every article is either before a time or after it.
      return { of: 'date', span: { from, to: null } };
    default:
      return { of: field === 'saved' ? 'saved' : 'published', span: { from, to } };
  }
}

const mostWords = Number.MAX_SAFE_INTEGER;

function wordsReading(word: QueryWord, typing: boolean): Reading {
  const [, sign = '', first, dots = '', last] = /^(<=|>=|<|>|≤|≥)?(\d{1,9})(?:(\.\.)(\d{1,9})?)?$/.exec(word.text) ?? [];
  if (first === undefined || (sign !== '' && dots !== '')) return typing && /^[<>≤≥]?=?\d*$/.test(word.text) ? { meaning: null, odd: false } : asText(word, true);
  const number = Number(first);
  const bounds: Readonly<Record<string, readonly [number, number]>> = {
    '': dots === '' ? [number, number] : [number, last === undefined ? mostWords : Number(last)],
    '>': [number + 1, mostWords], '>=': [number, mostWords], '≥': [number, mostWords],
    '<': [0, number - 1], '<=': [0, number], '≤': [0, number],
  };
  const [least, most] = bounds[sign] ?? [0, mostWords];
  return { meaning: { kind: 'words', least, most }, odd: false };
}

function pinyinReading(word: QueryWord, typing: boolean): Reading {
  const letters = word.text.normalize('NFD').toLowerCase().replace(/u\u0308/g, 'v').replace(/[\p{M}\s'’*-]/gu, '');
  if (/^[a-z]{1,40}$/.test(letters)) return { meaning: { kind: 'pinyin', letters, typing: typing || word.text.endsWith('*') }, odd: false };
  return letters === '' && typing ? { meaning: null, odd: false } : asText(word, true);
}
