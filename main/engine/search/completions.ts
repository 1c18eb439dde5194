// What a word being typed may become: the most frequent words that begin with it. Looking all of them up instead
// costs up to 405 ms for one letter at 100,000 articles.

import type { Database } from './database.ts';
import type { Completions } from './match-expression.ts';

const mostCompletions = 24;
// Words are never longer than this many bytes, so this sorts after everything that begins with a prefix.
const afterAll = '\u{10ffff}';

/** Null where the index knows no such word, or no more of them than may be looked up one by one by FTS5 itself. */
export function completionsOf(database: Database): Completions {
  return (prefix) => {
    const words = database.all<{ word: string }>(
      'SELECT word FROM word WHERE word >= ? AND word < ? ORDER BY articles DESC LIMIT ?',
      prefix,
      prefix + afterAll,
      mostCompletions,
    );
    return words.length === 0 ? null : words.map(({ word }) => word);
  };
}
