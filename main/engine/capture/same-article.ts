// Whether two pages are of one article, by what they call it.

import type { CheerioAPI } from 'cheerio';
import type { PageIdentity } from '../model/raw-page.ts';

export function identityOf($: CheerioAPI): PageIdentity {
  const headings = $('h1').toArray().map((heading) => plain($(heading).text())).filter((text) => text !== '');
  return { title: plain($('meta[property="og:title"]').attr('content') ?? $('title').first().text()), headings: headings.slice(0, 3) };
}

/** The same title or heading, page numbers aside. Titles may differ in what stands behind the article's own. */
export function areOfOneArticle(one: PageIdentity, other: PageIdentity): boolean {
  if (one.title !== '' && one.title === other.title) return true;
  if (one.headings.some((heading) => heading.length > 3 && other.headings.includes(heading))) return true;
  const shared = sharedStart(one.title, other.title);
  return shared >= 10 && shared >= 0.6 * Math.min(one.title.length, other.title.length);
}

/** Without page numbers: `(2)`, `_2`, `- Page 2`, `第2页`, `2/5`. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【]?\s*(第\s*\d{1,2}\s*[页頁]|(page|seite)\s*\d{1,2}(\s*(of|von|\/)\s*\d{1,2})?|\d{1,2}\s*(页|頁|ページ目?))\s*[)\]】]?/g, ' ')
    .replace(/[([]\s*\d{1,2}(\s*\/\s*\d{1,2})?\s*[)\]]/g, ' ')
    .replace(/[_\s-]\d{1,2}(?=$|[\s_|-])/g, ' ')
    .replace(/[\s\-_|–—:：·•]+/g, ' ')
    .trim();
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
