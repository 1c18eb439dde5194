// A page's text as it is looked into: with the end of a line between its blocks, whose words would run together otherwise; and
// the way back to the text as it is indexed.

import type { TextHit } from '../../preload/contract/calls.ts';
import { blocksOf } from './text-blocks.ts';
import { lastAtMost, type TextIndex } from './text-index.ts';

export interface SpacedText {
  readonly text: string;
  /** A hit in this text as one in the indexed text. */
  readonly back: (hit: TextHit) => TextHit;
}

export function spacedText(index: TextIndex): SpacedText {
  return spacedAt(index.text, blocksOf(index).map(({ start }) => start));
}

/** @param starts of the blocks, rising */
export function spacedAt(whole: string, starts: readonly number[]): SpacedText {
  const pieces: string[] = [];
  /** Where line ends were put, in the spaced text. */
  const put: number[] = [];
  let from = 0;
  for (const start of starts) {
    if (start === 0 || /\s/.test(whole[start - 1] ?? ' ')) continue;
    pieces.push(whole.slice(from, start), '\n');
    put.push(start + put.length);
    from = start;
  }
  const back = (place: number): number => (put.length === 0 || place <= (put[0] ?? 0) ? place : place - lastAtMost(put, place - 1) - 1);
  return { text: pieces.join('') + whole.slice(from), back: ({ start, end }) => ({ start: back(start), end: back(end) }) };
}
