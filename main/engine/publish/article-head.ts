// The head of a published article: where it is from, what it is called, who wrote it when; and the record of its capture.
// Put on a page only after its marks are drawn: it is no part of the view's text.

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { printSentence, type PrintMessage } from '../../../preload/contract/messages/print.ts';
import { dateInWords, momentInWords } from './dates.ts';
import { escapeHtml } from './marked-parts.ts';
import type { Material } from './material.ts';

/**
 * Puts a head before the article and the record after the head. The reader page's own header stays where it has one:
 * marks may stand in it.
 */
export function addHead($: CheerioAPI, material: Material): void {
  const own = ownHeader($);
  if (own.length === 0) $('body').prepend(`<header class="offprint-head">${titleOf(material)}</header>${recordOf(material)}`);
  else own.addClass('offprint-head').after(recordOf(material));
}

/** The header of the reader page that holds the title. */
export function ownHeader($: CheerioAPI): Cheerio<Element> {
  return $('body header').filter((_, header) => $(header).find('h1').length > 0).first();
}

function titleOf({ article, locale }: Material): string {
  const published = article.published === null ? null : dateInWords(article.published, locale);
  const line = [article.byline, published].filter((part) => part !== null).join(' · ');
  const paragraph = (name: string, text: string | null): string =>
    text === null || text === '' ? '' : `<p class="${name}">${escapeHtml(text)}</p>`;
  const title = `<h1>${escapeHtml(article.title)}</h1>`;
  return paragraph('site', article.site) + title + paragraph('subtitle', article.subtitle) + paragraph('byline', line);
}

/** Source, dates and fingerprint, as a list of facts. */
function recordOf({ article, manifest, locale }: Material): string {
  const source = article.url;
  const facts: [PrintMessage, string | null][] = [
    ['source', source === null ? printSentence('noSource', locale) : linkTo(source)],
    ['published', article.published === null ? null : whenPublished(article.published, locale)],
    ['updated', article.modified === null ? null : whenPublished(article.modified, locale)],
    ['captured', escapeHtml(momentInWords(manifest.capturedAt, locale))],
    ['fingerprint', `<code>${escapeHtml(manifest.page.sha256)}</code>`],
  ];
  const rows = facts.map(([label, value]) =>
    value === null ? '' : `<div><dt>${escapeHtml(printSentence(label, locale))}</dt><dd>${value}</dd></div>`,
  );
  return `<dl class="offprint-record">${rows.join('')}</dl>`;
}

function whenPublished(iso: string, locale: Material['locale']): string {
  return escapeHtml(iso.includes('T') ? momentInWords(iso, locale) : dateInWords(iso, locale));
}

/** Only the web's addresses become links: a file's path is nobody's business. */
function linkTo(url: string): string {
  return /^https?:/i.test(url) ? `<a href="${escapeHtml(url)}">${escapeHtml(readable(url))}</a>` : escapeHtml(url);
}

function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
