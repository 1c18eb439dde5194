// The pictures that a page names for others: for link previews, for search engines, as its icon.

import type { CheerioAPI } from 'cheerio';

/** Pages name theirs several times, in several sizes. */
const most = 6;
const named = [
  'meta[property="og:image"]', 'meta[property="og:image:secure_url"]', 'meta[property="og:image:url"]', 'meta[name="og:image"]', 'meta[name="twitter:image"]', 'meta[property="twitter:image"]',
  'meta[name="twitter:image:src"]', 'meta[itemprop="image"]', 'meta[name="thumbnail"]', 'meta[name="sailthru.image.full"]', 'link[rel~="image_src"]', 'link[itemprop="image"]',
];

/** Links as they stand in the page, each once. */
export function previewPictures($: CheerioAPI): readonly string[] {
  const links = named.flatMap((selector) => $(selector).toArray().slice(0, 2).map((element) => $(element).attr('content') ?? $(element).attr('href') ?? ''));
  const data = $('script[type="application/ld+json"]').toArray().flatMap((script) => picturesIn(parsed($(script).text()), 0));
  return [...new Set([...links, ...data].map((link) => link.trim()))].filter((link) => link !== '').slice(0, most);
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
