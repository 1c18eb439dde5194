// An article as one HTML file that needs nothing else: pictures and style inside, marks and notes to be seen, no script.

import { load, type CheerioAPI } from 'cheerio';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { addHead } from './article-head.ts';
import { exportStyle } from './export-style.ts';
import { escapeHtml, placeMarks, wrapMarkedParts, type MarkedPart } from './marked-parts.ts';
import type { Material, Publication } from './material.ts';
import { noteReferences, notesList, numberNotes } from './mark-notes.ts';
import { replaceStoredLinks, typeOfPath } from './stored-links.ts';

/** What the file may load: only what is in it. */
const policy = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export async function writeHtml(material: Material): Promise<Result<Publication>> {
  const $ = load(material.readerHtml, { scriptingEnabled: false });
  const marks = placeMarks($, material.marks);
  const numbers = numberNotes(marks);
  wrapMarkedParts($, marks.placed, (part) => highlight(part, numbers));
  await replaceStoredLinks($, (path) => dataAddress(material, path));
  dropOutsideLoads($);
  addHead($, material);
  $('body').append(notesList(marks, numbers, material.locale));
  writeDocumentHead($, material);
  return ok({ bytes: Buffer.from($.html()), beside: [] });
}

function highlight({ text, marks, ending }: MarkedPart, numbers: ReadonlyMap<Annotation, number>): string {
  const opening = marks.map(({ mark }) => `<mark class="${mark.target.styleClass}" data-mark="${escapeHtml(mark.id)}">`);
  return opening.join('') + escapeHtml(text) + '</mark>'.repeat(marks.length) + noteReferences(ending, numbers);
}

async function dataAddress(material: Material, path: string): Promise<string | null> {
  const bytes = await material.readBlob(path);
  return bytes === null ? null : `data:${typeOfPath(path)};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** The reader page is clean already; this file goes out into the world, so what could load anything goes once more. */
function dropOutsideLoads($: CheerioAPI): void {
  $('script, link, iframe, frame, object, embed, base, meta[http-equiv]').remove();
  $('head style').remove();
  for (const element of $('[src], [poster], [background]').toArray()) {
    for (const attribute of ['src', 'poster', 'background']) {
      const link = $(element).attr(attribute);
      if (link !== undefined && !link.startsWith('data:')) $(element).removeAttr(attribute);
    }
  }
}

function writeDocumentHead($: CheerioAPI, { article, manifest, software }: Material): void {
  if (article.language !== null) $('html').attr('lang', article.language);
  const meta = (name: string, content: string | null): string =>
    content === null ? '' : `<meta name="${name}" content="${escapeHtml(content)}">\n`;
  $('head').html(
    [
      '\n<meta charset="utf-8">\n',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
      '<meta name="referrer" content="no-referrer">\n',
      `<title>${escapeHtml(article.title)}</title>\n`,
      meta('author', article.byline),
      meta('date', article.published),
      meta('keywords', article.tags.length === 0 ? null : article.tags.join(', ')),
      meta('generator', software),
      article.url === null ? '' : `<link rel="canonical" href="${escapeHtml(article.url)}">\n`,
      meta('offprint:captured', manifest.capturedAt),
      meta('offprint:sha256', manifest.page.sha256),
      `<style>\n${exportStyle}</style>\n`,
    ].join(''),
  );
}
