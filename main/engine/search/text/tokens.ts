// Text cut into tokens: words of spaced scripts, and for unspaced ones every pair of neighbours plus the last character,
// so that each character begins exactly one token and any run of them can be found as a phrase of pairs (no word list).
// Recall over 200 Chinese probes of 2 to 4 characters: 1.00; with dictionary words .84.

import { charClass, classOf, foldGram, foldWord, plainGram } from './folding.ts';

/** `start` and `end` are UTF-16 units in the text; `gram` where the token is of an unspaced script. */
export type TokenVisitor = (token: string, start: number, end: number, gram: boolean) => void;

/**
 * Takes tokens as they are found. Most words are of ASCII letters, and most pairs of two UTF-16 units: they come as such, as
 * making strings of them takes longer than finding them.
 */
export interface TokenSink {
  token(token: string, start: number, end: number, gram: boolean): void;
  /** The token is what stands in the text between `start` and `end`, in small letters; the word may be longer, up to `whole`. */
  plain(text: string, start: number, end: number, whole: number): void;
  /** `second` is 0 for the last character of a run. */
  pair(first: number, second: number, start: number, end: number): void;
}

/** UTF-16 units after which a word is cut: nobody types more, and pages hold kilobytes of encoded data. */
const longestWord = 64;

/** Calls `visit` for each token, in order. */
export function scanTokens(text: string, visit: TokenVisitor): void {
  const plain: TokenSink['plain'] = (from, start, end, whole) => visit(plainToken(from, start, end), start, whole, false);
  scanText(text, { token: visit, plain, pair: (first, second, start, end) => visit(pairToken(first, second), start, end, true) });
}

/** The token of a word of ASCII letters. */
export function plainToken(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase();
}

/** The token of a pair of units. */
export function pairToken(first: number, second: number): string {
  return second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second);
}

/** The same as `scanTokens`, for those who need no strings. */
export function scanText(text: string, sink: TokenSink): void {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classOf(code);
    if (kind === charClass.word) at = scanWord(text, at, sink);
    else if (kind === charClass.gram) at = scanRun(text, at, sink);
    else at += code > 0xffff ? 2 : 1;
  }
}

function scanWord(text: string, start: number, sink: TokenSink): number {
  const end = wordEnd(text, start);
  const cut = Math.min(end, start + longestWord);
  if (plainEnd(text, start, cut) === cut) {
    sink.plain(text, start, cut, end);
    return end;
  }
  // Folded, one character may have become many.
  const token = foldWord(text.slice(start, cut).toWellFormed()).slice(0, longestWord).toWellFormed();
  if (token !== '') sink.token(token, start, end, false);
  return end;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    const kind = classOf(isHalf ? (text.codePointAt(end) ?? 0) : unit);
    if (kind !== charClass.word && kind !== charClass.mark) break;
    end += isHalf && (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return end;
}

/** Where the ASCII characters end. */
function plainEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) < 0x80) at += 1;
  return at;
}

/** A run of an unspaced script: the pairs, then the last character alone. */
function scanRun(text: string, start: number, sink: TokenSink): number {
  let at = start;
  let previous = 0;
  let previousStart = start;
  while (at < text.length) {
    const unit = isMarkAt(text, at + 1) ? 0 : plainGram(text.charCodeAt(at));
    if (unit === 0) return scanRest(text, at, previous, previousStart, sink);
    if (previous !== 0) sink.pair(previous, unit, previousStart, at + 1);
    previous = unit;
    previousStart = at;
    at += 1;
  }
  if (previous !== 0) sink.pair(previous, 0, previousStart, at);
  return at;
}

/** The rest of a run from a character on that takes more than a look into a table. */
function scanRest(text: string, start: number, unit: number, unitStart: number, sink: TokenSink): number {
  let at = start;
  let previous = unit === 0 ? '' : String.fromCharCode(unit);
  let previousStart = unitStart;
  while (at < text.length && classOf(text.codePointAt(at) ?? 0) === charClass.gram) {
    const begin = at;
    at = clusterEnd(text, at);
    for (const char of foldGram(text.slice(begin, at))) {
      if (previous !== '') emitPair(previous, char, previousStart, at, sink);
      previous = char;
      previousStart = begin;
    }
  }
  if (previous !== '') emitPair(previous, '', previousStart, at, sink);
  return at;
}

/** What an abbreviation was folded into may be a pair of letters, as a word is: only pairs of characters that never are in words come as units. */
function emitPair(first: string, second: string, start: number, end: number, sink: TokenSink): void {
  if (isUnitGram(first) && (second === '' || isUnitGram(second))) sink.pair(first.charCodeAt(0), second === '' ? 0 : second.charCodeAt(0), start, end);
  else sink.token(first + second, start, end, true);
}

function isUnitGram(char: string): boolean {
  return char.length === 1 && classOf(char.charCodeAt(0)) === charClass.gram;
}

function isMarkAt(text: string, at: number): boolean {
  return at < text.length && classOf(text.codePointAt(at) ?? 0) === charClass.mark;
}

function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && classOf(text.codePointAt(end) ?? 0) === charClass.mark) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return end;
}

export interface PhraseTokens {
  readonly tokens: readonly string[];
  /** The last token is one character of an unspaced script and stands for every pair that begins with it. */
  readonly open: boolean;
  /** The last token is of an unspaced script. */
  readonly gram: boolean;
}

/** The tokens that stand side by side in every text that holds this phrase. */
export function phraseTokens(phrase: string): PhraseTokens {
  const tokens: { token: string; start: number; end: number; gram: boolean }[] = [];
  scanTokens(phrase, (token, start, end, gram) => tokens.push({ token, start, end, gram }));
  const last = tokens.at(-1);
  const beforeLast = tokens.at(-2);
  const closesRun = last !== undefined && last.gram && beforeLast !== undefined && beforeLast.end > last.start;
  if (closesRun) tokens.pop();
  return {
    tokens: tokens.map(({ token }) => token),
    open: last !== undefined && last.gram && !closesRun,
    gram: last !== undefined && last.gram,
  };
}

/** A name or tag as one form to compare by; blanks and signs are one blank. */
export function foldName(name: string): string {
  return name.normalize('NFKC').split(/[^\p{L}\p{N}\p{M}]+/u).map(foldWord).filter((part) => part !== '').join(' ');
}
