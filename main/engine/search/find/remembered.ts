// What was found lately, for the next window of the same list and for its facets. Forgotten with every change of the index.

import type { Matches } from './match-query.ts';

export interface RememberedMatches {
  readonly matches: Matches;
  /** As they were found: see Asking. */
  readonly bounded: boolean;
  readonly partial: boolean;
  /** All of them in order, by order, once a later window was asked for. */
  readonly ordered: Map<string, Int32Array>;
}

const mostQuestions = 8;

export class Remembered {
  readonly #questions = new Map<string, RememberedMatches>();
  #titleRanks: Int32Array | null = null;

  matches(question: string, find: () => RememberedMatches): RememberedMatches {
    const known = this.#questions.get(question);
    if (known !== undefined) return known;
    const found = find();
    const [oldest] = this.#questions.keys();
    if (this.#questions.size >= mostQuestions && oldest !== undefined) this.#questions.delete(oldest);
    this.#questions.set(question, found);
    return found;
  }

  titleRanks(make: () => Int32Array): Int32Array {
    this.#titleRanks ??= make();
    return this.#titleRanks;
  }

  forget(): void {
    this.#questions.clear();
    this.#titleRanks = null;
  }
}
