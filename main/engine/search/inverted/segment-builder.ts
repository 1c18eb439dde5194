// The tokens of some articles, gathered and turned around: from articles to terms. A counting sort, as there are a
// thousand tokens to an article and only some thousand terms.

import { pairToken } from '../text/tokens.ts';
import { BlockWriter, type BlockStart, type RowSink } from './block.ts';
import { PairNumbers } from './pair-numbers.ts';
import { TermListWriter } from './term-list.ts';
import { TermNumbers } from './term-numbers.ts';

export type WordCounter = (word: string, articles: number) => void;

export class SegmentBuilder {
  /** Of the terms that are not of ASCII characters alone. */
  readonly #ids = new Map<string, number>();
  readonly #plainTerms = new TermNumbers();
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
    const next = this.#distinct;
    const id = isPlain(term) ? this.#plainTerms.numberOf(term, 0, term.length, next) : this.#otherTerm(term);
    this.#push(id, doc, place, extra, isWord && id === next);
  }

  /** The same for a word of ASCII letters and digits as it stands in a text, in any case. */
  addPlain(doc: number, text: string, start: number, end: number, place: number, extra: number): void {
    const next = this.#distinct;
    const id = this.#plainTerms.numberOf(text, start, end, next);
    this.#push(id, doc, place, extra, id === next);
  }

  /** The same for the term of a pair. */
  addPair(doc: number, first: number, second: number, place: number, extra: number): void {
    this.#push(this.#pairs.numberOf(first, second, this.#distinct), doc, place, extra, false);
  }

  /** Writes all as the rows of a segment whose first article is `base`. */
  write(base: number, sink: RowSink, countWord: WordCounter): readonly BlockStart[] {
    const { order, ends } = this.#byTerm();
    const writer = new BlockWriter(sink);
    const list = new TermListWriter();
    this.#eachInOrder((term, id) => {
      list.begin(base);
      this.#writeList(list, order, id === 0 ? 0 : (ends[id - 1] as number), ends[id] as number);
      writer.add(term, list);
      if (this.#words.has(id)) countWord(term, list.count);
    });
    writer.flush();
    return writer.starts;
  }

  /** Terms and pairs are each in order by themselves, which is faster than ordering them together. */
  #eachInOrder(take: (term: string, id: number) => void): void {
    for (const [at, term] of this.#plainTerms.terms.entries()) this.#ids.set(term, this.#plainTerms.numbers[at] as number);
    const terms = [...this.#ids.keys()].sort();
    const { keys, numbers } = this.#pairs.inOrder();
    let next = 0;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] as number;
      const pair = pairToken(key >>> 16, key & 0xffff);
      for (; next < terms.length && (terms[next] as string) < pair; next += 1) take(terms[next] as string, this.#ids.get(terms[next] as string) as number);
      take(pair, numbers[at] as number);
    }
    for (; next < terms.length; next += 1) take(terms[next] as string, this.#ids.get(terms[next] as string) as number);
  }

  #otherTerm(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    this.#ids.set(term, this.#distinct);
    return this.#distinct;
  }

  /** @param isNewWord is said where the term is a word that comes for the first time. */
  #push(id: number, doc: number, place: number, extra: number, isNewWord: boolean): void {
    if (isNewWord) this.#words.add(id);
    if (id === this.#distinct) this.#distinct += 1;
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

function isPlain(term: string): boolean {
  for (let at = 0; at < term.length; at += 1) if (term.charCodeAt(at) > 0x7f) return false;
  return true;
}
