// Numbers for terms of ASCII characters as they stand in a text, given in the order in which they come: looked up without
// making a string of each, and without regard to case. Most words of a European text are such.

export class TermNumbers {
  /** For each slot the term's place in the list, or -1. */
  #slots = new Int32Array(1 << 13).fill(-1);
  readonly #terms: string[] = [];
  readonly #numbers: number[] = [];
  #hashes = new Int32Array(1 << 12);

  /** In the order in which they came, in small letters. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  get numbers(): readonly number[] {
    return this.#numbers;
  }

  /** The number of the term from `start` to `end`, or `next` which it then has. */
  numberOf(text: string, start: number, end: number, next: number): number {
    let hash = 0x811c_9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ small(text.charCodeAt(at)), 0x0100_0193);
    hash ^= hash >>> 15;
    const slot = this.#slotOf(hash, text, start, end);
    const known = this.#slots[slot] as number;
    if (known >= 0) return this.#numbers[known] as number;
    this.#slots[slot] = this.#terms.length;
    if (this.#terms.length === this.#hashes.length) this.#grow();
    this.#hashes[this.#terms.length] = hash;
    this.#terms.push(text.slice(start, end).toLowerCase());
    this.#numbers.push(next);
    if (this.#terms.length * 2 > this.#slots.length) this.#spread();
    return next;
  }

  /** Where the term is, or the free place where it goes. */
  #slotOf(hash: number, text: string, start: number, end: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (;;) {
      const known = this.#slots[slot] as number;
      if (known < 0 || (this.#hashes[known] === hash && isSame(this.#terms[known] as string, text, start, end))) return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const last = this.#slots.length - 1;
    for (let term = 0; term < this.#terms.length; term += 1) {
      let slot = (this.#hashes[term] as number) & last;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & last;
      this.#slots[slot] = term;
    }
  }
}

function small(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
}

function isSame(term: string, text: string, start: number, end: number): boolean {
  if (term.length !== end - start) return false;
  for (let at = 0; at < term.length; at += 1) if (term.charCodeAt(at) !== small(text.charCodeAt(start + at))) return false;
  return true;
}
