// Words of the index that are one edit away from a word (a letter more, less, another, or two exchanged), or two, where
// none is one away.

import type { Database } from '../store/database.ts';
import type { Asking } from './asking.ts';

interface Counted {
  readonly word: string;
  readonly articles: number;
}

/** Shorter words are one edit from too many others. */
const shortestWord = 3;
/** From this length on, two edits may be meant. */
const shortestForTwo = 6;

/** The most frequent first. */
export function nearWords({ ground, isOver }: Asking, word: string): readonly string[] {
  const letters = Array.from(word);
  if (letters.length < shortestWord) return [];
  const near = oneEditAway(ground.database, letters);
  const found = near.length > 0 || letters.length < shortestForTwo ? near : twoEditsAway(ground.database, word, isOver);
  return found.sort((one, other) => other.articles - one.articles).map((counted) => counted.word);
}

function oneEditAway(database: Database, letters: readonly string[]): Counted[] {
  const found: Counted[] = [];
  for (const word of editsOf(letters, alphabetFor(letters))) {
    const counted = database.one<Counted>('SELECT word, articles FROM word WHERE word = ?', word);
    if (counted !== null) found.push(counted);
  }
  return found;
}

/** The letters of its script that a typing hand may have meant. */
function alphabetFor(letters: readonly string[]): readonly string[] {
  const ranges: readonly (readonly [RegExp, number, number])[] = [[/[a-z]/, 0x61, 0x7a], [/[а-я]/, 0x430, 0x44f], [/[α-ω]/, 0x3b1, 0x3c9], [/[א-ת]/, 0x5d0, 0x5ea], [/[ا-ي]/, 0x627, 0x64a]];
  const [, first, last] = ranges.find(([script]) => letters.some((letter) => script.test(letter))) ?? [null, 0, -1];
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
}

function editsOf(letters: readonly string[], alphabet: readonly string[]): ReadonlySet<string> {
  const edits = new Set<string>();
  for (let at = 0; at <= letters.length; at += 1) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    const rest = letters.slice(at + 1).join('');
    for (const letter of alphabet) edits.add(before + letter + after);
    if (at === letters.length) continue;
    edits.add(before + rest);
    for (const letter of alphabet) edits.add(before + letter + rest);
    if (at + 1 < letters.length) edits.add(`${before}${letters[at + 1] ?? ''}${letters[at] ?? ''}${letters.slice(at + 2).join('')}`);
  }
  edits.delete(letters.join(''));
  return edits;
}

/** A look at every word of about that length: some ten milliseconds in a large library, and only where nothing else was found. */
function twoEditsAway(database: Database, word: string, isOver: () => boolean): Counted[] {
  const found: Counted[] = [];
  let count = 0;
  for (const { word: other, articles } of database.each<Counted>('SELECT word, articles FROM word WHERE length(word) BETWEEN ? AND ?', word.length - 2, word.length + 2)) {
    if (distanceUpTo(word, other, 2) <= 2) found.push({ word: other, articles });
    count += 1;
    if (count % 4096 === 0 && isOver()) break;
  }
  return found;
}

/** The distance of Damerau and Levenshtein (neighbours exchanged once count one), or more than `most` as soon as that is sure. */
export function distanceUpTo(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const exchanged = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (exchanged) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length] ?? most + 1;
}
