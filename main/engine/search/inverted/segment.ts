// One segment as it is read: finds the list of a term, or those of all terms that begin with something.
// A segment never changes; it ends when it has been merged into another.

import { BlockReader, type BlockStart, type RowSource } from './block.ts';
import type { TermList } from './term-list.ts';

export interface SegmentHead {
  readonly id: number;
  /** The lowest number that an article in it may have: what lists count from. */
  readonly base: number;
  /** The highest number of an article in it. */
  readonly last: number;
  readonly articles: number;
}

export class Segment {
  readonly head: SegmentHead;
  readonly #starts: readonly BlockStart[];
  readonly #rows: RowSource;

  constructor(head: SegmentHead, starts: readonly BlockStart[], rows: RowSource) {
    this.head = head;
    this.#starts = starts;
    this.#rows = rows;
  }

  /** Null where no article holds the term. */
  find(term: string): TermList | null {
    const start = this.#starts[this.#blockOf(term)];
    if (start === undefined) return null;
    const block = new BlockReader(this.#rows(start.row), this.#rows);
    return block.seek(Buffer.from(term, 'utf8')) ? block.list : null;
  }

  /** The lists of those of the terms that are here. */
  *listsOf(terms: readonly string[]): Generator<TermList> {
    for (const term of terms) {
      const list = this.find(term);
      if (list !== null) yield list;
    }
  }

  /** The lists of all terms that begin with `prefix`. */
  *listsFrom(prefix: string): Generator<TermList> {
    for (const [, list] of this.from(prefix)) yield list;
  }

  /** Every term that begins with `prefix`, in order; all terms for the empty one. */
  *from(prefix: string): Generator<readonly [term: string, list: TermList]> {
    const first = Math.max(0, this.#blockOf(prefix));
    for (let at = first; at < this.#starts.length; at += 1) {
      const block = new BlockReader(this.#rows((this.#starts[at] as BlockStart).row), this.#rows);
      while (block.next()) {
        const { term } = block;
        if (term.startsWith(prefix)) yield [term, block.list];
        else if (term > prefix) return;
      }
    }
  }

  /** The last block that begins at or before the term; -1 where all begin after it. */
  #blockOf(term: string): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as BlockStart).term <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
