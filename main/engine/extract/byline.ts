// Who wrote it, from the lines around the title: rel=author, byline classes, and the ways Chinese pages say it.

import type { CheerioAPI } from 'cheerio';

/** Characters: longer is no name. */
const longest = 60;
const chinese = /(?:作者|撰文|文[／/|｜]|记者|来源|著者|文・)\s*[：:]?\s*([\p{Script=Han}\p{L}·•\-. ]{2,20}?)(?=\s{2,}|[|｜/／\d【】（(）),，。;；]|\s*(?:来源|编辑|责任编辑|发布|时间|责编)|$)/u;

/** @param head the text at the article's head, where a byline stands. */
export function bylineOf($: CheerioAPI, head: string): string | null {
  const places = ['[itemprop=author] [itemprop=name]', '[itemprop=author]', '[rel~=author]', '.byline', '.author', '.article-author', '.post-author'];
  for (const place of places) {
    const name = tidyByline($(place).first().text());
    if (name !== null) return name;
  }
  const named = chinese.exec(head)?.[1]?.trim() ?? '';
  return named === '' ? null : named;
}

/** A byline without its `By`, or null for what is none. */
export function tidyByline(text: string): string | null {
  const name = text
    .replace(/\s+/g, ' ')
    .replace(/^\s*(by|von|par|文[／/|｜]|作者|来源|撰文|記者|文)\s*[：:]?\s*/i, '')
    .trim();
  return name === '' || name.length > longest || /https?:/.test(name) ? null : name;
}
