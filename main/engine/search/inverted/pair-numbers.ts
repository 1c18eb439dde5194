// Numbers for pairs of UTF-16 units, given in the order in which they come: a hash table over arrays. A Map of strings
// would take ten times as long, and pairs are most of the tokens of Chinese.

export class PairNumbers {
  #keys = new Uint32Array(1 << 12);
  #numbers = new Int32Array(1 << 12).fill(-1);
  #size = 0;

  /** The pair's number, or `next` which it then has. */
  numberOf(first: number, second: number, next: number): number {
    const key = ((first << 16) | second) >>> 0;
    const slot = this.#slotOf(key);
    const known = this.#numbers[slot] as number;
    if (known >= 0) return known;
    this.#keys[slot] = key;
    this.#numbers[slot] = next;
    this.#size += 1;
    if (this.#size * 2 > this.#keys.length) this.#grow();
    return next;
  }

  /** All pairs in rising order, each with its number: the first unit in the upper half of the key. */
  inOrder(): { readonly keys: Uint32Array; readonly numbers: Int32Array } {
    const keys = new Uint32Array(this.#size);
    let count = 0;
    for (let slot = 0; slot < this.#keys.length; slot += 1) if ((this.#numbers[slot] as number) >= 0) keys[count++] = this.#keys[slot] as number;
    keys.sort();
    return { keys, numbers: Int32Array.from(keys, (key) => this.#numbers[this.#slotOf(key)] as number) };
  }

  /** Where the key is, or the free place where it goes. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e37_79b1) >>> 8) & last;
    while ((this.#numbers[slot] as number) >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Uint32Array(keys.length * 4);
    this.#numbers = new Int32Array(keys.length * 4).fill(-1);
    for (let at = 0; at < keys.length; at += 1) {
      const number = numbers[at] as number;
      if (number < 0) continue;
      const slot = this.#slotOf(keys[at] as number);
      this.#keys[slot] = keys[at] as number;
      this.#numbers[slot] = number;
    }
  }
}
