// The index's tables. Any change here, or in how text is cut into tokens, takes a new `indexVersion`: an index of another
// version is thrown away and made again from the library.

import type { Database } from './database.ts';

export const indexVersion = 4;

const tables = `
  CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  -- An article's number rises with each one put in; one whose words have changed is put in again under a new number.
  CREATE TABLE article (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, folder TEXT NOT NULL, revision TEXT NOT NULL, title_order TEXT NOT NULL);
  -- What is filtered, ordered and counted by, held in memory while the index is open (columns.ts).
  CREATE TABLE state (
    doc INTEGER PRIMARY KEY,
    flags INTEGER NOT NULL,
    saved REAL NOT NULL,
    published INTEGER NOT NULL,
    words INTEGER NOT NULL,
    length INTEGER NOT NULL,
    site INTEGER NOT NULL,
    language INTEGER NOT NULL,
    tags INTEGER NOT NULL
  );
  -- Names of sites and languages, and sets of tags, that state points to.
  CREATE TABLE label (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL);
  -- What a list draws.
  CREATE TABLE shown (doc INTEGER PRIMARY KEY, row TEXT NOT NULL);
  -- Text, captions, quotes and notes, deflated: for snippets, and for putting an article in again.
  CREATE TABLE body (doc INTEGER PRIMARY KEY, packed BLOB NOT NULL);
  -- Addresses by 52 bits of their SHA-256: two in a million articles are alike once in four thousand such libraries.
  CREATE TABLE address (hash INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (hash, doc)) WITHOUT ROWID;
  CREATE INDEX address_doc ON address (doc);
  -- One row for each mark, in the order of the text: what the notebook filters, and the mark itself as JSON.
  CREATE TABLE mark (
    doc INTEGER NOT NULL,
    place INTEGER NOT NULL,
    made TEXT NOT NULL,
    color TEXT NOT NULL,
    site TEXT NOT NULL,
    words TEXT NOT NULL,
    annotation TEXT NOT NULL,
    PRIMARY KEY (doc, place)
  ) WITHOUT ROWID;
  CREATE TABLE mark_tag (tag TEXT NOT NULL, doc INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (tag, doc, place)) WITHOUT ROWID;
  CREATE INDEX mark_tag_doc ON mark_tag (doc);
  -- How many articles hold each word of a spaced script: what a word being typed may become, and what was meant by a wrong one.
  CREATE TABLE word (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
  -- The inverted index (../inverted/): segments, and the rows of all of them.
  CREATE TABLE segment (id INTEGER PRIMARY KEY, base INTEGER NOT NULL, last INTEGER NOT NULL, articles INTEGER NOT NULL, starts BLOB NOT NULL);
  CREATE TABLE block (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
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
  database.one('SELECT article.id, shown.row, body.packed FROM article LEFT JOIN shown USING (doc) LEFT JOIN body USING (doc) LIMIT 1');
  database.one('SELECT segment.id, block.id FROM segment, block LIMIT 1');
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
