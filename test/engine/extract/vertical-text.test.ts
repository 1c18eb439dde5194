// Text in columns from top to bottom stays so, whatever of the page says it.

import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';

const words = '昨夜の雨に濡れた石畳を、荷車がひとつ、軋みながら下りて行った。港の灯はまだ消えていない。'.repeat(8);

function extracted(body: string, head = ''): ReturnType<typeof load> {
  const draft = extractArticle({ html: `<html lang="ja"><head><title>石畳</title>${head}</head><body>${body}</body></html>`, url: 'https://a.example/1', base: 'https://a.example/1', hints: {} });
  if (draft === null) throw new Error('no article');
  return load(draft.html);
}

describe('text in columns', () => {
  it.each([
    ['around the article', `<div style="writing-mode: vertical-rl"><article><h1>石畳</h1><p>${words}</p><p>${words}</p></article></div>`, '', 'offprint-columns-rl'],
    ['by a rule of the page', `<article class="tate"><h1>石畳</h1><p>${words}</p><p>${words}</p></article>`, '<style>@media screen { article.tate, .no { -webkit-writing-mode: tb-rl; color: red } }</style>', 'offprint-columns-rl'],
    ['for the whole page, from the left', `<article><h1>石畳</h1><p>${words}</p><p>${words}</p></article>`, '<style>/* all */ html { writing-mode: vertical-lr }</style>', 'offprint-columns-lr'],
    ['in a part of it', `<article><h1>石畳</h1><p>${words}</p><blockquote style="writing-mode:vertical-rl">${words.replaceAll('昨夜', '今朝')}</blockquote><p>${words}</p></article>`, '', 'offprint-columns-rl'],
  ])('%s', (_, body, head, columns) => {
    const $ = extracted(body, head);
    expect($(`.${columns}`).length).toBe(1);
    expect($(`.${columns}`).text()).toContain('荷車がひとつ');
  });

  it('is none of a label', () => {
    const $ = extracted(`<article><h1>石畳</h1><p>${words}</p><p style="writing-mode:vertical-rl">写真は筆者</p><p>${words}</p></article>`);
    expect($('[class*=offprint-columns]').length).toBe(0);
  });
});
