// Where in one article the terms of a phrase follow each other: the beginnings that the first term gives, narrowed by each
// further one. Without a branch for each place, which would be guessed wrong half of the time.

import type { HitCursor } from './hit-cursor.ts';

export class SideBySide {
  /** Places at which the phrase may begin, in rising order: the first `count`. */
  begins = new Int32Array(256);
  count = 0;
  #places = new Int32Array(256);
  /** One for each place that is a beginning. Its last is none: what lies behind is looked up there. */
  #marks = new Uint8Array(1024);

  /** Takes the beginnings from a term that stands `offset` terms after them. */
  from(cursor: HitCursor, offset: number): void {
    const places = this.#read(cursor);
    const { hits } = cursor;
    if (this.begins.length < hits) this.begins = new Int32Array(hits * 2);
    let count = 0;
    for (let hit = 0; hit < hits; hit += 1) {
      const begin = (places[hit] as number) - offset;
      if (begin >= 0) this.begins[count++] = begin;
    }
    this.count = count;
  }

  /** Leaves those beginnings after which the term stands at its offset. */
  narrow(cursor: HitCursor, offset: number): void {
    const places = this.#read(cursor);
    const { hits } = cursor;
    const marks = this.#marked();
    const { begins, count: before } = this;
    const none = (begins[before - 1] ?? 0) + 1;
    const found = places;
    let count = 0;
    for (let hit = 0; hit < hits; hit += 1) {
      // What would begin before the article is, without its sign, behind all.
      const begin = ((places[hit] as number) - offset) >>> 0;
      const looked = begin < none ? begin : none;
      found[count] = begin;
      count += marks[looked] as number;
      marks[looked] = 0;
    }
    for (let at = 0; at < before; at += 1) marks[begins[at] as number] = 0;
    this.#places = begins;
    this.begins = found;
    this.count = count;
  }

  #read(cursor: HitCursor): Int32Array<ArrayBuffer> {
    if (this.#places.length < cursor.hits) this.#places = new Int32Array(cursor.hits * 2);
    cursor.places(this.#places);
    return this.#places;
  }

  #marked(): Uint8Array {
    const { begins, count } = this;
    const needed = (begins[count - 1] ?? 0) + 2;
    if (this.#marks.length < needed) this.#marks = new Uint8Array(needed * 2);
    const marks = this.#marks;
    for (let at = 0; at < count; at += 1) marks[begins[at] as number] = 1;
    return marks;
  }
}
