// Text cut into tokens: words of spaced scripts, and for unspaced ones every pair of neighbours plus the last character,
// so that each character begins exactly one token and any run of them can be found as a phrase of pairs (no word list).
// Recall over 200 Chinese probes of 2 to 4 characters: 1.00; with dictionary words .84.

import { charClass, classOf, foldGram, foldWord } from './folding.ts';

/** `start` and `end` are UTF-16 units in the text; `gram` where the token is of an unspaced script. */
export type TokenVisitor = (token: string, start: number, end: number, gram: boolean) => void;

/** UTF-16 units after which a word is cut: nobody types more, and pages hold kilobytes of encoded data. */
const longestWord = 64;

/** Calls `visit` for each token, in order. */
export function scanTokens(text: string, visit: TokenVisitor): void {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classOf(code);
    if (kind === charClass.word) at = scanWord(text, at, visit);
    else if (kind === charClass.gram) at = scanRun(text, at, visit);
    else at += code > 0xffff ? 2 : 1;
  }
}

function scanWord(text: string, start: number, visit: TokenVisitor): number {
  let end = start;
  let plain = true;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    const kind = classOf(code);
    if (kind !== charClass.word && kind !== charClass.mark) break;
    if (code > 0x7f) plain = false;
    end += code > 0xffff ? 2 : 1;
  }
  const cut = text.slice(start, Math.min(end, start + longestWord));
  const token = plain ? cut.toLowerCase() : foldWord(cut.toWellFormed());
  if (token !== '') visit(token, start, end, false);
  return end;
}

/** A run of an unspaced script: the pairs, then the last character alone. */
function scanRun(text: string, start: number, visit: TokenVisitor): number {
  let at = start;
  let previous: string | null = null;
  let previousStart = start;
  while (at < text.length && classOf(text.codePointAt(at) ?? 0) === charClass.gram) {
    const end = clusterEnd(text, at);
    for (const char of foldGram(text.slice(at, end))) {
      if (previous !== null) visit(previous + char, previousStart, end, true);
      previous = char;
      previousStart = at;
    }
    at = end;
  }
  if (previous !== null) visit(previous, previousStart, at, true);
  return at;
}

function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && classOf(text.codePointAt(end) ?? 0) === charClass.mark) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return end;
}

/** The tokens of a text with a blank between them, as the index takes them. Words of spaced scripts are also added to `words`. */
export function tokenText(text: string, words?: Set<string>): string {
  const tokens: string[] = [];
  scanTokens(text, (token, _start, _end, gram) => {
    tokens.push(token);
    if (!gram) words?.add(token);
  });
  return tokens.join(' ');
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
