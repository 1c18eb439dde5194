// `npm run bench -- NAME [--option=value ...]`: runs one bench and prints what it measures, one JSON object a line.

import type { Bench } from './bench.ts';
import { captureBench } from './capture.bench.ts';
import { marksBench } from './marks.bench.ts';
import { extractionBench } from './extraction.bench.ts';
import { faultsBench } from './faults.bench.ts';
import { hostileBench } from './hostile.bench.ts';
import { listBench } from './list.bench.ts';
import { manyBench } from './many.bench.ts';
import { printBench } from './print.bench.ts';
import { readingBench } from './reading.bench.ts';
import { rotBench } from './rot.bench.ts';
import { searchBench } from './search.bench.ts';
import { soakBench } from './soak.bench.ts';

const benches: Readonly<Record<string, Bench>> = { capture: captureBench, extraction: extractionBench, faults: faultsBench, hostile: hostileBench, list: listBench, many: manyBench, marks: marksBench, print: printBench, reading: readingBench, rot: rotBench, search: searchBench, soak: soakBench };

const [name = '', ...rest] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`Which bench? ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 2;
} else {
  for await (const line of bench(optionsOf(rest))) process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** `--count=1000` -> `{count: '1000'}` */
function optionsOf(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => /^--(\w+)=(.*)$/.exec(word)?.slice(1, 3) ?? [word, '']));
}
