// Where the words of a query stand in a text.

import type { Query } from '../query/query.ts';
import { writtenForms } from '../text/chinese.ts';
import { charClass, classOf, foldWord } from '../text/folding.ts';
import { scanTokens } from '../text/tokens.ts';

/** Tokens to mark where they stand side by side. */
export interface Needle {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
  readonly gram: boolean;
}

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly needle: number;
}

// UTF-16 units of a text that are looked through for a snippet: a hit further down is found, but shown by the first words.
const longestScan = 200_000;
const mostRoughHits = 50;

/** What a query marks: its words, but those that were excluded. */
export function needlesOf({ groups }: Query): readonly Needle[] {
  return groups.flatMap((group) =>
    group.flatMap((clause) => (clause.kind === 'text' && !clause.negated ? [{ tokens: clause.tokens, prefix: clause.prefix, gram: clause.gram }] : [])),
  );
}

/**
 * Where the needles seem to stand, by regular expressions over the text as it is: twenty times as fast as cutting all
 * of it into tokens. Misses what only folding makes alike (width, rare accents); then the tokens decide.
 */
export function roughHits(text: string, patterns: readonly RegExp[]): readonly Hit[] {
  const hits: Hit[] = [];
  patterns.forEach((pattern, needle) => {
    let found = 0;
    for (const match of text.matchAll(pattern)) {
      hits.push({ start: match.index, end: match.index + match[0].length, needle });
      found += 1;
      if (found >= mostRoughHits) break;
    }
  });
  return hits.sort((one, other) => one.start - other.start);
}

/** The needle's characters as they would stand in a text. Pairs overlap: of all but the last, the first character counts. */
export function roughPattern({ tokens, prefix, gram }: Needle): RegExp {
  const letter = String.raw`[\p{L}\p{N}]`;
  const pieces = tokens.map((token, index) => {
    const [first = '', second] = Array.from(token);
    const next = tokens[index + 1];
    if (second !== undefined && Array.from(token).length === 2 && isGram(first) && next?.startsWith(second) === true) return writtenAs(first);
    return `${Array.from(token, writtenAs).join('')}${next === undefined ? '' : String.raw`[^\p{L}\p{N}]*`}`;
  });
  const begins = isGram(Array.from(tokens[0] ?? '')[0] ?? '') ? '' : `(?<!${letter})`;
  return new RegExp(`${begins}${pieces.join('')}${gram || prefix ? '' : `(?!${letter})`}`, 'giu');
}

/** A folded character as what it may have been. */
function writtenAs(character: string): string {
  const forms = isGram(character) ? writtenForms(character) : character + (accented().get(character) ?? '');
  return Array.from(forms).length === 1 ? character.replace(/[\\^$.*+?()[\]{}|/-]/, String.raw`\$&`) : `[${forms}]`;
}

let accentedLetters: ReadonlyMap<string, string> | null = null;

/** The accented letters of each Latin one, in one character. */
function accented(): ReadonlyMap<string, string> {
  if (accentedLetters !== null) return accentedLetters;
  const found = new Map<string, string>();
  for (const [first, last] of [[0xc0, 0x24f], [0x1e00, 0x1eff]] as const) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      const plain = foldWord(letter);
      if (/^[a-z]$/.test(plain)) found.set(plain, (found.get(plain) ?? '') + letter);
    }
  }
  accentedLetters = found;
  return found;
}

function isGram(char: string): boolean {
  return classOf(char.codePointAt(0) ?? 0) === charClass.gram;
}

/** Where the needles stand in a text, in its order. */
export function findHits(text: string, needles: readonly Needle[], longest = longestScan): readonly Hit[] {
  const tokens: string[] = [];
  const starts: number[] = [];
  const hits: Hit[] = [];
  scanTokens(text.length > longest ? text.slice(0, longest) : text, (token, start, end) => {
    tokens.push(token);
    starts.push(start);
    needles.forEach((needle, index) => {
      const first = tokens.length - needle.tokens.length;
      if (!standsAt(tokens, first, needle)) return;
      const from = starts[first] ?? start;
      hits.push({ start: from, end: needle.gram && needle.prefix ? endOfLastCharacter(text, start) : end, needle: index });
    });
  });
  return hits.sort((one, other) => one.start - other.start);
}

function standsAt(tokens: readonly string[], first: number, needle: Needle): boolean {
  if (first < 0) return false;
  return needle.tokens.every((wanted, index) => {
    const token = tokens[first + index] ?? '';
    return needle.prefix && index === needle.tokens.length - 1 ? token.startsWith(wanted) : token === wanted;
  });
}

/** A single character of an unspaced script is found by the pair that it begins; only itself is marked. */
function endOfLastCharacter(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}
