// The article's title: what the page's data and its headings agree on, without the site's name.

import type { CheerioAPI } from 'cheerio';

const separator = /\s*[|_–—·»丨｜]\s*|\s+-\s+|\s*[-—]{2,}\s*|_/;

/** @param stated the title in the page's data, or null. @param site the publisher's name, or null. */
export function titleOf($: CheerioAPI, stated: string | null, site: string | null): string | null {
  const headings = $('h1')
    .toArray()
    .map((heading) => tidy($(heading).text()))
    .filter((text) => text !== '');
  const document = tidy($('title').first().text());
  const source = stated === null ? document : tidy(stated);
  if (source === '') return headings[0] ?? null;
  // The longest: the site's own name, too, often stands in a heading.
  const heading = headings.filter((text) => text.length >= 4 && text !== site && source.includes(text)).toSorted((a, b) => b.length - a.length)[0];
  if (heading !== undefined) return heading;
  return withoutSite(source, site, stated === null);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `guess` cuts a last part that is short though it is not known to be the site's name. */
function withoutSite(title: string, site: string | null, guess: boolean): string {
  const parts = title.split(separator).filter((part) => part !== '');
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  const isSite = site !== null && (last.includes(site) || site.includes(last));
  if (isSite || (guess && last.length < first.length)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|_–—·»丨｜-]+$/, '');
  return title;
}
