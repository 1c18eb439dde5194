// When it was published: what the page's data say, a marked time, the lines around the article, its address.

import type { CheerioAPI } from 'cheerio';
import { dateInAddress, dateInText, monthInText, readDate, type AssumedZone } from './dates.ts';
import type { Frame } from './frame.ts';
import type { Metadata } from './metadata.ts';

/** Chinese pages give times without a zone: China has one. */
const chinaTime = '+08:00';
/** Lines that say that a date is the article's. */
const label = /发布|发表|时间|日期|更新|posted|published|updated|date|掲載|公開|配信/i;
/** Characters: a date in a longer line is one that the article tells of. */
const longestLine = 120;

export function publishedOf($: CheerioAPI, metadata: Metadata, frame: Frame, url: string | null): string | null {
  const zone = zoneOf(frame.head.join(' ') + frame.tail.join(' '), metadata.language);
  const stated = metadata.published.map((value) => readDate(value, zone)).find((date) => date !== null);
  return stated ?? markedTime($, zone) ?? inLines(frame, zone) ?? dateInAddress(url) ?? monthIn([...frame.head, ...frame.tail]) ?? null;
}

export function modifiedOf(metadata: Metadata, text: string): string | null {
  return readDate(metadata.modified, zoneOf(text, metadata.language));
}

function zoneOf(text: string, declared: string | null): AssumedZone {
  const sample = text.slice(0, 2000);
  const isChinese = (sample.match(/\p{Script=Han}/gu)?.length ?? 0) > sample.length / 4 && !/[\p{Script=Hiragana}\p{Script=Katakana}]{3}/u.test(sample);
  return isChinese && !/^ja/i.test(declared ?? '') ? chinaTime : null;
}

/** The first `time` that is not a comment's or a teaser's. */
function markedTime($: CheerioAPI, zone: AssumedZone): string | null {
  const elsewhere = 'aside, footer, nav, [class*=comment], [class*=related], [class*=recommend], [class*=sidebar]';
  const times = $('time').toArray().filter((element) => $(element).closest(elsewhere).length === 0);
  const first = times.find((element) => /publi|post|entry-date|created/i.test(`${element.attribs['class'] ?? ''} ${element.attribs['itemprop'] ?? ''} ${'pubdate' in element.attribs ? 'published' : ''}`)) ?? times[0];
  return first === undefined ? null : (readDate(first.attribs['datetime'] ?? null, zone) ?? dateInText($(first).text(), zone));
}

function inLines(frame: Frame, zone: AssumedZone): string | null {
  const read = (lines: readonly string[], most: number): string | null => lines.filter((line) => line.length <= most).map((line) => dateInText(line, zone)).find((date) => date !== null) ?? null;
  const labelled = [...frame.head, ...frame.tail, ...frame.before].filter((line) => label.test(line));
  return read(frame.head.filter((line) => label.test(line)), longestLine) ?? read(frame.head, longestLine) ?? read(labelled, longestLine) ?? read(frame.tail, longestLine) ?? read(frame.before, 40);
}

function monthIn(lines: readonly string[]): string | null {
  return lines.filter((line) => line.length <= 40).map(monthInText).find((month) => month !== null) ?? null;
}
