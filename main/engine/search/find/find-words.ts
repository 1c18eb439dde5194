// The articles in which the words of one clause stand.

import { phrasePostings, type Slot } from '../inverted/phrases.ts';
import { postingsOf, type Postings } from '../inverted/postings.ts';
import type { PhraseBound } from '../inverted/promising.ts';
import type { Meaning, TextMeaning } from '../query/query.ts';
import { syllablesOf } from '../text/chinese.ts';
import { fieldMarks, initialsMark, pinyinMark } from '../text/index-terms.ts';
import type { Asking } from './asking.ts';
import { inEither, noHits, type Hits } from './hits.ts';
import { prefixPostings } from './prefixes.ts';
import { scored, worthBy } from './score.ts';

/** Readings of a title are worth this much against words. */
const readingShare = 0.2;
/** While typing, so many hits of the words of a phrase are looked at: some 4 ms. */
const mostQuickHits = 1_000_000;
/** Letters may be cut into syllables in several ways: xian is xian and xi'an. */
const mostSpellings = 8;

export type WordMeaning = Extract<Meaning, { kind: 'text' | 'pinyin' }>;

export function findWords(asking: Asking, meaning: WordMeaning): Hits {
  if (asking.isOver()) return noHits;
  if (meaning.kind === 'pinyin') return inEither(spelled(asking, meaning.letters, meaning.typing), initialed(asking, meaning.letters));
  const words = scored(sideBySide(asking, slotsOf(meaning)), asking.ground.columns);
  return meaning.initials === null ? words : inEither(words, initialed(asking, meaning.initials));
}

function slotsOf({ field, tokens, prefix }: TextMeaning): readonly Slot[] {
  const mark = field === null ? '' : fieldMarks[field];
  return tokens.map((token, at) => ({ term: mark + token, prefix: prefix && at === tokens.length - 1 }));
}

function sideBySide(asking: Asking, slots: readonly Slot[]): Postings {
  const { segments } = asking.ground;
  const [only, second] = slots;
  if (only === undefined || second !== undefined) return phrasePostings(segments.all, slots, asking.isOver, asking.quick ? quickBound(asking) : null);
  return only.prefix ? prefixPostings(asking, only.term) : postingsOf(segments.all, only.term);
}

function quickBound(asking: Asking): PhraseBound {
  return { mostHits: mostQuickHits, worth: worthBy(asking.ground.columns), reached: () => (asking.bounded = true) };
}

/** Titles of which some characters are read so. */
function spelled(asking: Asking, letters: string, typing: boolean): Hits {
  let hits = noHits;
  for (const way of syllablesOf(letters, mostSpellings)) {
    const slots = way.map((syllable, at) => ({ term: pinyinMark + syllable, prefix: typing && at === way.length - 1 }));
    hits = inEither(hits, scored(sideBySide(asking, slots), asking.ground.columns));
  }
  return hits;
}

/** Titles of which some characters begin with these letters. */
function initialed(asking: Asking, letters: string): Hits {
  const slots: Slot[] = [];
  for (let at = 0; at + 1 < letters.length; at += 1) slots.push({ term: initialsMark + letters.slice(at, at + 2), prefix: false });
  if (letters.length === 1) slots.push({ term: initialsMark + letters, prefix: true });
  return scored(sideBySide(asking, slots), asking.ground.columns, readingShare);
}
