// One article's rows in the index: written, read, taken out. Transactions are the caller's (index-store.ts).

import { createHash } from 'node:crypto';
import type { IndexedArticle } from '../index-types.ts';
import type { SegmentBuilder } from '../inverted/segment-builder.ts';
import { fieldTexts, titleOrder } from '../text/field-texts.ts';
import { indexTerms } from '../text/index-terms.ts';
import { dayOf, writeState } from './columns.ts';
import type { Database } from './database.ts';
import { flagsOf } from './flags.ts';
import type { Ground } from './ground.ts';
import { tagsLabel } from './labels.ts';
import { excerptOf, packBody, unpackBody, type Body } from './packed-body.ts';
import { packRow, unpackRow, type Row } from './packed-row.ts';

/** @param saved see `State`. */
export function insertArticle(ground: Ground, doc: number, saved: number, article: IndexedArticle, builder: SegmentBuilder): void {
  const { database } = ground;
  const { row, folder, revision } = article;
  database.run('INSERT INTO article (doc, id, folder, revision, title_order) VALUES (?, ?, ?, ?, ?)', doc, row.id, folder, revision, titleOrder(row.title));
  database.run('INSERT INTO shown (doc, row) VALUES (?, ?)', doc, packRow(row));
  database.run('INSERT INTO body (doc, packed) VALUES (?, ?)', doc, packBody(article));
  for (const hash of new Set(article.knownAs.map(hashOf))) database.run('INSERT INTO address (hash, doc) VALUES (?, ?)', hash, doc);
  writeState(database, ground.columns, doc, { ...stateOf(ground, article), saved, length: gatherTerms(doc, article, builder) });
}

/** Its terms stay in the segment that holds them until that is merged. */
export function deleteArticle({ database, columns }: Ground, doc: number): void {
  for (const table of ['article', 'state', 'shown', 'body', 'address', 'mark', 'mark_tag']) database.run(`DELETE FROM ${table} WHERE doc = ?`, doc);
  columns.remove(doc);
}

/** What lists and filters run over, but the number of tokens and when it was saved. */
export function stateOf({ labels }: Ground, article: Pick<IndexedArticle, 'row' | 'notes' | 'hasVideo'>) {
  const { row } = article;
  return {
    flags: flagsOf(article),
    published: dayOf(row.published),
    words: Math.min(row.words, 0x7fff_ffff),
    site: labels.number('site', row.site ?? ''),
    language: labels.number('language', row.language ?? ''),
    tags: labels.number('tags', tagsLabel(row.tags)),
  };
}

function gatherTerms(doc: number, article: IndexedArticle, builder: SegmentBuilder): number {
  return indexTerms(fieldTexts(article.row, article), {
    term: (term, place, extra) => builder.add(doc, term, place, extra, false),
    word: (word, place, extra) => builder.add(doc, word, place, extra, true),
    plain: (text, start, end, place, extra) => builder.addPlain(doc, text, start, end, place, extra),
    pair: (first, second, place, extra) => builder.addPair(doc, first, second, place, extra),
  });
}

export function readRow(database: Database, doc: number): Row | null {
  const found = database.one<{ row: string }>('SELECT row FROM shown WHERE doc = ?', doc);
  return found === null ? null : unpackRow(found.row);
}

export interface Shown {
  readonly row: Row;
  readonly packed: Uint8Array | null;
}

/** A row with its packed texts: one look-up for each row of a list. */
export function readShown(database: Database, doc: number): Shown | null {
  const found = database.one<{ row: string; packed: Uint8Array | null }>('SELECT shown.row, body.packed FROM shown LEFT JOIN body USING (doc) WHERE shown.doc = ?', doc);
  return found === null ? null : { row: unpackRow(found.row), packed: found.packed };
}

export function excerptOfShown({ packed }: Shown): string {
  return packed === null ? '' : excerptOf(packed);
}

export function readBody(database: Database, doc: number): Body | null {
  const found = database.one<{ packed: Uint8Array }>('SELECT packed FROM body WHERE doc = ?', doc);
  return found === null ? null : unpackBody(found.packed);
}

export function docOf(database: Database, id: string): number | null {
  return database.one<{ doc: number }>('SELECT doc FROM article WHERE id = ?', id)?.doc ?? null;
}

/** 52 bits, so that it is a number in SQLite and in JavaScript alike. */
export function hashOf(address: string): number {
  return Number.parseInt(createHash('sha256').update(address).digest('hex').slice(0, 13), 16);
}
