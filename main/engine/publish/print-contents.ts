// The contents of a book: its title, and its articles with the pages that they begin on. Which pages those are is known
// only when the book has been printed once (pdf-book.ts).

import { printSentence } from '../../../preload/contract/messages/print.ts';
import { dateInWords } from './dates.ts';
import { escapeHtml } from './marked-parts.ts';
import { languageOf, type Material } from './material.ts';

/** The id of an article in a book. */
export function articleAnchor(index: number): string {
  return `offprint-article-${index + 1}`;
}

export function contentsPage(title: string, materials: readonly Material[]): string {
  const locale = materials[0]?.locale ?? 'en';
  const now = materials[0]?.now.toISOString() ?? '';
  const facts = printSentence('bookFacts', locale, { count: materials.length, date: dateInWords(now.slice(0, 10), locale) });
  return (
    `<nav class="offprint-contents" lang="${locale}"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(facts)}</p>` +
    `<ol>${materials.map(contentsLine).join('')}</ol></nav>`
  );
}

function contentsLine(material: Material, index: number): string {
  const { article, locale } = material;
  const published = article.published === null ? null : dateInWords(article.published, locale);
  const facts = [article.byline, article.site, published].filter((fact) => fact !== null && fact !== '').join(' · ');
  const small = facts === '' ? '' : `<small>${escapeHtml(facts)}</small>`;
  return (
    `<li><a href="#${articleAnchor(index)}"><span lang="${escapeHtml(languageOf(material))}">${escapeHtml(article.title)}</span>` +
    `<span class="number"></span>${small}</a></li>`
  );
}
