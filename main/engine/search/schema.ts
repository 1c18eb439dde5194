// The index's tables. Any change here, or in how text is cut into tokens, takes a new `indexVersion`: an index of another
// version is thrown away and made again from the library.

import type { Database } from './database.ts';

export const indexVersion = 3;

/** The columns of the full-text table, in order, with what a hit in each is worth against one in the text. */
export const columnWeights = { title: 10, body: 1, byline: 3, site: 1, tags: 4, notes: 5, url: 0.5, captions: 1, keys: 0 } as const;
export type TextColumn = keyof typeof columnWeights;
export const textColumns = Object.keys(columnWeights) as readonly TextColumn[];

const tables = `
  CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  -- The key is the second the article was saved (or the next one that is free), so that the full-text table
  -- answers newest first without sorting.
  CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL,
    revision TEXT NOT NULL,
    place INTEGER NOT NULL,
    saved TEXT NOT NULL,
    published TEXT,
    title_order TEXT NOT NULL,
    is_read INTEGER NOT NULL,
    is_starred INTEGER NOT NULL,
    status TEXT NOT NULL,
    marks INTEGER NOT NULL,
    has_note INTEGER NOT NULL,
    images_found INTEGER NOT NULL,
    images_saved INTEGER NOT NULL
  );
  -- What a list draws. Apart from the narrow table above, which counting and filtering run over.
  CREATE TABLE shown (key INTEGER PRIMARY KEY, row TEXT NOT NULL, excerpt TEXT NOT NULL);
  CREATE INDEX article_saved ON article (place, saved);
  CREATE INDEX article_published ON article (place, published);
  CREATE INDEX article_title ON article (place, title_order);
  CREATE INDEX article_unread ON article (place, saved) WHERE is_read = 0;
  CREATE INDEX article_starred ON article (saved) WHERE is_starred = 1;
  CREATE TABLE tag (tag TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (tag, key)) WITHOUT ROWID;
  CREATE INDEX tag_key ON tag (key);
  CREATE TABLE address (address TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (address, key)) WITHOUT ROWID;
  CREATE INDEX address_key ON address (key);
  -- Text, captions, quotes and notes as JSON, deflated: for snippets, and for taking an article out again.
  CREATE TABLE body (key INTEGER PRIMARY KEY, packed BLOB NOT NULL);
  -- One row for each mark, in the order of the text: what the notebook filters, and the mark itself as JSON.
  CREATE TABLE mark (
    key INTEGER NOT NULL,
    place INTEGER NOT NULL,
    made TEXT NOT NULL,
    color TEXT NOT NULL,
    site TEXT NOT NULL,
    words TEXT NOT NULL,
    annotation TEXT NOT NULL,
    PRIMARY KEY (key, place)
  ) WITHOUT ROWID;
  CREATE TABLE mark_tag (tag TEXT NOT NULL, key INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (tag, key, place)) WITHOUT ROWID;
  CREATE INDEX mark_tag_key ON mark_tag (key);
  -- How many articles hold each word of a spaced script: what a word being typed may become.
  CREATE TABLE word (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (${textColumns.join(', ')}, content='', contentless_delete=1, tokenize='ascii');
`;

/** Makes the tables in an empty file. */
export function makeTables(database: Database): void {
  database.transaction(() => {
    database.execute(tables);
    database.execute(`PRAGMA user_version = ${String(indexVersion)}`);
  });
}

/** True where the tables are there and of this version. Throws SQLite's errors for a damaged file. */
export function hasTables(database: Database): boolean {
  const version = database.one<{ user_version: number }>('PRAGMA user_version');
  if (version?.user_version !== indexVersion) return false;
  // A look into each kind of page: damage at the head of a table shows now rather than in the middle of a search.
  database.one('SELECT article.id, shown.row, body.packed FROM article LEFT JOIN shown USING (key) LEFT JOIN body USING (key) LIMIT 1');
  database.one(`SELECT rowid FROM words WHERE words MATCH '"offprint"' LIMIT 1`);
  database.one('SELECT word FROM word LIMIT 1');
  database.one('SELECT words FROM mark LIMIT 1');
  return true;
}

export function readFact(database: Database, name: string): string | null {
  return database.one<{ value: string }>('SELECT value FROM fact WHERE name = ?', name)?.value ?? null;
}

export function writeFact(database: Database, name: string, value: string): void {
  database.run('INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)', name, value);
}
