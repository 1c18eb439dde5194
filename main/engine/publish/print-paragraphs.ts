// Names what the print style must know of paragraphs and CSS cannot tell: plates, bold lines that serve as headings, and
// paragraphs too short to be cut.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** Letters. Longer bold paragraphs are leads or warnings. */
const longestHeading = 60;
/**
 * Half ems in some three lines. Chromium leaves a single line overleaf where a paragraph of three lines is cut: it holds
 * `orphans: 2`, and can then no longer hold `widows: 2`. Longer paragraphs it cuts right.
 */
const shortParagraph = 270;

export function dressParagraphs($: CheerioAPI): void {
  for (const element of $('p').toArray()) {
    const paragraph = $(element);
    const words = paragraph.text().trim();
    if (words === '' && paragraph.find('img').length > 0) paragraph.addClass('offprint-plate');
    if (words !== '' && words.length <= longestHeading && isAllBold($, element, words)) paragraph.addClass('offprint-heading');
    if (words !== '' && halfEms(words) <= shortParagraph) paragraph.addClass('offprint-short');
  }
}

function isAllBold($: CheerioAPI, paragraph: Element, words: string): boolean {
  const bold = $(paragraph).find('strong, b').first().text().trim();
  return bold === words && !/[。.…]$/.test(words);
}

/** The width of a text, roughly: an ideograph is as wide as two letters. */
function halfEms(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0);
}
