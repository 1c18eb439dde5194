// The lists of a term in all segments as one.

import type { Segment } from './segment.ts';
import { readArticles, type TermList } from './term-list.ts';

/** Articles in rising order, and what the hits in each weigh. Some may be gone meanwhile. */
export interface Postings {
  readonly docs: Int32Array;
  readonly weights: Uint16Array;
}

export const noPostings: Postings = { docs: new Int32Array(), weights: new Uint16Array() };

export function postingsOf(segments: readonly Segment[], term: string): Postings {
  const found: { list: TermList; base: number }[] = [];
  for (const segment of segments) {
    const list = segment.find(term);
    if (list !== null) found.push({ list, base: segment.head.base });
  }
  const count = found.reduce((sum, { list }) => sum + list.count, 0);
  const [docs, weights] = [new Int32Array(count), new Uint16Array(count)];
  let at = 0;
  for (const { list, base } of found) at = readArticles(list, base, docs, weights, at);
  return { docs, weights };
}
