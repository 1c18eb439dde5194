// A page job: the article on a page. What a file says of itself (front matter) goes before what its data say, and that
// before what can be read off the page. Runs in the bounded worker.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { absolute } from '../model/address.ts';
import type { Draft, ExtractRequest } from '../model/draft.ts';
import { openPage } from '../model/open-page.ts';
import { articleText, excerptOf } from './article-text.ts';
import { bylineOf } from './byline.ts';
import { sourceIn } from './byline-lines.ts';
import { makeFigures } from './captions.ts';
import type { Choice, DroppedBlock } from '../../../preload/contract/extract.ts';
import { frameOf, type Frame } from './frame.ts';
import { countWords, languageOf } from './language.ts';
import { leadFigure } from './lead-figure.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { plainMath } from './plain-math.ts';
import { publishedOf, modifiedOf } from './published.ts';
import { statedBody } from './stated-body.ts';
import { strip } from './strip.ts';
import { findIn, takeContent } from './take-content.ts';
import { tidyLines } from './tidy-lines.ts';
import { titleOf } from './title.ts';
import { columnsAround, keepColumns } from './vertical-text.ts';

/** Fewer words (or characters, for scripts without spaces) are no article, unless pictures carry it. */
const fewestWords = 40;

/** What was read off the page around the article. */
interface Read {
  readonly root: Element;
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly choice: Choice;
  readonly dropped: readonly DroppedBlock[];
}

/** The article, or null where the page has none. */
export function extractArticle(request: ExtractRequest): Draft | null {
  const $ = openPage(request.html);
  const metadata = readMetadata($);
  const { hints } = request;
  const whole = hints.wholePage === true;
  const read = whole ? wholeBody($, request, metadata) : readPage($, request, metadata);
  if (read === null) return null;
  const text = articleText(read.root);
  const words = countWords(text);
  const images = pictures($, read.root);
  if (words < (whole ? 1 : fewestWords) && !(whole && images.length > 0)) return null;
  const title = read.title ?? firstLine(text);
  return {
    title,
    subtitle: hints.subtitle ?? metadata.subtitle,
    byline: hints.byline ?? read.byline,
    site: hints.site ?? read.site ?? hostOf(request.url),
    published: hints.published ?? read.published,
    modified: hints.modified ?? modifiedOf(metadata, text),
    section: hints.section ?? metadata.section,
    language: languageOf(text === '' ? title : text, hints.language ?? metadata.language),
    tags: hints.tags ?? metadata.tags,
    lead: addressOf(hints.lead ?? metadata.lead, request.base) ?? images[0] ?? null,
    html: directed($, read.root),
    text,
    images,
    words,
    excerpt: excerptOf(text),
    choice: read.choice,
    dropped: read.dropped,
  };
}

function wholeBody($: CheerioAPI, { hints }: ExtractRequest, metadata: Metadata): Read | null {
  makeFigures($, $('body'));
  const root = $('body').get(0);
  if (root === undefined) return null;
  const title = hints.title ?? titleOf($, metadata.titles, null);
  return { root, title, byline: metadata.bylines[0] ?? null, site: metadata.site, published: null, choice: { from: 'file' }, dropped: [] };
}

function readPage($: CheerioAPI, request: ExtractRequest, metadata: Metadata): Read | null {
  const body = $('body').get(0);
  if (body === undefined) return null;
  const site = request.hints.site ?? metadata.site;
  const title = request.hints.title ?? titleOf($, metadata.titles, site);
  plainMath($);
  keepColumns($);
  strip(body);
  const found = findIn(body);
  if (found === null) return readData($, request, metadata, title);
  const frame = frameOf(body, found.content.element);
  const byline = request.hints.byline ?? bylineOf($, metadata.bylines, frame, site);
  const published = publishedOf($, metadata, frame, request.url);
  const lead = leadFigure($, body, found.content.element, metadata.lead);
  const content = takeContent(body, found, hostOf(request.url));
  if (lead !== null) $(content.root).prepend(lead);
  makeFigures($, $(content.root));
  const lines = tidyLines(content.root, { title: title ?? '', byline });
  const around = { title, byline, site: site ?? sourceOf(frame), published };
  const stated = statedBody(metadata.body, articleText(content.root));
  if (stated !== null) return { ...around, root: stated, choice: { from: 'data' }, dropped: [] };
  return { ...around, root: content.root, choice: content.choice, dropped: [...content.dropped, ...lines] };
}

/** A page that shows nothing may still say all in its data. */
function readData($: CheerioAPI, { url }: ExtractRequest, metadata: Metadata, title: string | null): Read | null {
  const root = statedBody(metadata.body, '');
  const frame: Frame = { head: [], tail: [], before: [] };
  if (root === null) return null;
  const published = publishedOf($, metadata, frame, url);
  return { root, title, byline: bylineOf($, metadata.bylines, frame, metadata.site), site: metadata.site, published, choice: { from: 'data' }, dropped: [] };
}

function sourceOf(frame: Frame): string | null {
  return sourceIn(frame.head) ?? sourceIn(frame.tail);
}

/** The article's HTML; with the direction of its text and of its lines, where these stand on an element around it. */
function directed($: CheerioAPI, root: Element): string {
  const html = $(root).html() ?? '';
  const direction = $(root).closest('[dir]').attr('dir')?.toLowerCase();
  const columns = columnsAround($, root);
  const attributes = `${direction === 'rtl' ? ' dir="rtl"' : ''}${columns === null ? '' : ` class="${columns}"`}`;
  return attributes === '' ? html : `<div${attributes}>${html}</div>`;
}

function addressOf(link: string | null, base: string | null): string | null {
  return link === null ? null : absolute(link, base);
}

function pictures($: CheerioAPI, root: Element): string[] {
  const found = $(root)
    .find('img[src], video[poster]')
    .toArray()
    .flatMap((element) => element.attribs['src'] ?? element.attribs['poster'] ?? []);
  return [...new Set(found)].filter((address) => !address.startsWith('data:'));
}

function firstLine(text: string): string {
  return [...(text.split('\n')[0] ?? '')].slice(0, 80).join('');
}

function hostOf(url: string | null): string | null {
  return url === null || !/^https?:/i.test(url) ? null : new URL(url).host.replace(/^www\./, '');
}
