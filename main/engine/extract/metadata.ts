// What a page says about itself in its head and its structured data: JSON-LD, Open Graph, Dublin Core, microdata.

import type { CheerioAPI } from 'cheerio';
import { articleData, first, namesIn, record, text, unescaped } from './structured-data.ts';

export interface Metadata {
  /** What the page calls itself, the surest first, each once. */
  readonly titles: readonly string[];
  readonly subtitle: string | null;
  readonly description: string | null;
  /** Who wrote it, by the page's data and by its head, the surest first. */
  readonly bylines: readonly string[];
  readonly site: string | null;
  readonly published: readonly string[];
  readonly modified: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly lead: string | null;
  readonly tags: readonly string[];
  /** The words of the article, where the page's data hold them. */
  readonly body: string | null;
}

const titleNames = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'articletitle', 'title', 'hdl', 'sailthru.title', 'parsely-title'];
const bylineNames = ['author', 'article:author', 'article:author_name', 'og:article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'dc.contributor', 'byl', 'weibo:article:author', 'mediaid', 'cxenseparse:author', 'twitter:creator:name', 'authors'];
const publishedNames = [
  'article:published_time', 'article:published', 'og:published_time', 'og:article:published_time', 'og:release_date', 'datepublished', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'publicationdate', 'published_time', 'article.published',
  'parsely-pub-date', 'sailthru.date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'dcterms.issued', 'citation_publication_date', 'citation_online_date', 'citation_date', 'cxenseparse:recs:publishtime',
  'weibo:article:create_at', 'bytedance:published_time', 'releasedate', 'firstcreate', 'date', 'created', 'article_date_original', 'displaydate', 'ptime', 'time',
];
const modifiedNames = ['article:modified_time', 'article:modified', 'og:updated_time', 'og:modified_time', 'lastmod', 'last-modified', 'datemodified', 'dcterms.modified', 'dc.date.modified', 'revised', 'bytedance:updated_time', 'weibo:article:update_at'];

export function readMetadata($: CheerioAPI): Metadata {
  const data = articleData($);
  const metas = metaValues($);
  const meta = (...names: readonly string[]): string | null => names.flatMap((name) => metas.get(name) ?? [])[0] ?? null;
  const all = (names: readonly string[]): string[] => names.flatMap((name) => metas.get(name) ?? []);
  const several = metas.get('citation_author') ?? [];
  return {
    titles: distinct([text(data['headline']), text(data['name']), ...all(titleNames)]),
    subtitle: text(data['alternativeHeadline']) ?? meta('subtitle', 'dek'),
    description: meta('og:description', 'description', 'twitter:description') ?? text(data['description']),
    bylines: distinct([joined(namesIn(data['author'])), joined(namesIn(data['creator'])), joined(several), ...all(bylineNames)]),
    site: namesIn(data['publisher'])[0] ?? meta('og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'dcterms.publisher', 'contentsource', 'source', 'citation_journal_title'),
    published: distinct([text(first(data['datePublished'])), ...all(publishedNames), itemDate($, 'datePublished'), text(first(data['dateCreated'])), text(first(data['uploadDate']))]),
    modified: text(first(data['dateModified'])) ?? meta(...modifiedNames) ?? itemDate($, 'dateModified'),
    section: text(first(data['articleSection'])) ?? meta('article:section', 'og:article:section', 'parsely-section', 'section', 'category', 'channel'),
    language: text(first(data['inLanguage'])) ?? $('html').attr('lang') ?? $('html').attr('xml:lang') ?? meta('content-language', 'og:locale'),
    lead: meta('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ?? text(first(data['image'])) ?? text(first(record(first(data['image']))['url'])),
    tags: keywords(data['keywords']),
    body: text(data['articleBody']),
  };
}

/** Values by name in lower case, in the order of the page. */
function metaValues($: CheerioAPI): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { attribs } of $('meta[content]').toArray()) {
    const name = (attribs['property'] ?? attribs['name'] ?? attribs['itemprop'] ?? attribs['http-equiv'] ?? '').trim().toLowerCase();
    const value = unescaped(attribs['content'] ?? '').trim();
    if (name !== '' && value !== '') values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

function itemDate($: CheerioAPI, property: string): string | null {
  const element = $(`[itemprop~="${property}"]`).first();
  return element.attr('datetime') ?? element.attr('content') ?? (element.length > 0 ? element.text() : null);
}

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ');
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ''))];
}

function keywords(value: unknown): string[] {
  const all = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;，；]/) : [];
  return all.flatMap((one) => text(one) ?? []);
}
