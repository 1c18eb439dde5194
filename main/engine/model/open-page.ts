// Parses a page into a tree, by the HTML standard (parse5). `noscript` is parsed as a browser without scripts does: what
// stands in it is often the only plain picture on a page.

import { load, type CheerioAPI } from 'cheerio';

export function openPage(html: string): CheerioAPI {
  return load(html, { scriptingEnabled: false });
}
