// Finds words in the open article as they are typed: any run of characters, also within a word. Case, accents, width, the
// kind of quotation marks and of white space do not count. Pure.

import type { TextHit } from '../../preload/contract/calls.ts';

/** A text in the form in which it is compared, and the way back. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text` the place in the whole text of the character that it came from. */
  readonly places: Uint32Array;
  /** Of the whole text. */
  readonly length: number;
}

/** More are not painted; longer than any book has of a common word. */
const mostHits = 20_000;

/** What is written above or below letters and does not count, and what draws nothing. */
const unseen = new RegExp(String.raw`[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]`, 'g');
const alike: Readonly<Record<string, string>> = {
  '‘': "'", '’': "'", 'ʼ': "'", '‚': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '…': '...', 'ß': 'ss',
};
const known = new Map<string, string>();
const blank = /^\s$/;

export function foldText(whole: string): FoldedText {
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  let wasBlank = false;
  for (const character of whole) {
    const isBlank = blank.test(character);
    const folded = isBlank ? (wasBlank ? '' : ' ') : foldCharacter(character);
    if (folded !== '') {
      wasBlank = isBlank;
      pieces.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    }
    at += character.length;
  }
  return { text: pieces.join(''), places: Uint32Array.from(places), length: whole.length };
}

/** Where the words stand, in the order of the text, never overlapping. Nothing but blanks stands nowhere. */
export function findWords(folded: FoldedText, words: string): readonly TextHit[] {
  const wanted = foldText(words.trim()).text;
  const hits: TextHit[] = [];
  if (wanted === '') return hits;
  for (let at = folded.text.indexOf(wanted); at >= 0 && hits.length < mostHits; ) {
    const end = at + wanted.length;
    const isWhole = beginsCharacter(folded, at) && beginsCharacter(folded, end);
    if (isWhole) hits.push({ start: folded.places[at] ?? 0, end: folded.places[end] ?? folded.length });
    at = folded.text.indexOf(wanted, isWhole ? end : at + 1);
  }
  return hits;
}

/** Not half of what one character came to: `ss` of `ß`, `か` of `が`. */
function beginsCharacter({ places }: FoldedText, at: number): boolean {
  return at === 0 || at >= places.length || places[at] !== places[at - 1];
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character.toLowerCase();
  // Ideographs and Hangul have no other form.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) return character;
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = alike[character] ?? character.normalize('NFKD').toLowerCase().replace(unseen, '');
  known.set(character, folded);
  return folded;
}
