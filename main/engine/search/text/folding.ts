// Which characters make words, and the one form in which words are compared: without case, accents and width, traditional
// Chinese as simplified. Where words begin and end is said in tokens.ts.

import { simplifiedUnit } from './chinese.ts';

/** `gram`: of a script written without spaces. `mark`: belongs to the character before it and does not count. */
export const charClass = { gap: 1, word: 2, gram: 3, mark: 4 } as const;
export type CharClass = (typeof charClass)[keyof typeof charClass];

// Ranges of accents and vowel points that search does not tell apart, joiners and variation selectors.
// Not the vowel signs of Indic scripts, which make other words.
const markRanges = [
  String.raw`\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`, // Latin, Greek, Cyrillic
  String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7`, // Hebrew points
  String.raw`\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc`, // Arabic points and the stretching stroke
  String.raw`\u00ad\u200c\u200d\u2060\ufe00-\ufe0f`, // soft hyphen, joiners, variation selectors
].join('');
const marks = new RegExp(`[${markRanges}]`, 'u');
const allMarks = new RegExp(`[${markRanges}]`, 'gu');
// Voicing marks of kana do count (か is not が), but never stand alone.
const voicing = new RegExp(String.raw`[\u3099\u309a\uff9e\uff9f]`, 'u');
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const written = /[\p{L}\p{N}\p{M}]/u;
const pictured = /\p{Extended_Pictographic}/u;

const known = new Uint8Array(0x110000);

/** The class of a code point; lone surrogates are gaps. */
export function classOf(codePoint: number): CharClass {
  const seen = known[codePoint];
  if (seen !== undefined && seen !== 0) return seen as CharClass;
  const found = classify(String.fromCodePoint(codePoint));
  known[codePoint] = found;
  return found;
}

function classify(char: string): CharClass {
  if (marks.test(char) || voicing.test(char)) return charClass.mark;
  if (unspaced.test(char) && (written.test(char) || /\p{So}/u.test(char))) return charClass.gram;
  if (written.test(char)) return charClass.word;
  if (pictured.test(char)) return charClass.gram;
  return charClass.gap;
}

const noLetters = /[^\p{L}\p{N}\p{M}]/gu;
// Letters that no normal form takes apart.
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' };
const oddLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Words that were folded lately: a library has the same ones again and again. */
const folded = new Map<string, string>();
const mostFolded = 20_000;

/** A word of a script with spaces, folded: `Ｃafé` is `cafe`. */
export function foldWord(word: string): string {
  const before = folded.get(word);
  if (before !== undefined) return before;
  if (folded.size >= mostFolded) folded.clear();
  const fresh = foldAfresh(word);
  folded.set(word, fresh);
  return fresh;
}

function foldAfresh(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(allMarks, '')
    .replace(oddLetters, (letter) => letters[letter] ?? letter)
    .replace(noLetters, '');
}

/** One character of an unspaced script with its marks, folded; more than one where the character is an abbreviation. */
export function foldGram(cluster: string): readonly string[] {
  return Array.from(cluster.normalize('NFKC').toLowerCase().replace(allMarks, ''), (char) =>
    char.length === 1 ? String.fromCharCode(simplifiedUnit(char.charCodeAt(0))) : char,
  );
}

/** The folded UTF-16 unit of a character that is folded by a look into a table (common ideographs and kana), or 0. */
export function plainGram(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return simplifiedUnit(unit);
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fe) ? unit : 0;
}
