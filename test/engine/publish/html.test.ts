// The self-contained HTML file.

import { load, type CheerioAPI } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../main/engine/publish/html.ts';
import type { Material } from '../../../main/engine/publish/material.ts';
import { describeSelection } from '../../../preload/contract/anchor.ts';
import { chineseBody, lostPicture, markOn, materialOf } from './sample-article.ts';

async function written(material: Material): Promise<CheerioAPI> {
  const result = await writeHtml(material);
  if (!result.ok) throw new Error(result.failure.kind);
  expect(result.value.beside).toEqual([]);
  return load(Buffer.from(result.value.bytes).toString());
}

describe('writeHtml', () => {
  it('has its pictures inside and loads nothing from elsewhere', async () => {
    const stray = `<p><img src="https://evil.example/x.png" srcset="https://evil.example/y.png 2x"><img src="../../../../../${lostPicture}"></p><script>alert(1)</script><link rel="stylesheet" href="https://evil.example/s.css">`;
    const $ = await written(materialOf(chineseBody + stray));
    const sources = $('img').toArray().map((picture) => picture.attribs['src'] ?? 'none');
    expect(sources.map((source) => source.slice(0, 15))).toEqual(['data:image/png;', 'data:image/png;', 'none', 'none']);
    expect($('script, link[rel=stylesheet], iframe, [srcset]').length).toBe(0);
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toMatch(/^default-src 'none'; img-src data:/);
    expect($('style').text()).not.toMatch(/url\(|@import/);
  });

  it('shows marks with their notes as text, and the words stay the same', async () => {
    const marks = [
      markOn(chineseBody, '往来的船只有四十七艘，其中', 'green', 'Check <script>alert(1)</script> & more'),
      markOn(chineseBody, '四十七艘，其中蒸汽船', 'pink'),
    ];
    const $ = await written(materialOf(chineseBody, { marks }));
    const words = (index: number): string => $(`mark[data-mark="${marks[index]?.id ?? ''}"]`).text();
    expect(words(0)).toBe('往来的船只有四十七艘，其中');
    expect(words(1)).toBe('四十七艘，其中蒸汽船');
    expect($('.offprint-notes li p').text()).toBe('Check <script>alert(1)</script> & more');
    expect($('.offprint-reference a').attr('href')).toBe(`#${$('.offprint-notes li').attr('id') ?? ''}`);
    expect($('article p').text()).toContain('往来的船只有四十七艘，其中1蒸汽船'.replace('1', $('.offprint-reference').text()));
  });

  it('lists marks whose words are gone instead of drawing them', async () => {
    const gone = markOn(chineseBody, '从来不看海图', 'blue', 'still here');
    const selector = describeSelection('The comet came back after seventy years.', 4, 20);
    const marks = [{ ...gone, target: { ...gone.target, selector } }];
    const $ = await written(materialOf(chineseBody, { marks }));
    expect($('article mark').length).toBe(0);
    expect($('.offprint-notes').text()).toContain('comet came back');
    expect($('.offprint-notes').text()).toContain('still here');
  });

  it('marks across blocks, table cells and lists leave the structure as it was', async () => {
    const marks = [markOn(chineseBody, chineseText('守塔人每天', '2021'), 'yellow')];
    const $ = await written(materialOf(chineseBody, { marks }));
    expect($('ul > li').length).toBe(load(chineseBody)('ul > li').length);
    expect($('table tr > *').toArray().every((cell) => ['td', 'th'].includes(cell.name))).toBe(true);
    expect($('table mark').length).toBeGreaterThan(6);
  });

  it('does not break a drawing that has marked words in it', async () => {
    const body = '<p>Before</p><svg viewBox="0 0 9 9"><text>label</text><circle r="1"/></svg><p>after</p>';
    const $ = await written(materialOf(body, { marks: [markOn(body, 'Beforelabelafter', 'blue')] }));
    expect($('svg circle').length).toBe(1);
    expect($('mark').text()).toBe('Beforeafter');
  });

  it('says where it is from', async () => {
    const $ = await written(materialOf(chineseBody));
    expect($('html').attr('lang')).toBe('zh');
    expect($('title').text()).toBe('渡口的灯：一座旧码头的一百年');
    expect($('.offprint-record').text()).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
    expect($('.offprint-record a').attr('href')).toBe('https://example.org/2026/灯?a=1&b=2');
    expect($('meta[name=author]').attr('content')).toBe('林晚 & 陈海');
  });
});

/** The sample's text from one word to another, both included. */
function chineseText(from: string, to: string): string {
  const text = load(`<body>${chineseBody}</body>`)('body').text();
  return text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)) + to.length);
}
