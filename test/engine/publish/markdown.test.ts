// Markdown with front matter: the seed's form, and that it says the same when it is read again.

import { load } from 'cheerio';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readMarkdown } from '../../../main/engine/intake/markdown.ts';
import { readerMarkdown, writeMarkdown } from '../../../main/engine/publish/markdown.ts';
import type { Material } from '../../../main/engine/publish/material.ts';
import { chineseBody, harbour, markOn, materialOf, tallPicture } from './sample-article.ts';

async function written(material: Material): Promise<{ fields: Record<string, unknown>; body: string; files: readonly string[] }> {
  const result = await writeMarkdown(material);
  if (!result.ok) throw new Error(result.failure.kind);
  const text = Buffer.from(result.value.bytes).toString();
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  return { fields: parse(head) as Record<string, unknown>, body, files: result.value.beside.map((file) => file.path) };
}

/** The words of a body after a way through Markdown, white space folded. */
async function wordsAgain(html: string): Promise<string> {
  const { body } = await written(materialOf(html));
  return fold(load(await marked.parse(body, { async: true }))('body').text());
}

function fold(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('front matter', () => {
  it('has the keys of the seed', async () => {
    const { fields } = await written(materialOf(chineseBody));
    expect(fields).toEqual({
      title: '渡口的灯：一座旧码头的一百年',
      categories: ['航海', '历史', "it's"],
      headimg: '渡口的灯_files/picture-01.png',
      author: '林晚 & 陈海',
      date: 'Wed, 08 Dec 2021 09:29:42 GMT',
      thumbnail: '渡口的灯_files/picture-01.png',
      source: 'https://example.org/2026/灯?a=1&b=2',
      site: '海岸周刊',
      language: 'zh',
    });
  });

  it('makes up no time for a date, and no keys for what is not known', async () => {
    const { article } = materialOf(chineseBody);
    const bare = { ...article, published: '2021-12-08', byline: null, url: null, tags: [], lead: null };
    const { fields } = await written(materialOf(chineseBody, { article: bare }));
    expect(fields).toEqual({ title: article.title, date: '2021-12-08', site: '海岸周刊', language: 'zh' });
  });

  it('holds titles that YAML would take for something else', async () => {
    for (const title of ['yes', '12', "it's: a #test", '- "quoted"', 'a: b\nc', '---']) {
      const { fields } = await written(materialOf(chineseBody, { article: { ...materialOf(chineseBody).article, title } }));
      expect(fields['title']).toBe(title);
    }
  });

  it('carries the marks', async () => {
    const marks = [markOn(chineseBody, '从来不看海图', 'green', 'A note: with #signs\nand lines')];
    const { fields } = await written(materialOf(chineseBody, { marks }));
    expect(fields['marks']).toMatchObject([{ quote: '从来不看海图', color: 'green', note: 'A note: with #signs\nand lines' }]);
  });
});

describe('what is exported', () => {
  it('can be added again: what it says about itself, its words, its pictures and captions', async () => {
    const figureFirst = chineseBody.replace('</header>', `</header><figure><img src="../../../../../${tallPicture}" alt=""><figcaption>先看图</figcaption></figure>`);
    for (const body of [chineseBody, figureFirst]) {
      const result = await writeMarkdown(materialOf(body));
      if (!result.ok) throw new Error(result.failure.kind);
      const read = readMarkdown({ name: '渡口的灯.md', bytes: result.value.bytes, givenBase: null });
      if (!read.ok || read.value.kind !== 'page') throw new Error('not read again');
      const { article } = materialOf(body);
      expect(read.value.page.hints).toMatchObject({
        title: article.title,
        byline: article.byline,
        published: article.published,
        site: article.site,
        url: article.url,
        tags: article.tags,
        lead: '渡口的灯_files/picture-01.png',
      });
      const again = load(read.value.page.html);
      const before = load(body);
      before('header').remove();
      expect(fold(again('body').text())).toBe(fold(before('body').text()));
      for (const kind of ['img', 'figcaption', 'h2', 'h3', 'li', 'td', 'pre', 'blockquote', 'a', 'strong']) {
        expect(again(kind).length, kind).toBe(before(kind).length);
      }
    }
  });
});

describe('the body', () => {
  it('links to every stored picture in the folder beside it, once', async () => {
    const material = materialOf(chineseBody, { name: 'a (b) #1' });
    const { body, files } = await written(material);
    expect(files).toEqual(['a (b) #1_files/picture-01.png', 'a (b) #1_files/picture-02.png']);
    const $ = load(await marked.parse(body, { async: true }));
    const sources = $('img').toArray().map((picture) => decodeURIComponent(picture.attribs['src'] ?? ''));
    expect(sources).toEqual(files);
    expect($('figcaption').text()).toBe('码头的清晨，灯塔在远处。（图：陈海）');
  });

  it('names pictures by their own addresses where it stands alone, and where their files are gone', async () => {
    expect(readerMarkdown(materialOf(chineseBody))).toContain('![灯塔的剖面](https://img.example.org/tower.png)');
    const { body, files } = await written(materialOf(chineseBody, { readBlob: () => Promise.resolve(null) }));
    expect(files).toEqual([]);
    expect(body).toContain('https://img.example.org/harbour.png');
    expect(body).not.toContain(harbour);
    expect(body).not.toContain(tallPicture);
  });

  it('puts a picture that could not be had under its own address again', async () => {
    const note =
      '<p><span class="offprint-missing"><span>Not saved</span><span class="offprint-missing-alt">A lamp</span><a href="https://img.example.org/lamp.png">open</a></span></p>';
    const { body } = await written(materialOf(note));
    expect(body).toBe('![A lamp](https://img.example.org/lamp.png)\n');
  });

  it('keeps every word of the sample', async () => {
    const $ = load(chineseBody);
    $('header').remove();
    expect(await wordsAgain(chineseBody)).toBe(fold($('body').text()));
  });

  it.each([
    '<p>1. not a list</p><p># not a heading</p><p>- nor this</p><p>+ nor this</p><p>&gt; no quote</p><p>=== and --- no rule</p>',
    '<p>*stars* _lines_ `ticks` [brackets](x) ![no](y) \\ back~~slash~~ | pipe</p>',
    '<p>&lt;b&gt;no tag&lt;/b&gt; &amp;amp; no entity; a &lt; b &amp; c</p>',
    '<p>两人重点谈<strong>“俄乌局势”，甚为“保密”</strong>的话<em>题</em>。</p>',
    '<p>x<b> spaced </b>y<i></i>z <code>a`b``c</code> and <code> </code></p>',
    '<p>see https://example.org/a_b_c*d, and www.example.org/x_y</p>',
    '<p>one<br>two<br><br>- three</p>',
    '<ul><li>one<ul><li>two</li></ul></li><li><p>three</p><p>four</p></li></ul><ol start="7"><li>seven</li><li>eight</li></ol>',
    '<table><tr><th>a|b</th><th>c</th></tr><tr><td>1</td><td><b>2</b></td></tr></table>',
    '<table><tr><td colspan="2">wide</td></tr>\n\n<tr><td>1</td><td>2</td></tr></table>',
    '<pre>  indented\n\n```\nfence\n```  \nend</pre>',
    '<blockquote><p>one</p><p>two</p><ul><li>three</li></ul></blockquote>',
    '<div>loose text <div>in boxes</div> after</div>',
    '<h2>A # heading #</h2><p>H<sub>2</sub>O x<sup>2</sup> <kbd>Ctrl</kbd></p>',
    '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>',
  ])('says the same words again: %s', async (html) => {
    expect(await wordsAgain(html)).toBe(fold(load(html)('body').text()));
  });

  it('keeps emphasis, links, lists and code as such', async () => {
    const html =
      '<p><strong>“重点”。</strong>后面 <em>soft</em> <a href="https://example.org/a_(b)?x=1">a link</a></p><ol start="3"><li>three</li></ol><pre>a\n  b</pre>';
    const { body } = await written(materialOf(html));
    const $ = load(await marked.parse(body, { async: true }));
    expect($('strong').text()).toBe('“重点”。');
    expect($('em').text()).toBe('soft');
    expect(decodeURIComponent($('a').attr('href') ?? '')).toBe('https://example.org/a_(b)?x=1');
    expect($('ol').attr('start')).toBe('3');
    expect($('pre code').text()).toBe('a\n  b\n');
  });
});
