// What of an article goes into which column of the full-text table.

import type { Body } from './stored-article.ts';
import type { IndexedArticle } from './index-types.ts';
import { keyToken } from './match-expression.ts';
import { withoutScheme } from './query-language.ts';
import type { TextColumn } from './schema.ts';
import { foldName, tokenText } from './tokens.ts';

export interface IndexedColumns {
  readonly columns: Readonly<Record<TextColumn, string>>;
  /** The words of spaced scripts among them, each once: what a word being typed may become. */
  readonly words: ReadonlySet<string>;
}

export function indexedColumns(row: IndexedArticle['row'], body: Body): IndexedColumns {
  const words = new Set<string>();
  const tokens = (text: string): string => tokenText(text, words);
  return {
    columns: {
      title: tokens(row.title),
      body: tokens(body.text),
      byline: tokens(row.byline ?? ''),
      site: tokens(`${row.site ?? ''} ${hostOf(row.url)}`),
      tags: tokens(row.tags.join(' , ')),
      notes: tokens(`${body.quotes}\n${body.notes}`),
      url: tokens(withoutScheme(row.url ?? '')),
      captions: tokens(body.captions),
      keys: keysOf(row),
    },
    words,
  };
}

function hostOf(url: string | null): string {
  return withoutScheme(url ?? '').split('/', 1)[0] ?? '';
}

function keysOf(row: IndexedArticle['row']): string {
  const tags = row.tags.map(foldName).filter((tag) => tag !== '').map((tag) => keyToken('tag', tag));
  const language = foldName(row.language ?? '');
  return [...tags, ...(language === '' ? [] : [keyToken('lang', language)])].join(' ');
}

/** What titles are ordered by. */
export function titleOrder(title: string): string {
  return foldName(title).slice(0, 120).toWellFormed();
}
