// A page job: the words of a stored reader view, for the index. The header (title, byline) is indexed by its fields.

import { load } from 'cheerio';
import { articleText } from './article-text.ts';

export function readText(request: { html: string }): { text: string; captions: string; hasVideo: boolean } {
  const $ = load(request.html);
  $('article.offprint > header').remove();
  $('.offprint-missing').remove();
  const body = $('body').get(0);
  if (body === undefined) return { text: '', captions: '', hasVideo: false };
  const lines = $('figcaption, img[alt], caption')
    .toArray()
    .map((element) => ($(element).is('img') ? ($(element).attr('alt') ?? '') : $(element).text()))
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return { text: articleText(body), captions: [...new Set(lines)].filter((line) => line !== '').join('\n'), hasVideo: $('video').length > 0 };
}
