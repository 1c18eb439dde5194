// Names what the print style must know of blocks and CSS cannot tell: plates, bold lines that serve as headings,
// paragraphs and code too short to be cut, Latin words in italics, tables too wide for a column.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** Letters. Longer bold paragraphs are leads or warnings. */
const longestHeading = 60;
/**
 * Half ems in some three lines. Chromium leaves a single line overleaf where a paragraph of three lines is cut: it holds
 * `orphans: 2`, and can then no longer hold `widows: 2`. Longer paragraphs it cuts right.
 */
const shortParagraph = 270;
/** Lines of code that stay together. */
const shortCode = 12;
/** Cells of a row that half a page's width can hold. */
const mostInColumn = 3;
/** Characters as wide as they are high. */
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

export function dressParagraphs($: CheerioAPI): void {
  for (const element of $('p').toArray()) {
    const paragraph = $(element);
    const words = paragraph.text().trim();
    if (words === '' && paragraph.find('img').length > 0) paragraph.addClass('offprint-plate');
    if (words !== '' && words.length <= longestHeading && isAllBold($, element, words)) paragraph.addClass('offprint-heading');
    if (words !== '' && halfEms(words) <= shortParagraph) paragraph.addClass('offprint-short');
  }
  dressPictures($);
  $('pre').each((_, code) => void $(code).toggleClass('offprint-short', $(code).text().trim().split('\n').length <= shortCode));
  $('table').each((_, table) => void $(table).toggleClass('offprint-wide', widestRow($, table) > mostInColumn));
  $('em, i, cite').each((_, element) => void $(element).toggleClass('offprint-slanted', !wide.test($(element).text())));
}

/** Pictures side by side or one after the other may part between them; one alone never parts from its caption. */
function dressPictures($: CheerioAPI): void {
  $('figure, .offprint-plate').each((_, plate) => void $(plate).toggleClass('offprint-several', $(plate).find('img').length > 1));
}

function widestRow($: CheerioAPI, table: Element): number {
  return Math.max(0, ...$(table).find('tr').toArray().map((row) => $(row).children().length));
}

function isAllBold($: CheerioAPI, paragraph: Element, words: string): boolean {
  const bold = $(paragraph).find('strong, b').first().text().trim();
  return bold === words && !/[。.…]$/.test(words);
}

/** The width of a text, roughly: an ideograph is as wide as two letters. */
function halfEms(text: string): number {
  return text.length + (text.match(new RegExp(wide, 'g'))?.length ?? 0);
}
