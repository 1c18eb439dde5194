// Blocks: the terms of a segment in order, each with its list or with the row where a long list lies. A term is written as
// what it shares with the one before and the rest.

import { ByteReader, ByteWriter } from './byte-writer.ts';
import { sealed, unsealed } from './sealed-row.ts';
import type { TermList, TermListWriter } from './term-list.ts';

/** Fills one page of 8192 bytes with what SQLite itself puts there. */
const blockBytes = 8100;
/** Longer lists lie in rows of their own. What a block leaves free at its end is shorter. */
const longList = 600;
/** The numbers before a list take at most so many bytes. */
const headBytes = 20;
/** Tokens are at most 64 UTF-16 units (text/tokens.ts) after one for the field. */
const longestTerm = 256;

/** Where rows of one segment are put, sealed; answers the number of the row. */
export type RowSink = (row: Uint8Array) => number;
/** Gives what was sealed in a row. */
export type RowSource = (row: number) => Uint8Array;

/** The first term of each block, with the block's row. */
export interface BlockStart {
  readonly term: string;
  readonly row: number;
}

export class BlockWriter {
  readonly starts: BlockStart[] = [];
  readonly #sink: RowSink;
  readonly #block = new ByteWriter();
  #term = Buffer.alloc(longestTerm);
  #previous = Buffer.alloc(longestTerm);
  #previousLength = 0;
  #first: string | null = null;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /** Terms come in rising order (of UTF-16 units), each once. */
  add(term: string, list: TermListWriter): void {
    const { docs, positions } = list;
    const bytes = docs.length + positions.length;
    const external = bytes > longList;
    const needed = headBytes + term.length * 3 + (external ? 0 : bytes);
    if (this.#block.length + needed > blockBytes) this.flush();
    this.#first ??= term;
    this.#writeTerm(term);
    this.#block.number(list.count);
    if (list.count > 1) this.#block.number(list.span);
    this.#block.number(docs.length * 2 + (external ? 1 : 0));
    this.#block.number(external ? this.#sinkBoth(docs.view(), positions.view()) : positions.length);
    if (external) return;
    this.#block.appendAll(docs);
    this.#block.appendAll(positions);
  }

  flush(): void {
    if (this.#first === null) return;
    this.starts.push({ term: this.#first, row: this.#sink(sealed(this.#block.view())) });
    this.#block.clear();
    this.#first = null;
    this.#previousLength = 0;
  }

  /** Two rows side by side; answers the number of the first. */
  #sinkBoth(docs: Uint8Array, positions: Uint8Array): number {
    const row = this.#sink(sealed(docs));
    this.#sink(sealed(positions));
    return row;
  }

  #writeTerm(term: string): void {
    const length = this.#term.write(term, 'utf8');
    let shared = 0;
    while (shared < length && shared < this.#previousLength && this.#term[shared] === this.#previous[shared]) shared += 1;
    this.#block.number(shared);
    this.#block.number(length - shared);
    this.#block.appendPart(this.#term, shared, length);
    [this.#term, this.#previous] = [this.#previous, this.#term];
    this.#previousLength = length;
  }
}

/** Goes through a block term by term. Nothing is made for a term until it is asked for: most are passed by. */
export class BlockReader {
  readonly #reader: ByteReader;
  readonly #rows: RowSource;
  readonly #term = Buffer.alloc(longestTerm);
  #length = 0;
  #count = 0;
  #span = 0;
  #packed = 0;
  /** The row of a long list, or how many bytes places take. */
  #second = 0;
  #listAt = 0;

  constructor(block: Uint8Array, rows: RowSource) {
    this.#reader = new ByteReader(block);
    this.#rows = rows;
  }

  next(): boolean {
    const reader = this.#reader;
    if (reader.ended) return false;
    const shared = reader.number();
    const rest = reader.number();
    this.#length = shared + rest;
    for (let at = shared; at < this.#length; at += 1) this.#term[at] = reader.byte();
    this.#readHead();
    return true;
  }

  /** Goes on to the term, given as UTF-8; false where the block does not have it. Only from the beginning of a block. */
  seek(wanted: Uint8Array): boolean {
    const reader = this.#reader;
    // How many bytes the wanted term has in common with the one that it stands at.
    let common = 0;
    while (!reader.ended) {
      const shared = reader.number();
      let rest = reader.number();
      const length = shared + rest;
      if (shared < common) common = shared;
      if (shared === common) {
        while (rest > 0 && common < wanted.length) {
          rest -= 1;
          if (reader.byte() !== wanted[common]) break;
          common += 1;
        }
      }
      reader.skip(rest);
      this.#readHead();
      if (common === wanted.length && length === common) return true;
    }
    return false;
  }

  get term(): string {
    return this.#term.toString('utf8', 0, this.#length);
  }

  get list(): TermList {
    const [count, span, second, rows] = [this.#count, this.#span, this.#second, this.#rows];
    if ((this.#packed & 1) === 1) return new LongList(count, span, second, rows);
    const reader = this.#reader;
    const next = reader.at;
    reader.at = this.#listAt;
    const [docs, positions] = [reader.take(this.#packed >>> 1), reader.take(second)];
    reader.at = next;
    return { count, span, docs, positions: () => positions };
  }

  #readHead(): void {
    const reader = this.#reader;
    this.#count = reader.number();
    this.#span = this.#count > 1 ? reader.number() : 0;
    this.#packed = reader.number();
    this.#second = reader.number();
    this.#listAt = reader.at;
    if ((this.#packed & 1) === 0) reader.skip((this.#packed >>> 1) + this.#second);
  }
}

/** A list in rows of its own, each read when it is wanted. */
class LongList implements TermList {
  readonly count: number;
  readonly span: number;
  readonly #row: number;
  readonly #rows: RowSource;
  #docs: Uint8Array | null = null;

  constructor(count: number, span: number, row: number, rows: RowSource) {
    this.count = count;
    this.span = span;
    this.#row = row;
    this.#rows = rows;
  }

  get docs(): Uint8Array {
    this.#docs ??= this.#rows(this.#row);
    return this.#docs;
  }

  readonly positions = (): Uint8Array => this.#rows(this.#row + 1);
}

/** The starts of a segment's blocks as one row, and back. */
export function packStarts(starts: readonly BlockStart[]): Uint8Array {
  return sealed(Buffer.from(JSON.stringify(starts.map(({ term, row }) => [term, row])), 'utf8'));
}

export function unpackStarts(row: Uint8Array): readonly BlockStart[] {
  const pairs = JSON.parse(Buffer.from(unsealed(row)).toString('utf8')) as readonly (readonly [string, number])[];
  return pairs.map(([term, at]) => ({ term, row: at }));
}
