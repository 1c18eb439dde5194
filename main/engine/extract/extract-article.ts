// A page job: the article on a page. What a file says of itself (front matter) goes before what its data say, and that
// before what can be read off the page. Runs in the bounded worker.

import { Readability } from '@mozilla/readability';
import { load, type CheerioAPI } from 'cheerio';
import { parseHTML } from 'linkedom';
import { absolute } from '../model/address.ts';
import type { Draft, ExtractRequest } from '../model/draft.ts';
import { articleText, excerptOf } from './article-text.ts';
import { bylineOf, sourceOf, tidyByline } from './byline.ts';
import { makeFigures } from './captions.ts';
import { dateInText, readDate } from './dates.ts';
import { dropHeadLines } from './furniture.ts';
import { countWords, languageOf } from './language.ts';
import { readMetadata } from './metadata.ts';
import { titleOf } from './title.ts';

/** Fewer words (or characters, for scripts without spaces) are no article, unless pictures carry it. */
const fewestWords = 40;
/** Characters at a page's head in which a date and a byline are looked for. */
const headLength = 1_500;

interface Found {
  readonly html: string;
  readonly byline: string | null;
  readonly site: string | null;
}

/** The article, or null where the page has none. */
export function extractArticle(request: ExtractRequest): Draft | null {
  const $ = load(request.html);
  const metadata = readMetadata($);
  const { hints } = request;
  const pageText = $('body').text();
  makeFigures($);
  const whole = hints.wholePage === true;
  const found = whole ? wholeBody($) : readable($);
  if (found === null) return null;
  const content = load(found.html);
  const namedSite = hints.site ?? metadata.site ?? found.site;
  const title = hints.title ?? titleOf($, metadata.title, namedSite) ?? firstLine(articleText(content));
  const head = headOf($, pageText, title);
  const byline = hints.byline ?? tidyByline(metadata.byline ?? '') ?? (whole ? null : (bylineOf($, head) ?? tidyByline(found.byline ?? '')));
  const dropped = whole ? [] : dropHeadLines(content, byline);
  const text = articleText(content);
  const words = countWords(text);
  const images = pictures(content);
  if (words < (whole ? 1 : fewestWords) && !(whole && images.length > 0)) return null;
  const site = namedSite ?? (whole ? null : sourceOf(head));
  return {
    title,
    subtitle: metadata.subtitle,
    byline,
    site: site ?? hostOf(request.url),
    published: hints.published ?? readDate(metadata.published) ?? readDate($('time[datetime]').first().attr('datetime') ?? null) ?? dateInText(head),
    modified: readDate(metadata.modified),
    language: languageOf(text === '' ? title : text, metadata.language),
    tags: hints.tags ?? metadata.tags,
    lead: addressOf(hints.lead ?? metadata.lead, request.base) ?? images[0] ?? null,
    html: content('body').html() ?? '',
    text,
    images,
    words,
    excerpt: excerptOf(text),
    dropped,
  };
}

function addressOf(link: string | null, base: string | null): string | null {
  return link === null ? null : absolute(link, base);
}

function wholeBody($: CheerioAPI): Found {
  return { html: $('body').html() ?? '', byline: null, site: null };
}

function readable($: CheerioAPI): Found | null {
  const { document } = parseHTML($.html());
  const article = new Readability(document, { charThreshold: 250, keepClasses: true }).parse();
  if (article === null || typeof article.content !== 'string') return null;
  return { html: article.content, byline: article.byline ?? null, site: article.siteName ?? null };
}

function pictures(content: CheerioAPI): string[] {
  const found = content('img[src], video[poster]')
    .toArray()
    .flatMap((element) => content(element).attr('src') ?? content(element).attr('poster') ?? []);
  return [...new Set(found)].filter((address) => !address.startsWith('data:'));
}

/** The text from the title on: where dates and bylines stand. */
function headOf($: CheerioAPI, pageText: string, title: string): string {
  const from = $('h1').length > 0 ? pageText.indexOf($('h1').first().text()) : pageText.indexOf(title);
  return pageText.slice(Math.max(0, from), Math.max(0, from) + headLength).replace(/[ \t]+/g, ' ');
}

function firstLine(text: string): string {
  return [...(text.split('\n')[0] ?? '')].slice(0, 80).join('');
}

function hostOf(url: string | null): string | null {
  return url === null || !/^https?:/i.test(url) ? null : new URL(url).host.replace(/^www\./, '');
}
