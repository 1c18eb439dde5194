// FTS5 as it comes (unicode61, order by rank, snippet()), to compare with in the same run.

import { DatabaseSync } from 'node:sqlite';
import type { IndexedArticle } from '../../main/engine/search/index-types.ts';

export interface DefaultFts {
  put(article: IndexedArticle): void;
  /** The first 50 hits with snippets; answers how many articles there are in all. */
  find(words: readonly string[], typing: boolean): number;
  close(): void;
}

export function openDefaultFts(path: string): DefaultFts {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE page USING fts5 (title, body); BEGIN');
  const insert = database.prepare('INSERT INTO page (title, body) VALUES (?, ?)');
  const first = database.prepare(`SELECT rowid, snippet(page, 1, '[', ']', '…', 24) FROM page WHERE page MATCH ? ORDER BY rank LIMIT 50`);
  const count = database.prepare('SELECT count(*) AS total FROM page WHERE page MATCH ?');
  return {
    put: ({ row, text }) => void insert.run(row.title, text),
    find(words, typing) {
      if (database.isTransaction) database.exec('COMMIT');
      const match = words.map((word, at) => `"${word}"${typing && at === words.length - 1 ? ' *' : ''}`).join(' ');
      first.all(match);
      return Number(count.get(match)?.['total'] ?? 0);
    },
    close: () => database.close(),
  };
}
