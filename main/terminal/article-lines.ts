// An article of a list, as the design's JSON and for people.

import type { ArticleRow, Passage } from '../../preload/contract/article.ts';
import { cut, padded, printable } from './layout.ts';
import type { Output } from './output.ts';

/** What commands that change an article answer with. */
export function rowJson(row: ArticleRow): object {
  const { id, title, byline, site, url, published, savedAt, language, tags, read, starred, archived, deletedAt, words, images, status, lead, marks } = row;
  return { id, title, byline, site, url, published, savedAt, language, tags, read, starred, archived, deletedAt, words, images, status, lead, marks };
}

export function hitJson({ id, title, site, published, savedAt, tags, snippet }: ArticleRow): object {
  return { id, title, site, published, savedAt, tags, snippet: markedText(snippet) };
}

/** The snippet's text with `<mark>` around what matched. The text itself is not escaped. */
export function markedText(snippet: readonly Passage[]): string {
  return snippet.map(({ text, marked }) => (marked ? `<mark>${text}</mark>` : text)).join('');
}

/** Two lines: what it is and when, then its snippet. */
export function hitLines(output: Output, row: ArticleRow): readonly string[] {
  const columns = output.columns ?? Number.POSITIVE_INFINITY;
  const date = (row.published ?? row.savedAt).slice(0, 10);
  const site = padded(cut(printable(row.site ?? ''), 16), 16);
  const head = `${row.id}  ${date}  ${site}  `;
  const title = cut(printable(row.title), Math.max(20, columns - head.length));
  const tags = row.tags.length > 0 ? ` ${output.style('cyan', printable(row.tags.map((tag) => `#${tag}`).join(' ')))}` : '';
  const state = [row.starred ? '★' : '', row.status === 'complete' ? '' : '◌'].filter((sign) => sign !== '').join(' ');
  const first = `${output.style('dim', head)}${output.style(row.read ? 'dim' : 'bold', title)}${state === '' ? '' : ` ${output.style('yellow', state)}`}${tags}`;
  const snippet = snippetLine(output, row.snippet, columns);
  return snippet === '' ? [first] : [first, `    ${snippet}`];
}

function snippetLine(output: Output, snippet: readonly Passage[], columns: number): string {
  let left = Number.isFinite(columns) ? columns - 5 : 160;
  const parts = snippet.map(({ text, marked }) => {
    const kept = left <= 1 ? '' : cut(text.replace(/[\s\p{Cc}]+/gu, ' '), left);
    left -= kept.length;
    return marked ? output.style('yellow', kept) : output.style('dim', kept);
  });
  return parts.join('');
}
