// The reader view: the article as one plain document that opens in any browser, with a header of its own.

import { load, type CheerioAPI } from 'cheerio';
import type { CleanRequest } from '../model/clean-html.ts';
import type { Draft } from '../model/draft.ts';
import { cleanTree } from './clean-tree.ts';
import { documentHead } from './document-head.ts';
import { showLarge } from './large-pictures.ts';
import { dressNotes, noteMissing } from './missing-note.ts';
import { showPosters } from './posters.ts';
import { readerStyle } from './reader-style.ts';

/** The cleaned tree of the reader view; not yet text. */
export function readerTree(request: CleanRequest): CheerioAPI {
  const { draft, base, links } = request;
  const $ = load(draft.html);
  dropRepeatedTitle($, draft.title);
  const lead = draft.images.length === 0 && draft.lead !== null && links[draft.lead] !== undefined ? draft.lead : null;
  if (lead !== null) $('body').prepend($('<figure></figure>').append($('<img>').attr('src', lead).attr('alt', '')));
  showLarge($, base, links);
  showPosters($, base, links);
  noteMissing($, { base, links, reasons: request.missing ?? {}, language: draft.language });
  cleanTree($, { view: 'reader', base, links });
  dressNotes($, 'reader');
  $('a[href]').attr('rel', 'noopener noreferrer');
  return wrap($('body').html() ?? '', draft, request.url);
}

function wrap(content: string, draft: Draft, url: string | null): CheerioAPI {
  const $ = load(`<!doctype html><html><head></head><body><article class="offprint"><header></header></article></body></html>`);
  if (draft.language !== null) $('html').attr('lang', draft.language);
  $('head').append(documentHead('reader')).append($('<title></title>').text(draft.title)).append($('<style></style>').text(readerStyle));
  const header = $('header');
  const line = (name: string, text: string | null): void => {
    if (text !== null && text !== '') header.append($('<p></p>').attr('class', name).text(text));
  };
  const site = $('<p class="site"></p>');
  if (draft.site !== null) {
    site.append(url === null ? $('<span></span>').text(draft.site) : $('<a rel="noopener noreferrer"></a>').attr('href', url).text(draft.site));
    header.append(site);
  }
  header.append($('<h1></h1>').text(draft.title));
  line('subtitle', draft.subtitle);
  if (draft.byline !== null || draft.published !== null) {
    const byline = $('<p class="byline"></p>');
    if (draft.byline !== null) byline.append($('<span class="author"></span>').text(draft.byline));
    if (draft.byline !== null && draft.published !== null) byline.append(' · ');
    if (draft.published !== null) byline.append($('<time></time>').attr('datetime', draft.published).text(draft.published.slice(0, 10)));
    header.append(byline);
  }
  $('article').append(content);
  return $;
}

/** Sites repeat the title at the head of the article; the reader's header has it already. */
function dropRepeatedTitle($: CheerioAPI, title: string): void {
  const first = $('h1, h2').first();
  if (first.length > 0 && first.text().replace(/\s+/g, ' ').trim() === title.trim()) first.remove();
}
