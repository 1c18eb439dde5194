// Makes the tables of Chinese characters that search needs (main/engine/search/text/tables/) out of OpenCC's and pinyin-pro's
// data: which traditional character is which simplified one, and how characters are read. Run by hand when those are newer.

import { writeFileSync } from 'node:fs';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { pinyin } from 'pinyin-pro';

const folder = new URL('../main/engine/search/text/tables/', import.meta.url);
const madeBy = 'Made by scripts/make-script-tables.ts: not to be changed by hand.';

const simplified = simplifiedCharacters();
write('simplified.ts', `// Traditional characters and the simplified one that stands for each, side by side. Source: OpenCC, Apache-2.0.\n// ${madeBy}\n\nexport const traditionalAndSimplified =\n  '${[...simplified].flat().join('')}';\n`);
write('readings.ts', `// The characters of each syllable of Mandarin, without tones; ü is v. Source: pinyin-pro, MIT.\n// ${madeBy}\n\nexport const readings: Readonly<Record<string, string>> = {\n${readingLines().join('\n')}\n};\n`);

/** Pairs of one UTF-16 unit each: rarer characters are left as they are. */
function simplifiedCharacters(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const line of traditionalToSimplified.split('|')) {
    const [from = '', to = ''] = line.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) pairs.set(from, to);
  }
  return pairs;
}

function readingLines(): readonly string[] {
  const bySyllable = new Map<string, string>();
  for (const [first, last] of [[0x3400, 0x4dbf], [0x4e00, 0x9fff]] as const) {
    for (let code = first; code <= last; code += 1) addReadings(String.fromCharCode(code), bySyllable);
  }
  return [...bySyllable].sort(([one], [other]) => (one < other ? -1 : 1)).map(([syllable, characters]) => `  ${syllable}: '${characters}',`);
}

function addReadings(character: string, bySyllable: Map<string, string>): void {
  if (simplified.has(character)) return;
  for (const reading of new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }))) {
    const syllable = reading.replaceAll('ü', 'v').normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[a-z]{1,6}$/.test(syllable)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  }
}

function write(name: string, text: string): void {
  writeFileSync(new URL(name, folder), text);
}
