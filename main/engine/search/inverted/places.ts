// Where the hits of a term are in some articles: what a phrase is checked by.

import type { TermList } from './term-list.ts';

/** Side by side with the articles that were asked for: the places of the one at `at` are those from `firsts[at]` to `firsts[at + 1]`. */
export interface Places {
  readonly firsts: Int32Array;
  readonly places: Int32Array;
  /** What the hits weigh beyond one each. */
  readonly extras: Uint8Array;
}

/**
 * The places in the articles that are asked for (in rising order); none for those that the list does not hold. Reads every
 * byte of the list once and makes nothing for an article: frequent words have tens of thousands.
 */
export function placesIn(list: TermList, base: number, wanted: Int32Array): Places {
  const [docBytes, placeBytes] = [list.docs, list.positions()];
  const firsts = new Int32Array(wanted.length + 1);
  const extras = new Uint8Array(wanted.length);
  // No more hits than bytes.
  const places = new Int32Array(placeBytes.length);
  let [docAt, placeAt, count] = [0, 0, 0];
  let [at, doc] = [0, base];
  for (let left = list.count; left > 0 && at < wanted.length; left -= 1) {
    let byte = docBytes[docAt++] as number;
    let packed = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = docBytes[docAt++] as number;
      packed |= (byte & 0x7f) << shift;
    }
    doc += packed >>> 1;
    let [hits, extra] = [1, 0];
    if ((packed & 1) === 0) {
      byte = docBytes[docAt++] as number;
      packed = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = docBytes[docAt++] as number;
        packed |= (byte & 0x7f) << shift;
      }
      hits = packed >>> 1;
      if ((packed & 1) === 1) extra = docBytes[docAt++] as number;
    }
    while (at < wanted.length && (wanted[at] as number) < doc) firsts[++at] = count;
    if (wanted[at] !== doc) {
      while (hits > 0) if ((placeBytes[placeAt++] as number) < 0x80) hits -= 1;
      continue;
    }
    extras[at] = extra;
    for (let place = 0; hits > 0; hits -= 1) {
      byte = placeBytes[placeAt++] as number;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = placeBytes[placeAt++] as number;
        distance |= (byte & 0x7f) << shift;
      }
      place += distance;
      places[count++] = place;
    }
    firsts[++at] = count;
  }
  while (at < wanted.length) firsts[++at] = count;
  return { firsts, places, extras };
}
