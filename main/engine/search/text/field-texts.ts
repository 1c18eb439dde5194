// Which words of an article belong to which field of the index.

import type { IndexedArticle } from '../index-types.ts';
import type { FieldTexts } from './index-terms.ts';
import { foldName } from './tokens.ts';

type Body = Pick<IndexedArticle, 'text' | 'captions' | 'quotes' | 'notes'>;

export function fieldTexts(row: IndexedArticle['row'], body: Body): FieldTexts {
  return {
    title: [row.title],
    byline: [row.byline ?? ''],
    site: [row.site ?? '', hostOf(row.url)],
    tags: row.tags,
    notes: [body.quotes, body.notes],
    url: [withoutScheme(row.url ?? '')],
    captions: [body.captions],
    text: [body.text],
  };
}

function hostOf(url: string | null): string {
  return withoutScheme(url ?? '').split('/', 1)[0] ?? '';
}

/** An address is indexed, and asked for, without its scheme. */
export function withoutScheme(text: string): string {
  return text.replace(/^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?/i, '');
}

/** What titles are ordered by. */
export function titleOrder(title: string): string {
  return foldName(title).slice(0, 80).toWellFormed();
}
