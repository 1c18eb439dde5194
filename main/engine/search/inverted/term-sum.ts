// The lists of many terms added up, as if they were one term. Numbers are read by hand, and nothing is made for a list:
// a prefix of one letter has a million hits.

import type { Postings } from './postings.ts';
import type { TermList } from './term-list.ts';

export class TermSum {
  readonly #weights: Uint32Array;

  /** @param end one more than the highest number of an article. */
  constructor(end: number) {
    this.#weights = new Uint32Array(end);
  }

  add(list: TermList, base: number): void {
    const weights = this.#weights;
    const bytes = list.docs;
    let [doc, at] = [base, 0];
    for (let left = list.count; left > 0; left -= 1) {
      let value = bytes[at++] as number;
      if (value > 0x7f) {
        value &= 0x7f;
        for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0;
          value |= (byte & 0x7f) << shift;
        }
      }
      doc += value >>> 1;
      let weight = 1;
      if ((value & 1) === 0) {
        let packed = bytes[at++] as number;
        if (packed > 0x7f) {
          packed &= 0x7f;
          for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
            byte = bytes[at++] ?? 0;
            packed |= (byte & 0x7f) << shift;
          }
        }
        weight = packed >>> 1;
        if ((packed & 1) === 1) weight += bytes[at++] as number;
      }
      weights[doc] = (weights[doc] as number) + weight;
    }
  }

  postings(): Postings {
    const sums = this.#weights;
    const docs = new Int32Array(sums.length);
    const weights = new Uint16Array(sums.length);
    let count = 0;
    for (let doc = 0; doc < sums.length; doc += 1) {
      const sum = sums[doc] as number;
      // Written in any case, and counted where there is one: a branch would be guessed wrong half of the time.
      docs[count] = doc;
      weights[count] = sum < 0xffff ? sum : 0xffff;
      count += sum > 0 ? 1 : 0;
    }
    return { docs: docs.subarray(0, count), weights: weights.subarray(0, count) };
  }
}
