// How many articles hold each word, added to what is stored. Many words a statement: a thousand articles have twenty thousand.

import type { Database } from './database.ts';

/** Longer ones are not typed, and would only fill the table. */
const longestCountedWord = 32;
const wordsAtOnce = 64;

export class WordCounts {
  readonly #database: Database;
  #values: (string | number)[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  readonly add = (word: string, articles: number): void => {
    if (word.length > longestCountedWord) return;
    this.#values.push(word, articles);
    if (this.#values.length === wordsAtOnce * 2) this.#write(this.#values.splice(0));
  };

  /** Stores the last ones. */
  end(): void {
    for (let at = 0; at < this.#values.length; at += 2) this.#write(this.#values.slice(at, at + 2));
    this.#values = [];
  }

  #write(values: readonly (string | number)[]): void {
    this.#database.run(values.length === 2 ? statementFor(1) : statementForMany, ...values);
  }
}

function statementFor(words: number): string {
  const rows = Array.from({ length: words }, () => '(?, ?)').join(', ');
  return `INSERT INTO word (word, articles) VALUES ${rows} ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles`;
}

const statementForMany = statementFor(wordsAtOnce);
