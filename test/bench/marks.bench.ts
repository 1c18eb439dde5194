// Where marks stand after edits, and how long finding them takes against indexing the text they stand in.
// --pages=50 made pages, --marks=4 marks for each kind of edit on each, --words=20000 in the long article, --count=500 marks on it

import { createAnchor, createDescribe } from '../../preload/contract/anchor.ts';
import { squeeze } from '../../preload/contract/squeezed-text.ts';
import { trials } from '../contract/trial.ts';
import { costOf, rounded, type Bench } from './bench.ts';

export const marksBench: Bench = async function* marksBench(options) {
  const all = [...trials(Number(options['pages'] ?? 50), Number(options['marks'] ?? 4), Number(options['seed'] ?? 1))];
  for (const edit of new Set(all.map((trial) => trial.edit))) yield { what: 'edit', edit, ...summary(all.filter((trial) => trial.edit === edit)) };
  yield { what: 'all edits', ...summary(all) };
  const text = Array.from({ length: Math.round(Number(options['words'] ?? 20_000) / 8) }, (_, line) => `Sentence ${line} of it tells about ${line * 31} lamps. `).join('');
  for (const count of [Number(options['count'] ?? 500), 10_000]) yield timesOf(text, count);
};

function summary(some: readonly { readonly state: string; readonly right: boolean }[]): Readonly<Record<string, unknown>> {
  return {
    marks: some.length,
    right: rounded((100 * some.filter(({ right }) => right).length) / some.length),
    exactAndWrong: some.filter(({ right, state }) => state === 'exact' && !right).length,
  };
}

function timesOf(text: string, count: number): Readonly<Record<string, unknown>> {
  const describeIn = createDescribe(text);
  const step = Math.max(1, Math.floor((text.length - 40) / count));
  const marks = Array.from({ length: count }, (_, number) => describeIn(number * step, number * step + 30));
  const find = (shown: string): void => {
    const anchor = createAnchor(shown);
    for (const selectors of marks) anchor(selectors);
  };
  const reading = costOf(() => squeeze(text));
  const same = costOf(() => find(text));
  const moved = costOf(() => find(`Something was put in before. ${text}`));
  return { what: 'find', marks: count, textUnits: text.length, readTextCpuMs: rounded(reading.cpuMs), sameTextCpuMs: rounded(same.cpuMs), movedTextCpuMs: rounded(moved.cpuMs) };
}
