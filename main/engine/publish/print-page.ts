// The page that is printed: the reader page with its marks as links, the head and the record, in the print style.

import { load, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { addHead } from './article-head.ts';
import { escapeHtml, placeMarks } from './marked-parts.ts';
import type { Material } from './material.ts';
import { linkMarkedParts } from './print-links.ts';
import { printStyle } from './print-style.ts';
import { replaceStoredLinks } from './stored-links.ts';

/** The folder of the sealed page that answers from the print assets. */
export const assetsFolder = 'print-assets/';

export interface PrintPage {
  readonly html: string;
  /** The marks that are printed; links of ours count in this list. */
  readonly marks: readonly Annotation[];
}

export async function makePrintPage(material: Material): Promise<PrintPage> {
  const { article, locale, readerHtml } = material;
  const $ = load(readerHtml, { scriptingEnabled: false });
  const { placed } = placeMarks($, material.marks);
  linkMarkedParts($, placed);
  await replaceStoredLinks($, (path) => Promise.resolve(path));
  $('link, script, base, meta[http-equiv], head style').remove();
  // A picture that waits to be scrolled to would not be printed.
  $('img').removeAttr('loading').removeAttr('sizes').attr('decoding', 'sync');
  dressBody($);
  addHead($, material);
  $('html').attr('lang', article.language ?? locale);
  const fonts = [400, 700].map((weight) => `<link rel="stylesheet" href="${assetsFolder}noto-serif-sc/${weight}.css">`);
  const style = printStyle({ title: article.title, site: article.site, locale });
  $('head').html(`<meta charset="utf-8"><title>${escapeHtml(article.title)}</title>${fonts.join('')}<style>${style}</style>`);
  return { html: $.html(), marks: placed.map(({ mark }) => mark) };
}

/** Names what CSS cannot tell by itself: paragraphs that hold nothing but pictures, and bold lines that serve as headings. */
function dressBody($: CheerioAPI): void {
  for (const element of $('p').toArray()) {
    const paragraph = $(element);
    const words = paragraph.text().trim();
    if (words === '' && paragraph.find('img').length > 0) paragraph.addClass('offprint-plate');
    if (words !== '' && words.length <= longestHeading && isAllBold($, element, words)) paragraph.addClass('offprint-heading');
  }
}

/** Letters. Longer bold paragraphs are leads or warnings. */
const longestHeading = 60;

function isAllBold($: CheerioAPI, paragraph: Element, words: string): boolean {
  const bold = $(paragraph).find('strong, b').first().text().trim();
  return bold === words && !/[。.…]$/.test(words);
}
