// What a drop or a paste holds that can be saved. Read at once: after the event the transfer is empty.

import { marksMediaType } from '../../preload/contract/marks-document.ts';
import { isLink, linksIn } from './links.ts';

/** The part of a DataTransfer that is read. */
export interface Transfer {
  readonly files: ArrayLike<File>;
  getData(format: string): string;
}

export type Dropped =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'links'; readonly links: readonly string[] }
  /** Marks that were dragged out of another window. */
  | { readonly kind: 'marks'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Files first, then the forms that browsers give links in, from the most exact to plain text. */
export function readTransfer(transfer: Transfer): Dropped {
  const marks = transfer.getData(marksMediaType);
  if (marks !== '') return { kind: 'marks', text: marks };
  const files = Array.from(transfer.files);
  if (files.length > 0) return { kind: 'files', files };
  const readers = [fromUriList, fromMozillaUrl, fromHtml, linksIn];
  const formats = ['text/uri-list', 'text/x-moz-url', 'text/html', 'text/plain'];
  for (const [place, format] of formats.entries()) {
    const text = transfer.getData(format);
    const links = text === '' ? [] : (readers[place]?.(text) ?? []);
    if (links.length > 0) return { kind: 'links', links };
  }
  return { kind: 'nothing' };
}

/** https://www.rfc-editor.org/rfc/rfc2483#section-5: one link a line, `#` begins a comment. */
export function fromUriList(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => !line.startsWith('#') && isLink(line)))];
}

/** Firefox: address and title on alternate lines. */
export function fromMozillaUrl(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).filter((_line, place) => place % 2 === 0);
  return [...new Set(lines.map((line) => line.trim()).filter(isLink))];
}

/** The targets of links in dragged HTML; pictures dragged out of a page have none and give nothing. */
export function fromHtml(html: string): readonly string[] {
  const targets = [...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)];
  const links = targets.map((match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'));
  return [...new Set(links.filter(isLink))];
}

/** The paths worth saving of those dropped: a saved page's own folder of parts comes with the page. */
export function withoutPartFolders(paths: readonly string[]): readonly string[] {
  const pages = paths.filter((path) => /\.x?html?$/i.test(path)).map((path) => path.replace(/\.x?html?$/i, ''));
  const parts = new Set(pages.flatMap((page) => [`${page}_files`, `${page}.files`, `${page}-Dateien`]));
  return paths.filter((path) => path !== '' && !parts.has(path));
}
