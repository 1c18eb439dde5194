// Who wrote it: what the page's data say, what is marked as the author's name, and the lines around the article.

import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { bylineInLines } from './byline-lines.ts';
import type { Frame } from './frame.ts';
import { namesOf } from './page-tree.ts';

/** Characters: longer is no name. */
const longest = 90;
const authorWords = / (author|authors|byline|bylines|by line|writer|autor|auteur|posted by|written by|author name|article author|contributor|reporter|zuozhe) /;
const notAuthors = / (bio|avatar|image|img|photo|social|comment|comments|share|date|time|title|role|job|related|box|description|follow|list) /;
const profileLink = /\/(authors?|people|persons?|profiles?|contributors?|staff|writers?|reporters?|columnists?|team|by|bios?|experts?|journalists?|users?)\/[^/]+/i;

/** @param stated what the page's data say, the surest first. @param site the publisher, which is named only for want of a person. */
export function bylineOf($: CheerioAPI, stated: readonly string[], frame: Frame, site: string | null): string | null {
  const told = stated.map(tidyByline).filter((one): one is string => one !== null);
  const person = told.find((one) => !isPublisher(one, site) && !organisation.test(one));
  if (person !== undefined) return person;
  return markedByline($) ?? bylineInLines(frame.head, 'head') ?? linkedByline($) ?? bylineInLines(frame.tail, 'tail') ?? told[0] ?? null;
}

/** The names of an author that the page marks as such, by the surest mark that it has. */
function markedByline($: CheerioAPI): string | null {
  for (const mark of ['[itemprop~=author] [itemprop~=name]', '[itemprop~=author]', '[rel~=author]']) {
    const names = named($, $(mark).toArray());
    if (names !== null) return names;
  }
  const classed = $('[class], [id]').toArray().filter((element) => authorWords.test(namesOf(element)) && !notAuthors.test(namesOf(element)));
  // The innermost say the name alone; the first of them stands nearest to the title.
  for (const element of classed) {
    if ($(element).closest('aside, footer, nav, [class*=comment], [id*=comment], [class*=related]').length > 0) continue;
    const found = tidyByline($(element).find('a').first().text()) ?? tidyByline($(element).text());
    if (found !== null && looksLikeName(found)) return found;
  }
  return null;
}

function named($: CheerioAPI, elements: readonly AnyNode[]): string | null {
  const outside = elements.filter((element) => $(element).closest('[class*=comment], [id*=comment], [class*=related], aside, [itemprop=review]').length === 0);
  const names = outside.slice(0, 6).map((element) => tidyByline($(element).attr('content') ?? $(element).text())).filter((one): one is string => one !== null && looksLikeName(one));
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function linkedByline($: CheerioAPI): string | null {
  for (const element of $('a[href]').toArray()) {
    if (!profileLink.test(element.attribs['href'] ?? '') || $(element).closest('nav, footer, aside, [class*=comment], [class*=related]').length > 0) continue;
    const found = tidyByline($(element).text());
    if (found !== null && looksLikePerson(found)) return found;
  }
  return null;
}

function isPublisher(name: string, site: string | null): boolean {
  if (site === null) return false;
  const [mine, theirs] = [name, site].map((one) => one.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  return mine === theirs || (theirs?.includes(mine ?? '') ?? false);
}

/** A Chinese name that is no person's. */
const organisation = /^[\p{Script=Han}\s,，]*(网络?|报|报社|社|台|公司|集团|频道|中心|出版社|编辑部|杂志社?|客户端|新闻|政府|委员会|办公室)([\s,，].*)?$/u;

function looksLikeName(text: string): boolean {
  return !organisation.test(text) && !/[■◆●]|文章|阅读|关注|粉丝|打印|关闭|返回|评论/.test(text) && /\p{L}{2}/u.test(text) && !/[|:：?？!！{}[\]<>@#]|\d{3}|\b(read|posts?|comments?|share|view|more|follow|subscribe|minutes?|home|menu|search|log ?in|sign ?(in|up)|member|register|contact|about|strategy|news|blog|articles?|stories)\b/i.test(text) && text.split(/\s+/).length <= 12;
}

/** Two to four words, each with a capital. */
function looksLikePerson(text: string): boolean {
  return looksLikeName(text) && /^\p{Lu}[\p{L}.'’-]*(\s+\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text);
}

/** A byline without its `By` and without what follows the name, or null for what is none. */
export function tidyByline(text: string): string | null {
  const tidy = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^((written|posted|published|reviewed|words|story|text|article)\s+)?(by|von|par)\b[\s:：]*|^(文・写真|文[／/|｜・:：]|作者|撰文|記者|记者|author)\s*[：:]?\s*/i, '')
    .replace(/\s+(on|at|published|updated|posted|last updated)?\s*[|·•—–,-]?\s*((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4}|\d{4}[-/.年]\d{1,2}).*$/i, '')
    .replace(/\s*[|·•]\s*.*$/, '')
    .replace(/[\s,;:|/·–—-]+$/, '')
    .replace(/^(\p{Script=Han})\s+(\p{Script=Han})$/u, '$1$2')
    .trim();
  if (tidy === '' || tidy.length > longest || /https?:|www\.|^\P{L}+$|^[A-Za-z]{0,3}[_-]?\d+$|@\w+\.\w|^(admin|administrator|author|editor|undefined|null|anonymous|unknown|guest|staff|n\/a)$/iu.test(tidy)) return null;
  return tidy;
}
