// The tokens of some articles, gathered and turned around: from articles to terms. A counting sort, as there are a
// thousand tokens to an article and only some thousand terms.

import { pairToken } from '../text/tokens.ts';
import { BlockWriter, type BlockStart, type RowSink } from './block.ts';
import { PairNumbers } from './pair-numbers.ts';
import { TermListWriter } from './term-list.ts';

export type WordCounter = (word: string, articles: number) => void;

export class SegmentBuilder {
  readonly #ids = new Map<string, number>();
  readonly #pairs = new PairNumbers();
  readonly #words = new Set<number>();
  #distinct = 0;
  #terms = new Int32Array(1 << 14);
  #docs = new Int32Array(1 << 14);
  #places = new Int32Array(1 << 14);
  #extras = new Uint8Array(1 << 14);
  #length = 0;

  get tokens(): number {
    return this.#length;
  }

  /** Articles come in rising order, and the places of one article too. `extra` is what the hit weighs beyond one. */
  add(doc: number, term: string, place: number, extra: number, isWord: boolean): void {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#distinct++;
      this.#ids.set(term, id);
      if (isWord) this.#words.add(id);
    }
    this.#push(id, doc, place, extra);
  }

  /** The same for the term of a pair. */
  addPair(doc: number, first: number, second: number, place: number, extra: number): void {
    const id = this.#pairs.numberOf(first, second, this.#distinct);
    if (id === this.#distinct) this.#distinct += 1;
    this.#push(id, doc, place, extra);
  }

  /** Writes all as the rows of a segment whose first article is `base`. */
  write(base: number, sink: RowSink, countWord: WordCounter): readonly BlockStart[] {
    const { order, ends } = this.#byTerm();
    const writer = new BlockWriter(sink);
    const list = new TermListWriter();
    for (const [term, id] of this.#inOrder()) {
      list.begin(base);
      this.#writeList(list, order, id === 0 ? 0 : (ends[id - 1] as number), ends[id] as number);
      writer.add(term, list);
      if (this.#words.has(id)) countWord(term, list.count);
    }
    writer.flush();
    return writer.starts;
  }

  /** Terms and pairs are each in order by themselves, which is faster than ordering them together. */
  *#inOrder(): Generator<readonly [term: string, id: number]> {
    const terms = [...this.#ids.keys()].sort();
    let next = 0;
    for (const [first, second, id] of this.#pairs.inOrder()) {
      const pair = pairToken(first, second);
      for (; next < terms.length && (terms[next] as string) < pair; next += 1) yield this.#withId(terms[next] as string);
      yield [pair, id];
    }
    for (; next < terms.length; next += 1) yield this.#withId(terms[next] as string);
  }

  #withId(term: string): readonly [string, number] {
    return [term, this.#ids.get(term) as number];
  }

  #push(id: number, doc: number, place: number, extra: number): void {
    if (this.#length === this.#terms.length) this.#grow();
    const at = this.#length++;
    this.#terms[at] = id;
    this.#docs[at] = doc;
    this.#places[at] = place;
    this.#extras[at] = extra;
  }

  /** Tokens ordered by term (and within it as they came), and where the tokens of each term end. */
  #byTerm(): { order: Int32Array; ends: Int32Array } {
    const next = new Int32Array(this.#distinct + 1);
    for (let at = 0; at < this.#length; at += 1) next[(this.#terms[at] as number) + 1] = (next[(this.#terms[at] as number) + 1] as number) + 1;
    for (let id = 1; id < next.length; id += 1) next[id] = (next[id] as number) + (next[id - 1] as number);
    const order = new Int32Array(this.#length);
    for (let at = 0; at < this.#length; at += 1) {
      const id = this.#terms[at] as number;
      const to = next[id] as number;
      order[to] = at;
      next[id] = to + 1;
    }
    return { order, ends: next };
  }

  #writeList(list: TermListWriter, order: Int32Array, from: number, to: number): void {
    let at = from;
    while (at < to) {
      const doc = this.#docs[order[at] as number] as number;
      const first = at;
      let [last, extra] = [0, 0];
      for (; at < to; at += 1) {
        const token = order[at] as number;
        if (this.#docs[token] !== doc) break;
        const place = this.#places[token] as number;
        list.positions.number(place - last);
        last = place;
        extra += this.#extras[token] as number;
      }
      list.article(doc, at - first, extra);
    }
  }

  #grow(): void {
    const size = this.#terms.length * 2;
    [this.#terms, this.#docs, this.#places] = [this.#terms, this.#docs, this.#places].map((values) => {
      const larger = new Int32Array(size);
      larger.set(values);
      return larger;
    }) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
    const extras = new Uint8Array(size);
    extras.set(this.#extras);
    this.#extras = extras;
  }
}
