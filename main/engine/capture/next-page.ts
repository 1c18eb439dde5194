// The link from a page of an article to its next one: what says that it leads there, and whether its address agrees.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { absolute } from '../model/address.ts';
import { pageNumber } from './page-number.ts';

const saysNext = /^[\s[(（【<《«‹←]*(下一页|下一頁|下页|下頁|后一页|后页|翻到下一页|次へ|次のページ(へ)?|次ページ|次頁|다음( 페이지)?|next( page)?|continue(d)?( reading)?|nächste( seite)?|weiter|suivante?|page suivante|siguiente|successiva|seguinte|volgende|далее|следующая)[\s\])）】>》»›→…:：.]*$|^[\s]*[>»›→]{1,2}[\s]*$/i;
/** `2`, `[2]`, `第2页`, `Page 2`, `2ページ`. */
const saysNumber = /^[\s[(（【第]*(?:page|seite|p\.)?\s*(\d{1,2})\s*(?:页|頁|ページ)?[\s\])）】]*$/i;
/** Teasers of this many articles: the page is a list, and its further pages are other lists. */
const teasers = 3;

/**
 * The address of the page after this one, or null.
 * @param address of this page. @param first of the article's first page. The page's links are absolute by now.
 */
export function nextPage($: CheerioAPI, address: string, first: string): string | null {
  const number = pageNumber(address, first);
  if (number === null || isList($)) return null;
  const named = $('link[rel~=next]').toArray().map(({ attribs }) => absolute(attribs['href'] ?? '', address) ?? '');
  const links = $('a[href]').toArray().filter((link) => leadsOn($, link, number + 1)).map(({ attribs }) => attribs['href'] ?? '');
  const found = [...named, ...links].find((link) => pageNumber(link, first) === number + 1);
  return found === undefined ? null : found.replace(/#.*$/s, '');
}

function leadsOn($: CheerioAPI, link: Element, number: number): boolean {
  return saysThatItLeadsOn($, link, number) && $(link).closest('[id*=comment], [class*=comment], [id*=pinglun]').length === 0;
}

function saysThatItLeadsOn($: CheerioAPI, link: Element, number: number): boolean {
  const { rel = '', title = '', 'aria-label': label = '' } = link.attribs;
  const text = $(link).text().trim();
  if (/(^|\s)next(\s|$)/i.test(rel) || [text, title.trim(), label.trim()].some((words) => saysNext.test(words))) return true;
  if (Number(saysNumber.exec(text)?.[1] ?? 0) === number) return true;
  return text === '' && saysNext.test(($(link).find('img').attr('alt') ?? '').trim());
}

function isList($: CheerioAPI): boolean {
  const articles = $('article').filter((_, element) => $(element).find('h2 a[href], h3 a[href], h1 a[href]').length > 0);
  return articles.length >= teasers;
}
