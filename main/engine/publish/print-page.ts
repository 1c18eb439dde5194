// The document that is printed: one article, or several as a book with its contents, in the print style. Each article is
// its reader page with its marks as links, its head and its record.

import { load, type CheerioAPI } from 'cheerio';
import type { Annotation } from '../../../preload/contract/mark.ts';
import type { PrintSettings } from '../../../preload/contract/print-settings.ts';
import { addHead, ownHeader } from './article-head.ts';
import { escapeHtml, placeMarks } from './marked-parts.ts';
import { notesList, numberNotes } from './mark-notes.ts';
import { languageOf, type Material } from './material.ts';
import { articleAnchor, contentsPage } from './print-contents.ts';
import { fontSheets } from './print-fonts.ts';
import { linkMarkedParts, linkMarkedPictures } from './print-links.ts';
import { dressParagraphs } from './print-paragraphs.ts';
import { sheetOf } from './print-paper.ts';
import { pageName, sheetStyle, type RunningHead } from './print-sheet-style.ts';
import { printStyle } from './print-style.ts';
import { replaceStoredLinks } from './stored-links.ts';

export interface PrintPage {
  readonly html: string;
  /** The marks that are printed; links of ours count in this list. */
  readonly marks: readonly Annotation[];
}

/** The element whose style is the sheet: print-fit.ts writes another one where the page is as long as the article. */
export const sheetStyleId = 'offprint-sheet';

/** @param title of the book; not used for a single article. */
export async function makePrintPage(materials: readonly Material[], settings: PrintSettings, title: string): Promise<PrintPage> {
  const [first] = materials;
  if (first === undefined) throw new Error('nothing to print');
  const isBook = materials.length > 1;
  const sections: string[] = [];
  const marks: Annotation[] = [];
  for (const [index, material] of materials.entries()) {
    const { html, marks: printed } = await articleSection(material, settings, isBook ? index : null, marks.length);
    sections.push(html);
    marks.push(...printed);
  }
  const body = isBook ? contentsPage(title, materials) + sections.join('\n') : sections.join('');
  return { html: documentOf(materials, settings, isBook ? title : first.article.title, body), marks };
}

function documentOf(materials: readonly Material[], settings: PrintSettings, title: string, body: string): string {
  const locale = materials[0]?.locale ?? 'en';
  const languages = materials.map(languageOf);
  const isBook = materials.length > 1;
  const heads = materials.map(({ article }, index): RunningHead => {
    const language = languages[index] ?? locale;
    return isBook ? { left: title, right: article.title, language } : { left: article.title, right: article.site ?? '', language };
  });
  const sheet = sheetOf(settings);
  const fonts = fontSheets(languages).map((path) => `<link rel="stylesheet" href="${path}">`);
  const named = isBook ? materials.map((_, index) => `#${articleAnchor(index)} { page: ${pageName(index)}; }`).join('\n') : '';
  const language = isBook && new Set(languages).size > 1 ? locale : (languages[0] ?? locale);
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${fonts.join('')}` +
    `<style>${printStyle(sheet, settings)}\n${named}</style><style id="${sheetStyleId}">${sheetStyle(sheet, settings, heads, locale)}</style></head>` +
    `<body>${body}</body></html>`
  );
}

interface ArticleSection {
  readonly html: string;
  /** Those on words, then those on pictures: as its links count. */
  readonly marks: readonly Annotation[];
}

/** @param index in a book, or null. @param firstMark the number of marks that are printed before this article's. */
async function articleSection(material: Material, settings: PrintSettings, index: number | null, firstMark: number): Promise<ArticleSection> {
  const $ = load(material.readerHtml, { scriptingEnabled: false });
  const marks = placeMarks($, material.marks);
  const numbers = settings.notes ? numberNotes(marks) : new Map<Annotation, number>();
  linkMarkedParts($, marks.placed, { firstMark, numbers });
  linkMarkedPictures($, marks.pictures, { firstMark: firstMark + marks.placed.length, numbers });
  await replaceStoredLinks($, (path) => Promise.resolve(path));
  $('link, script, style, base, meta').remove();
  // A picture that waits to be scrolled to would not be printed.
  $('img').removeAttr('loading').removeAttr('sizes').attr('decoding', 'sync');
  dressParagraphs($);
  gatherText($);
  addHead($, material);
  if (settings.notes) $('body').append(notesList(marks, numbers, material.locale));
  if (index !== null) keepAnchorsApart($, index);
  const anchor = index === null ? '' : ` id="${articleAnchor(index)}"`;
  const html = `<section class="offprint-article"${anchor} lang="${escapeHtml(languageOf(material))}">${$('body').html() ?? ''}</section>`;
  return { html, marks: [...marks.placed, ...marks.pictures].map(({ mark }) => mark) };
}

/** The article without its head goes into an element of its own: what is set in columns. */
function gatherText($: CheerioAPI): void {
  const header = ownHeader($);
  const text = header.length > 0 ? header.nextAll() : $('body').contents();
  if (header.length === 0) {
    const all = text.toArray();
    $('body').append('<div class="offprint-text"></div>');
    $('.offprint-text').append(all);
    return;
  }
  const after = header.parent().contents().toArray().slice(header.parent().contents().index(header) + 1);
  header.after('<div class="offprint-text"></div>');
  header.next().append(after);
}

/** Articles use the same names for their footnotes. */
function keepAnchorsApart($: CheerioAPI, index: number): void {
  const prefix = `${articleAnchor(index)}-`;
  $('[id]').each((_, element) => void $(element).attr('id', prefix + ($(element).attr('id') ?? '')));
  $('[href^="#"]').each((_, element) => void $(element).attr('href', `#${prefix}${($(element).attr('href') ?? '').slice(1)}`));
}
