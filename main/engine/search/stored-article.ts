// One article's rows in the index: written, changed, taken out. Transactions are the caller's (index-store.ts).

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import type { Database } from './database.ts';
import { indexedColumns, titleOrder } from './indexed-columns.ts';
import type { IndexedArticle } from './index-types.ts';
import { writeMarks } from './mark-table.ts';
import { textColumns } from './schema.ts';

type Row = IndexedArticle['row'];
export type Body = Pick<IndexedArticle, 'text' | 'captions' | 'quotes' | 'notes'>;

/** How many articles more (or fewer) hold each word; written by the caller once a transaction. */
export type WordCounts = Map<string, number>;

const excerptLength = 240;
const insertWords = `INSERT INTO words (rowid, ${textColumns.join(', ')}) VALUES (${Array(textColumns.length + 1).fill('?').join(', ')})`;

export function insertArticle(database: Database, key: number, article: IndexedArticle, counts: WordCounts): void {
  writeRow(database, key, article.row, article);
  database.run('INSERT INTO shown (key, row, excerpt) VALUES (?, ?, ?)', key, JSON.stringify(article.row), excerptOf(article.text));
  database.run('INSERT INTO body (key, packed) VALUES (?, ?)', key, packBody(article));
  for (const address of new Set(article.knownAs)) database.run('INSERT INTO address (address, key) VALUES (?, ?)', address, key);
  insertText(database, key, article.row, article, counts);
  writeMarks(database, key, article.row, article.annotations);
}

/** Takes out all that `insertArticle` wrote. */
export function deleteArticle(database: Database, key: number, counts: WordCounts): void {
  deleteText(database, key, counts);
  for (const table of ['article', 'shown', 'body', 'address', 'mark', 'mark_tag']) database.run(`DELETE FROM ${table} WHERE key = ?`, key);
}

/** Writes the narrow row of `article` that lists and filters run over. */
export function writeRow(database: Database, key: number, row: Row, rest: Pick<IndexedArticle, 'folder' | 'revision' | 'notes'>): void {
  const place = row.deletedAt !== null ? 2 : row.archived ? 1 : 0;
  database.run(
    `INSERT OR REPLACE INTO article (key, id, folder, revision, place, saved, published, title_order, is_read, is_starred,
       status, marks, has_note, images_found, images_saved) VALUES (${Array(15).fill('?').join(', ')})`,
    key, row.id, rest.folder, rest.revision, place, row.savedAt, row.published, titleOrder(row.title), Number(row.read),
    Number(row.starred), row.status, row.marks, Number(rest.notes.trim() !== ''), row.images.found, row.images.saved,
  );
}

export function insertText(database: Database, key: number, row: Row, body: Body, counts: WordCounts): void {
  const { columns, words } = indexedColumns(row, body);
  database.run(insertWords, key, ...textColumns.map((column) => columns[column]));
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const tag of new Set(row.tags)) database.run('INSERT INTO tag (tag, key) VALUES (?, ?)', tag, key);
}

export function deleteText(database: Database, key: number, counts: WordCounts): void {
  const row = readRow(database, key);
  const body = readBody(database, key);
  if (row === null || body === null) return;
  for (const word of indexedColumns(row, body).words) counts.set(word, (counts.get(word) ?? 0) - 1);
  database.run('DELETE FROM words WHERE rowid = ?', key);
  database.run('DELETE FROM tag WHERE key = ?', key);
}

export function writeWordCounts(database: Database, counts: WordCounts): void {
  for (const [word, change] of counts) {
    if (change === 0) continue;
    database.run('INSERT INTO word (word, articles) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles', word, change);
    if (change < 0) database.run('DELETE FROM word WHERE word = ? AND articles <= 0', word);
  }
}

export function readRow(database: Database, key: number): Row | null {
  const found = database.one<{ row: string }>('SELECT row FROM shown WHERE key = ?', key);
  return found === null ? null : (JSON.parse(found.row) as Row);
}

/** A row with its excerpt, and with its texts where they are asked for: one look-up for each row of a list. */
export function readShown(database: Database, key: number, withBody: boolean): { row: Row; excerpt: string; body: Body | null } | null {
  const sql = withBody
    ? 'SELECT shown.row, shown.excerpt, body.packed FROM shown LEFT JOIN body USING (key) WHERE shown.key = ?'
    : 'SELECT row, excerpt, NULL AS packed FROM shown WHERE key = ?';
  const found = database.one<{ row: string; excerpt: string; packed: Uint8Array | null }>(sql, key);
  if (found === null) return null;
  return { row: JSON.parse(found.row) as Row, excerpt: found.excerpt, body: found.packed === null ? null : unpackBody(found.packed) };
}

export function readBody(database: Database, key: number): Body | null {
  const found = database.one<{ packed: Uint8Array }>('SELECT packed FROM body WHERE key = ?', key);
  return found === null ? null : unpackBody(found.packed);
}

// Deflate: 50 texts of 3 KB unpack in 2 ms, where Node's one-shot zstd takes 6 (it makes a context each time); the size is the same.
export function packBody({ text, captions, quotes, notes }: Body): Uint8Array {
  return deflateRawSync(JSON.stringify({ text, captions, quotes, notes } satisfies Body));
}

function unpackBody(packed: Uint8Array): Body {
  return JSON.parse(inflateRawSync(packed).toString('utf8')) as Body;
}

function excerptOf(text: string): string {
  return text.slice(0, excerptLength * 2).replace(/\s+/g, ' ').trim().slice(0, excerptLength).toWellFormed();
}

/** A row as lists give it, before a search has put its own snippet there. */
export function rowWithSnippet(row: Row, snippet: ArticleRow['snippet']): ArticleRow {
  return { ...row, snippet };
}
