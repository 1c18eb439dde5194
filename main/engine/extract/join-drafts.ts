// A page job: the article out of its pages, in their order. What the pages repeat (a heading, a summary, the author's
// note, how to turn the page) stands once. Runs in the bounded worker.

import { load, type CheerioAPI } from 'cheerio';
import { isTag, type AnyNode } from 'domhandler';
import type { Draft } from '../model/draft.ts';
import { articleText, excerptOf } from './article-text.ts';
import { countWords } from './language.ts';

/** What holds words or a picture of its own. */
const block = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, table, figure, figcaption, dl, hr, div, section, ul, ol, img';
const turnsPage = /^[\s[\]()（）【】|·…]*((上|下|前|后|後)(一)?[页頁]|首页|末页|尾页|第?\s*\d{1,2}\s*[页頁]?|共\s*\d+\s*页|全文|余下全文|next( page)?|prev(ious)?( page)?|page|of|\d{1,2}\s*\/\s*\d{1,2}|[<>«»‹›]|次へ|前へ|\s)+[\s[\]()（）【】|·…]*$/i;

/** The first draft with the content of the others behind its own. */
export function joinDrafts({ drafts }: { readonly drafts: readonly Draft[] }): Draft {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error('an article has a first page');
  const parts = [first, ...others].map(({ html }) => load(html));
  const seen = new Set<string>();
  for (const [index, part] of parts.entries()) dropRepeated(part, seen, index > 0);
  const joined = load(parts.map((part) => part('body').html() ?? '').join('\n'));
  const body = joined('body').get(0);
  const text = body === undefined ? '' : articleText(body);
  const images = [...new Set(drafts.flatMap((draft) => draft.images))].filter((url) => joined('img, video').toArray().some(({ attribs }) => attribs['src'] === url || attribs['poster'] === url));
  return { ...first, html: joined('body').html() ?? '', text, images, words: countWords(text), excerpt: excerptOf(text), dropped: drafts.flatMap(({ dropped }) => dropped) };
}

/** Drops what an earlier page has, and on every page what turns it. */
function dropRepeated($: CheerioAPI, seen: Set<string>, isFurther: boolean): void {
  const here: string[] = [];
  $(block).each((_, element) => {
    if (!isInnermost(element) || $(element).parent().length === 0) return;
    const key = keyOf($, element);
    if (key === '') return;
    if ((isFurther && seen.has(key)) || (turnsPage.test(key) && $(element).find('img').length === 0 && key.length < 60)) $(element).remove();
    else here.push(key);
  });
  for (const key of here) seen.add(key);
}

/** Nothing in it is a block with words itself. */
function isInnermost(node: AnyNode): boolean {
  return isTag(node) && (node.name === 'img' || !node.children.some((child) => isTag(child) && /^(p|h[1-6]|li|blockquote|pre|table|figure|dl|div|section|ul|ol)$/.test(child.name)));
}

/** What a block shows: its words, or its pictures. */
function keyOf($: CheerioAPI, element: AnyNode): string {
  const words = $(element).text().replace(/\s+/g, ' ').trim();
  if (words !== '') return words;
  const pictures = $(element).is('img') ? $(element) : $(element).find('img');
  return pictures.toArray().map((picture) => $(picture).attr('src') ?? '').join(' ');
}
