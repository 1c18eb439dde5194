// The head of a published article: where it is from, what it is called, who wrote it when; and the record of its capture.
// Put on a page only after its marks are drawn: it is no part of the view's text.

import type { CheerioAPI } from 'cheerio';
import { printSentence, type PrintMessage } from '../../../preload/contract/messages/print.ts';
import { dateInWords, momentInWords } from './dates.ts';
import { escapeHtml } from './marked-parts.ts';
import type { Material } from './material.ts';

/**
 * Puts a head before the article and the record after the head. The reader page's own header stays where it has one:
 * marks may stand in it.
 */
export function addHead($: CheerioAPI, material: Material): void {
  const { site, byline } = material.article;
  const own = $('body header').filter((_, header) => $(header).find('h1').length > 0).first();
  const eyebrow = site === null ? '' : `<p class="offprint-site">${escapeHtml(site)}</p>`;
  if (own.length > 0) {
    const words = own.text();
    own.addClass('offprint-head').after(recordOf(material));
    if (site !== null && !words.includes(site)) own.prepend(eyebrow);
    if (byline !== null && !words.includes(byline)) own.append(`<p class="offprint-byline">${escapeHtml(byline)}</p>`);
    return;
  }
  $('body').prepend(`<header class="offprint-head">${eyebrow}${titleOf(material)}</header>${recordOf(material)}`);
}

function titleOf({ article, locale }: Material): string {
  const published = article.published === null ? null : dateInWords(article.published, locale);
  const line = [article.byline, published].filter((part) => part !== null).map(escapeHtml).join(' · ');
  return [
    `<h1>${escapeHtml(article.title)}</h1>`,
    article.subtitle === null ? '' : `<p class="offprint-subtitle">${escapeHtml(article.subtitle)}</p>`,
    line === '' ? '' : `<p class="offprint-byline">${line}</p>`,
  ].join('');
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
