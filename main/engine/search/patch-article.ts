// Changing some fields of an article in the index: a row where only its state changed, its tokens too where its words did.

import type { Database } from './database.ts';
import type { IndexedArticle, RowPatch } from './index-types.ts';
import { writeMarks } from './mark-table.ts';
import { deleteText, insertText, packBody, readBody, readRow, writeRow, type WordCounts } from './stored-article.ts';

/** Fields whose words are searched. */
const wordy: ReadonlySet<string> = new Set(['title', 'byline', 'site', 'url', 'tags', 'language', 'quotes', 'notes'] satisfies (keyof RowPatch)[]);

/** False where the key is unknown. The transaction is the caller's. */
export function patchArticle(database: Database, key: number, patch: RowPatch, counts: WordCounts): boolean {
  const before = readRow(database, key);
  const body = readBody(database, key);
  const place = database.one<Pick<IndexedArticle, 'folder' | 'revision'>>('SELECT folder, revision FROM article WHERE key = ?', key);
  if (before === null || body === null || place === null) return false;
  const { quotes = body.quotes, notes = body.notes, folder = place.folder, revision = place.revision, annotations, ...fields } = patch;
  const row = { ...before, ...fields };
  const wordsChange = Object.keys(patch).some((field) => wordy.has(field));
  if (wordsChange) deleteText(database, key, counts);
  writeRow(database, key, row, { folder, revision, notes });
  database.run('UPDATE shown SET row = ? WHERE key = ?', JSON.stringify(row), key);
  if (wordsChange) {
    const changed = { ...body, quotes, notes };
    database.run('UPDATE body SET packed = ? WHERE key = ?', packBody(changed), key);
    insertText(database, key, row, changed, counts);
  }
  if (annotations !== undefined) writeMarks(database, key, row, annotations);
  return true;
}
