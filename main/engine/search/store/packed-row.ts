// What a list draws of an article as one text: its values in a fixed order, without names.

import type { IndexedArticle } from '../index-types.ts';
import { DamagedRow } from '../inverted/sealed-row.ts';

export type Row = IndexedArticle['row'];

// The order is what is stored: a change takes a new version of the index.
const fields = [
  'id', 'title', 'byline', 'site', 'url', 'published', 'savedAt', 'language', 'tags', 'read', 'starred', 'archived', 'deletedAt', 'words', 'images', 'status',
  'lead', 'marks', 'offline',
] as const satisfies readonly (keyof Row)[];

export function packRow(row: Row): string {
  return JSON.stringify(fields.map((field) => (field === 'images' ? [row.images.found, row.images.saved] : row[field])));
}

export function unpackRow(packed: string): Row {
  const values = valuesOf(packed);
  const row = Object.fromEntries(fields.map((field, at) => [field, values[at]])) as unknown as Omit<Row, 'images'> & { images: readonly [number, number] };
  return { ...row, images: { found: row.images[0], saved: row.images[1] } };
}

function valuesOf(packed: string): readonly unknown[] {
  try {
    return JSON.parse(packed) as readonly unknown[];
  } catch {
    throw new DamagedRow('a row of the index is not what was written');
  }
}
