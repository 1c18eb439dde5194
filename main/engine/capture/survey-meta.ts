// The pictures that a page names for others: for link previews, for search engines, as its icon.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** Pages name theirs several times, in several sizes. */
const most = 6;
const metaNames = ['og:image', 'og:image:secure_url', 'og:image:url', 'twitter:image', 'twitter:image:src', 'image', 'thumbnail', 'sailthru.image.full', 'image_src'];

/** Links as they stand in the page, each once, by how sure the name is. */
export function previewPictures($: CheerioAPI): readonly string[] {
  const named = $('meta, link').toArray().flatMap((element) => {
    const rank = rankOf(element);
    return rank < 0 ? [] : [{ rank, link: element.attribs['content'] ?? element.attribs['href'] ?? '' }];
  });
  const links = named.toSorted((one, other) => one.rank - other.rank).map(({ link }) => link);
  const data = $('script[type="application/ld+json"]').toArray().flatMap((script) => picturesIn(parsed($(script).text()), 0));
  return [...new Set([...links, ...data].map((link) => link.trim()))].filter((link) => link !== '').slice(0, most);
}

function rankOf({ name, attribs }: Element): number {
  if (name === 'link') return metaNames.indexOf(attribs['itemprop'] ?? (/(^|\s)image_src(\s|$)/i.test(attribs['rel'] ?? '') ? 'image_src' : ''));
  const { property = '', name: called = '', itemprop = '' } = attribs;
  return [property, called, itemprop === 'image' ? itemprop : ''].map((one) => metaNames.indexOf(one)).find((rank) => rank >= 0) ?? -1;
}

/** `2021-03-04…`, or null: a date in words is left to extraction. */
export function publishedOf($: CheerioAPI): string | null {
  const meta = $('meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="pubdate"], meta[name="publishdate"], meta[name="date"]').first().attr('content');
  const data = /"datePublished"\s*:\s*"([^"]+)"/.exec($('script[type="application/ld+json"]').text())?.[1];
  const found = [meta, data, $('time[datetime]').first().attr('datetime')].find((date) => date !== undefined && /^\d{4}-\d{2}-\d{2}/.test(date));
  return found ?? null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    return null;
  }
}

/** `image` and `thumbnailUrl` of what a page is about (schema.org): a link, an ImageObject, or several. */
function picturesIn(value: unknown, depth: number): string[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => picturesIn(one, depth + 1));
  const node = value as Readonly<Record<string, unknown>>;
  return [node['image'], node['thumbnailUrl'], node['primaryImageOfPage']].flatMap(linksOf).concat(picturesIn(node['@graph'], depth + 1), picturesIn(node['mainEntity'], depth + 1));
}

function linksOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 3).flatMap(linksOf);
  if (typeof value !== 'object' || value === null) return [];
  const { url, contentUrl } = value as Readonly<Record<string, unknown>>;
  return [contentUrl, url].flatMap((link) => (typeof link === 'string' ? link : []));
}
