// What a page says about itself in its head and its structured data: JSON-LD, Open Graph, Dublin Core, microdata.

import type { CheerioAPI } from 'cheerio';

export interface Metadata {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly lead: string | null;
  readonly tags: readonly string[];
}

export function readMetadata($: CheerioAPI): Metadata {
  const data = articleData($);
  const meta = (...properties: readonly string[]): string | null => metaContent($, properties);
  return {
    title: text(data['headline']) ?? meta('og:title', 'twitter:title', 'dc.title', 'citation_title', 'ArticleTitle'),
    subtitle: text(data['alternativeHeadline']),
    byline: names(data['author']) ?? personIn(meta('author', 'article:author', 'parsely-author', 'dc.creator', 'citation_author', 'byl')),
    site: names(data['publisher']) ?? meta('og:site_name', 'application-name', 'dc.publisher', 'ContentSource'),
    published:
      text(data['datePublished']) ??
      meta('article:published_time', 'og:published_time', 'datePublished', 'pubdate', 'publishdate', 'PubDate', 'dc.date', 'dc.date.issued', 'date', 'citation_publication_date', 'weibo:article:create_at') ??
      itemDate($, 'datePublished'),
    modified: text(data['dateModified']) ?? meta('article:modified_time', 'og:updated_time', 'lastmod') ?? itemDate($, 'dateModified'),
    language: text(data['inLanguage']) ?? $('html').attr('lang') ?? $('html').attr('xml:lang') ?? meta('content-language', 'og:locale'),
    lead: meta('og:image', 'og:image:url', 'twitter:image') ?? text(first(data['image'])) ?? text(record(first(data['image']))['url']),
    tags: keywords(data['keywords']),
  };
}

/** An author is a name; some sites put the address of a profile there. */
function personIn(value: string | null): string | null {
  return value === null || /^https?:\/\//i.test(value) ? null : value;
}

function metaContent($: CheerioAPI, wanted: readonly string[]): string | null {
  const lower = wanted.map((name) => name.toLowerCase());
  let best: { rank: number; value: string } | null = null;
  $('meta[content]').each((_, element) => {
    const name = ($(element).attr('property') ?? $(element).attr('name') ?? $(element).attr('itemprop') ?? $(element).attr('http-equiv') ?? '').toLowerCase();
    const rank = lower.indexOf(name);
    const value = ($(element).attr('content') ?? '').trim();
    if (rank >= 0 && value !== '' && (best === null || rank < best.rank)) best = { rank, value };
  });
  return (best as { value: string } | null)?.value ?? null;
}

function itemDate($: CheerioAPI, property: string): string | null {
  const element = $(`[itemprop="${property}"]`).first();
  return element.attr('datetime') ?? element.attr('content') ?? null;
}

type Data = Readonly<Record<string, unknown>>;

/** The first JSON-LD node that is an article of some kind; empty where there is none or it cannot be read. */
function articleData($: CheerioAPI): Data {
  for (const script of $('script[type="application/ld+json"]').toArray()) {
    const nodes = nodesOf(parseLoosely($(script).text()));
    const article = nodes.find((node) => /Article|Posting|Report/.test(JSON.stringify(node['@type'] ?? '')));
    if (article !== undefined) return article;
  }
  return {};
}

function parseLoosely(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    try {
      // Raw line breaks within strings are the usual fault.
      return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '));
    } catch {
      return null;
    }
  }
}

function nodesOf(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  const node = record(value);
  return '@graph' in node ? nodesOf(node['@graph']) : [node];
}

function record(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function names(value: unknown): string | null {
  const all = (Array.isArray(value) ? value : [value]).flatMap((one) => text(one) ?? text(record(one)['name']) ?? []);
  const people = all.filter((name) => personIn(name) !== null);
  return people.length === 0 ? null : people.join(', ');
}

function keywords(value: unknown): string[] {
  const all = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;，；]/) : [];
  return all.flatMap((one) => text(one) ?? []);
}
