// Chinese characters as search compares them: traditional and simplified ones are the same, and each has readings.

import { readings } from './tables/readings.ts';
import { traditionalAndSimplified } from './tables/simplified.ts';

const simplified = new Uint16Array(0x10000);
const variants = new Map<string, string>();
for (let at = 0; at < traditionalAndSimplified.length; at += 2) {
  const [from, to] = [traditionalAndSimplified.charAt(at), traditionalAndSimplified.charAt(at + 1)];
  simplified[from.charCodeAt(0)] = to.charCodeAt(0);
  variants.set(to, (variants.get(to) ?? '') + from);
}

/** The UTF-16 unit of the simplified character; itself for any other. */
export function simplifiedUnit(unit: number): number {
  const found = simplified[unit] ?? 0;
  return found === 0 ? unit : found;
}

/** The character and all traditional ones that are folded into it. */
export function writtenForms(character: string): string {
  return character + (variants.get(character) ?? '');
}

let byCharacter: ReadonlyMap<string, readonly string[]> | null = null;

/** How a simplified character is read, without tones (ü is v): several where it has several readings, none where it is unknown. */
export function readingsOf(character: string): readonly string[] {
  byCharacter ??= readingsByCharacter();
  return byCharacter.get(character) ?? [];
}

/** The simplified characters that are read so. */
export function charactersRead(syllable: string): readonly string[] {
  return Object.hasOwn(readings, syllable) ? Array.from(readings[syllable] ?? '') : [];
}

function readingsByCharacter(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(readings)) {
    for (const character of characters) {
      const known = found.get(character);
      if (known === undefined) found.set(character, [syllable]);
      else known.push(syllable);
    }
  }
  return found;
}

/** The syllables of which a run of letters may consist, in each possible way, at most `most` ways; the last may be begun only. */
export function syllablesOf(letters: string, most: number): readonly (readonly string[])[] {
  const ways: string[][] = [];
  const follow = (at: number, way: readonly string[]): void => {
    if (ways.length >= most) return;
    if (at === letters.length) return void ways.push([...way]);
    for (let length = Math.min(6, letters.length - at); length > 0; length -= 1) {
      const syllable = letters.slice(at, at + length);
      const isLast = at + length === letters.length;
      if (Object.hasOwn(readings, syllable) || (isLast && isBegun(syllable))) follow(at + length, [...way, syllable]);
    }
  };
  if (letters.length <= longestSpelling) follow(0, []);
  return ways;
}

const longestSpelling = 40;
const syllables = Object.keys(readings);

function isBegun(letters: string): boolean {
  return syllables.some((syllable) => syllable.startsWith(letters));
}
