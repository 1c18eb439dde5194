// Who wrote it, from the lines around the title: rel=author, byline classes, and the ways Chinese pages say it.

import type { CheerioAPI } from 'cheerio';

/** Characters: longer is no name. */
const longest = 60;
const name = String.raw`([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{L}·•\-. \u3000]{2,20}?)`;
const end = String.raw`(?=\s{2,}|\s*[|｜/／\d【】（）()，,。;；\n]|\s*(?:来源|作者|记者|编辑|责任编辑|责编|发布|时间|我要评论)|$)`;
const author = new RegExp(String.raw`(?:作者|撰文|记者|著者|執筆)\s*[：:]\s*${name}${end}|(?<![\p{Script=Han}])文[／/|｜・](?:写真[\s\u3000]*)?${name}${end}`, 'u');
const source = new RegExp(String.raw`来源\s*[：:]\s*${name}${end}`, 'u');
const bylineClass = /(^|[-_\s])(by|byline|author|authors|writer|auteur|autor)([-_\s]|$)/i;

/** @param head the text at the article's head, where a byline stands. */
export function bylineOf($: CheerioAPI, head: string): string | null {
  const places = ['[itemprop=author] [itemprop=name]', '[itemprop=author]', '[rel~=author]'];
  const marked = places.map((place) => tidyByline($(place).first().text())).find((found) => found !== null);
  if (marked !== undefined) return marked;
  const match = author.exec(head);
  const named = (match?.[1] ?? match?.[2] ?? '').trim();
  return named !== '' ? tidyByline(named) : bylineByClass($);
}

/** The publisher that a Chinese page names as its source. */
export function sourceOf(head: string): string | null {
  const named = source.exec(head)?.[1]?.trim() ?? '';
  return named === '' ? null : named;
}

function bylineByClass($: CheerioAPI): string | null {
  for (const element of $('[class]').toArray()) {
    if (!bylineClass.test(element.attribs['class'] ?? '') || $(element).closest('aside, footer, nav, .comment').length > 0) continue;
    const found = tidyByline($(element).text());
    if (found !== null) return found;
  }
  return null;
}

/** A byline without its `By`, or null for what is none. */
export function tidyByline(text: string): string | null {
  const tidy = text
    .replace(/\s+/g, ' ')
    .replace(/^\s*(by|von|par)\s+|^\s*(文・写真|文[／/|｜・]|作者|撰文|記者)\s*[：:]?\s*/i, '')
    .trim();
  return tidy === '' || tidy.length > longest || /https?:/.test(tidy) ? null : tidy;
}
