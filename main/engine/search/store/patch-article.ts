// Changing some fields of an article in the index: its rows where only its state changed; where its words did, it is put
// in again under a new number.

import type { IndexedArticle, RowPatch } from '../index-types.ts';
import { writeState } from './columns.ts';
import { flag } from './flags.ts';
import type { Ground } from './ground.ts';
import { writeMarks } from './mark-table.ts';
import { packRow } from './packed-row.ts';
import { readBody, readRow, stateOf } from './stored-article.ts';

/** Fields whose words are searched. */
const wordy: ReadonlySet<string> = new Set(['title', 'byline', 'site', 'url', 'tags', 'quotes', 'notes'] satisfies (keyof RowPatch)[]);

/**
 * Writes the change and answers `done`, or answers the whole article where it must be put in again; null for an unknown
 * number. Its addresses and marks are left to the caller then. The transaction always.
 */
export function patchArticle(ground: Ground, doc: number, patch: RowPatch): 'done' | Omit<IndexedArticle, 'knownAs' | 'annotations'> | null {
  const { database, columns } = ground;
  const before = readRow(database, doc);
  const stored = readBody(database, doc);
  const place = database.one<Pick<IndexedArticle, 'folder' | 'revision'>>('SELECT folder, revision FROM article WHERE doc = ?', doc);
  if (before === null || stored === null || place === null) return null;
  const { quotes = stored.quotes, notes = stored.notes, folder = place.folder, revision = place.revision, annotations, ...fields } = patch;
  const row = { ...before, ...fields };
  const hasVideo = ((columns.flags[doc] ?? 0) & flag.video) !== 0;
  if (Object.keys(patch).some((field) => wordy.has(field))) return { row, ...stored, quotes, notes, folder, revision, hasVideo };
  if (annotations !== undefined) writeMarks(database, doc, row, annotations);
  database.run('UPDATE article SET folder = ?, revision = ? WHERE doc = ?', folder, revision, doc);
  database.run('UPDATE shown SET row = ? WHERE doc = ?', packRow(row), doc);
  writeState(database, columns, doc, { ...stateOf(ground, { row, notes, hasVideo }), saved: columns.saved[doc] ?? 0, length: columns.length[doc] ?? 0 });
  return 'done';
}
