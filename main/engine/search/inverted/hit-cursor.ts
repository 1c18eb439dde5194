// Goes through a term's list article by article, and reads where hits are only in those articles that are asked about.
// Numbers are read by hand rather than by ByteReader: these loops are most of what a phrase of frequent words takes.

import type { TermList } from './term-list.ts';

export class HitCursor {
  readonly #docBytes: Uint8Array;
  readonly #list: TermList;
  /** Not read before they are asked for. */
  #placeBytes: Uint8Array | null = null;
  #docAt = 0;
  #placeAt = 0;
  #left: number;
  /** Hits between where the places were last read and this article. */
  #unread = 0;
  doc: number;
  hits = 0;
  extra = 0;

  constructor(list: TermList, base: number) {
    this.#docBytes = list.docs;
    this.#list = list;
    this.#left = list.count;
    this.doc = base;
  }

  /** Goes on to the first article from `doc` on; false where there is none. */
  seek(doc: number): boolean {
    while (this.hits === 0 || this.doc < doc) if (!this.next()) return false;
    return true;
  }

  next(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    this.#unread += this.hits;
    const bytes = this.#docBytes;
    let at = this.#docAt;
    let byte = bytes[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    this.doc += value >>> 1;
    this.hits = 1;
    this.extra = 0;
    if ((value & 1) === 0) {
      byte = bytes[at++] as number;
      value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      this.hits = value >>> 1;
      if ((value & 1) === 1) this.extra = bytes[at++] as number;
    }
    this.#docAt = at;
    return true;
  }

  /** Where the hits of this article are, put into `places`, which holds at least `hits` numbers; may be asked once for each. */
  places(places: Int32Array): void {
    const bytes = (this.#placeBytes ??= this.#list.positions());
    let at = this.#placeAt;
    for (let unread = this.#unread; unread > 0; ) if ((bytes[at++] ?? 0) < 0x80) unread -= 1;
    const { hits } = this;
    let place = 0;
    for (let hit = 0; hit < hits; hit += 1) {
      let byte = bytes[at++] as number;
      if (byte > 0x7f) {
        let distance = byte & 0x7f;
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0;
          distance |= (byte & 0x7f) << shift;
        }
        byte = distance;
      }
      place += byte;
      places[hit] = place;
    }
    this.#placeAt = at;
    this.#unread = -hits;
  }
}
