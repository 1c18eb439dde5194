// Lines at an article's head that belong to its frame, not to its words: the date, the byline, how long it takes to read.
// The reader's own header says them already.

import type { CheerioAPI } from 'cheerio';
import { dateInText } from './dates.ts';

/** Characters: longer lines are words of the article. */
const longest = 80;
/** Blocks that are looked at. */
const headBlocks = 8;
const readingTime = /\b\d+\s*[-–]?\s*min(ute)?s?\.?\s+(read|lesezeit)\b|阅读(时间|需要?)?\s*[：:约]*\s*\d+\s*分钟|この記事は\d+分/i;

export interface Dropped {
  readonly reason: string;
  readonly text: string;
}

/** Takes such lines out of the article's tree, and says which. Stops at the first real paragraph. */
export function dropHeadLines($: CheerioAPI, byline: string | null): Dropped[] {
  const dropped: Dropped[] = [];
  const blocks = $('p, div, span, time, li').toArray().filter((element) => $(element).find('p, div, li, img, figure, table').length === 0);
  for (const element of blocks.slice(0, headBlocks)) {
    const text = $(element).text().replace(/\s+/g, ' ').trim();
    if (text.length > longest) break;
    if (text === '' || $(element).closest('figure').length > 0) continue;
    const reason = reasonFor(text, byline);
    if (reason === null) continue;
    dropped.push({ reason, text });
    $(element).remove();
  }
  return dropped;
}

function reasonFor(text: string, byline: string | null): string | null {
  if (readingTime.test(text)) return 'reading time';
  if (byline !== null && text.includes(byline) && text.replace(byline, '').length <= 6) return 'byline';
  if (/来源\s*[：:]/.test(text) && dateInText(text) !== null) return 'source line';
  return dateInText(text) !== null && text.length <= 32 ? 'date' : null;
}
