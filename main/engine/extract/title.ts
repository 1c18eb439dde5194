// The article's title: what the page's data and its headings agree on, without the site's name.

import type { CheerioAPI } from 'cheerio';

/** A dash between words without spaces is the title's own. */
const separator = /\s*[|_»丨｜]\s*|\s+[-–—·:]+\s+|(?<=[\p{Script=Han}」”》])[-_](?=[\p{Script=Han}])/u;

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

/** `guess` cuts a last part that is not known to be the site's name: always behind a bar, behind a dash where it is short. */
function withoutSite(title: string, site: string | null, guess: boolean): string {
  const parts = title.split(separator).filter((part) => part !== '');
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  const cut = title.slice(0, title.lastIndexOf(last));
  const behindBar = /[|_丨｜]\s*$/.test(cut);
  const isSite = site !== null && (last.includes(site) || (site.includes(last) && last.length * 2 > site.length));
  const looksLikeSite = guess && site === null && first.length >= 4 && (behindBar || last.length < first.length);
  return isSite || looksLikeSite ? cut.replace(/[\s|_–—·»丨｜:-]+$/, '') : title;
}
