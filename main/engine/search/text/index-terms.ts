// The terms under which an article is found: every token of all its fields, those of short fields once more for the field
// alone, and how its Chinese title is read.

import { readingsOf } from './chinese.ts';
import { pairToken, plainToken, scanText, scanTokens } from './tokens.ts';

/** What a hit in a field is worth against one in the text. */
const weights = { title: 10, byline: 3, site: 1, tags: 4, notes: 5, url: 1, captions: 1, text: 1 } as const;
export type IndexedField = keyof typeof weights;
export type FieldTexts = Readonly<Record<IndexedField, readonly string[]>>;

/** What stands before a term that is of one field alone. No token holds control characters. */
export const fieldMarks = { title: '\u0001', byline: '\u0002', site: '\u0003', notes: '\u0004', url: '\u0005' } as const;
/** Syllables, and pairs of initials, of the characters of a title, at the places of the characters. */
export const pinyinMark = '\u0006';
export const initialsMark = '\u0007';

/** `extra` is what a hit weighs beyond one. */
export interface TermSink {
  term(term: string, place: number, extra: number): void;
  /** The same for a word of a script with spaces. */
  word(word: string, place: number, extra: number): void;
  /** The same for a word of ASCII letters, in any case, as it stands in a text. */
  plain(text: string, start: number, end: number, place: number, extra: number): void;
  /** The same for the pair of two UTF-16 units; `second` is 0 for a single one. */
  pair(first: number, second: number, place: number, extra: number): void;
}

const order: readonly IndexedField[] = ['title', 'byline', 'site', 'tags', 'notes', 'url', 'captions', 'text'];
// A phrase never reaches from one text into the next.
const gapBetweenTexts = 2;

/**
 * Gives each term with its place in the article; places rise but for terms of one place.
 * @returns how many tokens there are.
 */
export function indexTerms(texts: FieldTexts, sink: TermSink): number {
  let place = 0;
  for (const field of order) {
    const mark = field in fieldMarks ? fieldMarks[field as keyof typeof fieldMarks] : null;
    const extra = weights[field] - 1;
    for (const text of texts[field]) {
      const from = place;
      scanText(text, {
        token(token, _start, _end, gram) {
          if (gram) sink.term(token, place, extra);
          else sink.word(token, place, extra);
          if (mark !== null) sink.term(mark + token, place, 0);
          place += 1;
        },
        plain(words, start, end) {
          sink.plain(words, start, end, place, extra);
          if (mark !== null) sink.term(mark + plainToken(words, start, end), place, 0);
          place += 1;
        },
        pair(first, second) {
          sink.pair(first, second, place, extra);
          if (mark !== null) sink.term(mark + pairToken(first, second), place, 0);
          place += 1;
        },
      });
      if (field === 'title') addReadings(text, from, sink);
      place += gapBetweenTexts;
    }
  }
  return place;
}

/** Each character of a script without spaces begins one token: what is at a token's place is how its first character is read. */
function addReadings(text: string, from: number, sink: TermSink): void {
  const read: (readonly string[])[] = [];
  scanTokens(text, (token, _start, _end, gram) => void read.push(gram ? readingsOf(Array.from(token)[0] ?? '') : []));
  const found: { term: string; place: number }[] = [];
  for (const [at, syllables] of read.entries()) {
    const nexts = initialsOf(read[at + 1] ?? []);
    for (const syllable of syllables) found.push({ term: pinyinMark + syllable, place: from + at });
    for (const initial of initialsOf(syllables)) {
      for (const next of nexts.length === 0 ? [''] : nexts) found.push({ term: initialsMark + initial + next, place: from + at });
    }
  }
  for (const { term, place } of found) sink.term(term, place, 0);
}

function initialsOf(syllables: readonly string[]): readonly string[] {
  return [...new Set(syllables.map((syllable) => syllable.charAt(0)))];
}
