// Rows that were read lately, unsealed: what is typed asks for nearly the same words key by key. Rows never change, and
// their numbers are not used again while the index is open.

/** Together so many bytes ... */
const mostBytes = 48 * 2 ** 20;
/** ... of rows that are not longer than this. */
const longestRow = mostBytes / 8;

export class RowCache {
  /** In the order in which they were put in. */
  #recent = new Map<number, Uint8Array>();
  /** Those from before the cache was last full: moved back when they are asked for again, forgotten when it is full again. */
  #older = new Map<number, Uint8Array>();
  #bytes = 0;

  /** @param read gives the row where it is not known. */
  get(row: number, read: (row: number) => Uint8Array): Uint8Array {
    const known = this.#recent.get(row);
    if (known !== undefined) return known;
    const found = this.#older.get(row) ?? read(row);
    if (found.length <= longestRow) this.#keep(row, found);
    return found;
  }

  #keep(row: number, bytes: Uint8Array): void {
    if (this.#bytes + bytes.length > mostBytes / 2) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#bytes = 0;
    }
    this.#recent.set(row, bytes);
    this.#bytes += bytes.length;
  }
}
