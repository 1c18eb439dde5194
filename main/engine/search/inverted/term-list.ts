// The list of one term in one segment: which articles hold it, how often, what that weighs, and where.
// Articles are numbers that rise; each is written as its distance from the one before, the first from the segment's base.

import { ByteReader, ByteWriter } from './byte-writer.ts';

export interface TermList {
  /** How many articles. */
  readonly count: number;
  /** From the first article to the last. */
  readonly span: number;
  /**
   * For each article twice the distance, and one more where it has one hit that weighs one. Where not: twice the hits, and
   * one more where a weight follows; the weight beyond the hits.
   */
  readonly docs: Uint8Array;
  /** For each hit its distance from the one before in the same article. Read only where phrases are checked. */
  readonly positions: () => Uint8Array;
}

const mostExtra = 255;

/** Writes lists: articles in rising order, hits of each in rising order. */
export class TermListWriter {
  readonly docs = new ByteWriter();
  readonly positions = new ByteWriter();
  count = 0;
  #first = 0;
  #last = 0;

  /** @param base what the first article's distance is counted from. */
  begin(base: number): void {
    this.docs.clear();
    this.positions.clear();
    this.count = 0;
    this.#last = base;
  }

  get span(): number {
    return this.#last - this.#first;
  }

  article(doc: number, hits: number, extra: number): void {
    const isPlain = hits === 1 && extra === 0;
    this.docs.number(this.#distance(doc) * 2 + (isPlain ? 1 : 0));
    if (!isPlain) this.docs.number(hits * 2 + (extra > 0 ? 1 : 0));
    if (extra > 0) this.docs.byte(Math.min(extra, mostExtra));
    this.count += 1;
    this.#last = doc;
  }

  /** Puts a list of a later segment behind: only its first distance is written anew. */
  appendList(list: TermList, base: number): void {
    const reader = new ByteReader(list.docs);
    const packed = reader.number();
    const first = base + (packed >>> 1);
    this.docs.number(this.#distance(first) * 2 + (packed & 1));
    this.docs.append(list.docs.subarray(reader.at));
    this.positions.append(list.positions());
    this.count += list.count;
    this.#last = first + list.span;
  }

  #distance(doc: number): number {
    if (this.count === 0) this.#first = doc;
    return doc - this.#last;
  }
}

/** Articles and what their hits weigh, filled from `at` on; answers where the next list goes. */
export function readArticles(list: TermList, base: number, docs: Int32Array, weights: Uint16Array, at: number): number {
  const bytes = list.docs;
  const end = at + list.count;
  let doc = base;
  let read = 0;
  // By hand rather than by ByteReader: this loop is most of what a search for a frequent word takes.
  for (let next = at; next < end; next += 1) {
    let value = bytes[read++] as number;
    if (value > 0x7f) {
      value &= 0x7f;
      for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
        byte = bytes[read++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
    }
    doc += value >>> 1;
    docs[next] = doc;
    let weight = 1;
    if ((value & 1) === 0) {
      let packed = bytes[read++] as number;
      if (packed > 0x7f) {
        packed &= 0x7f;
        for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
          byte = bytes[read++] ?? 0;
          packed |= (byte & 0x7f) << shift;
        }
      }
      weight = packed >>> 1;
      if ((packed & 1) === 1) weight += bytes[read++] as number;
    }
    weights[next] = weight;
  }
  return end;
}
