// The page that is printed: the reader page with its marks as links, the head and the record, in the print style.

import { load } from 'cheerio';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { addHead } from './article-head.ts';
import { escapeHtml, placeMarks } from './marked-parts.ts';
import type { Material } from './material.ts';
import { dressParagraphs } from './print-paragraphs.ts';
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
  dressParagraphs($);
  addHead($, material);
  $('html').attr('lang', article.language ?? locale);
  const fonts = [400, 700].map((weight) => `<link rel="stylesheet" href="${assetsFolder}noto-serif-sc/${weight}.css">`);
  const style = printStyle({ title: article.title, site: article.site, locale });
  $('head').html(`<meta charset="utf-8"><title>${escapeHtml(article.title)}</title>${fonts.join('')}<style>${style}</style>`);
  return { html: $.html(), marks: placed.map(({ mark }) => mark) };
}
