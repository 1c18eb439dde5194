import { describe, expect, it } from 'vitest';
import { load } from 'cheerio';
import { cleanAgain, cleanPage } from '../../../main/engine/clean/clean-page.ts';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';
import type { CleanPages } from '../../../main/engine/model/clean-html.ts';

const base = 'https://news.example/a/b.html';
const blob = `../../../../../blobs/ab/${'ab'.repeat(32)}.png`;

function cleaned(body: string, head = '', links: Record<string, string> = {}): CleanPages {
  const survey = surveyPage({ html: `<!doctype html><html><head>${head}</head><body>${body}</body></html>`, base, lead: null });
  const draft = extractArticle({ html: survey.html, url: base, base, hints: { wholePage: true, title: 'T' } });
  if (draft === null) throw new Error('no article');
  return cleanPage({ draft, html: survey.html, base, url: base, links });
}

/** What runs, loads or leads away, each in the clothes that sank other tools. */
const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script><use href="https://evil.example/x.svg#a"/></svg>',
  '<svg><style><!--</style><img src=x onerror=alert(1)>--></style></svg>',
  '<svg><animate attributeName=href values="javascript:alert(1)"/><set attributeName=onmouseover to=alert(1) /></svg>',
  '<svg><foreignObject><iframe src="https://evil.example/"></iframe></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<a href="javascript:alert(1)">x</a><a href=" java\nscript:alert(1)">x</a><a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a><a href="file:///etc/passwd">x</a><area href="javascript:alert(1)">',
  '<iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object><embed src="https://evil.example/">',
  '<form action="https://evil.example/"><input name=a formaction="javascript:alert(1)"><button formaction="https://evil.example/">b</button></form>',
  '<link rel=preconnect href="https://evil.example/"><link rel=stylesheet href="https://evil.example/s.css"><link rel=import href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/"><base href="https://evil.example/">',
  '<div style="background:url(https://evil.example/a.png);width:expression(alert(1))">x</div>',
  '<style>@import "https://evil.example/a.css"; a{background:url(https://evil.example/b.png)} </style>',
  '<style>a{content:"</style><img src=x onerror=alert(1)>"}</style>',
  '<img srcset="https://evil.example/a.png 1x" src="https://evil.example/a.png"><picture><source srcset="https://evil.example/b.png"><img src="https://evil.example/c.png"></picture>',
  '<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png" autoplay><track src="https://evil.example/t.vtt"></video>',
  '<input type=image src="https://evil.example/a.png"><table background="https://evil.example/a.png"><tr><td>x</table>',
  '<p ping="https://evil.example/" onclick="alert(1)" style="-moz-binding:url(https://evil.example/x)">x</p><a ping="https://evil.example/" href="https://ok.example/">x</a>',
  '<!--><script>alert(1)</script>--><![CDATA[<script>alert(1)</script>]]><?xml-stylesheet href="https://evil.example/"?>',
  '<textarea></textarea><select><option><script>alert(1)</script></select><xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>',
  '<svg><rect width=9 height=9 mask="u\\72l(https://evil.example/m.svg#a)" fill="url( https://evil.example/f.svg#b)" clip-path="image-set(\'https://evil.example/c\' 1x)"/></svg>',
  '<custom-thing is="x-y" onfoo=alert(1)><slot></slot></custom-thing><portal src="https://evil.example/"></portal>',
];
const article = '<p>Enough words to be an article.</p>';

function harm(html: string): string[] {
  const $ = load(html);
  const found: string[] = [];
  $('*').each((_, element) => {
    if (element.type !== 'tag' && element.type !== 'style' && element.type !== 'script') return;
    // A declarative shadow root is a part of the page; what stands in it is looked at as all else.
    if (element.name === 'template' && JSON.stringify(element.attribs) !== '{"shadowrootmode":"open"}') found.push('template');
    if (/^(script|iframe|object|embed|base|noscript|foreignobject|animate|set|portal|track)$/i.test(element.name)) found.push(element.name);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (/^on|^srcset$|^ping$|^action$|^formaction$|^srcdoc$|^autoplay$/i.test(name)) found.push(`${element.name}[${name}]`);
      if (/^(href|src|poster|background|xlink:href)$/i.test(name) && !/^(#|(\.\.\/)+blobs\/|data:(image|font)\/)/.test(value)) {
        if (!(element.name === 'a' || element.name === 'area') || !/^(https?|mailto):/.test(value)) found.push(`${element.name}[${name}=${value}]`);
      }
      if (/^(style|fill|stroke|mask|filter|clip-path|marker-.*|cursor)$/.test(name) && /evil|expression|binding|\\/.test(value)) found.push(`${name}=${value}`);
    }
    if (element.name === 'meta' && element.attribs['http-equiv'] !== undefined && element.attribs['http-equiv'] !== 'Content-Security-Policy') found.push('meta');
    if (element.name === 'style' && /evil|@import/.test($(element).text())) found.push('style');
  });
  return found;
}

describe('what is stored is inert', () => {
  it('the check itself sees harm', () => {
    expect(payloads.filter((payload) => harm(payload).length === 0).length).toBeLessThan(5);
  });

  it.each(payloads)('%s', (payload) => {
    const shadows = ['<x-host>', '<p><span>', '<table>', '<svg>', '<select>'].map((host) => `${host}<template shadowrootmode="open" onx=1>${payload}</template>light`);
    for (const page of [cleaned(payload + article), cleaned(article + payload), cleaned(article, payload), ...shadows.map((shadow) => cleaned(article + shadow))]) {
      expect(harm(page.reader)).toEqual([]);
      expect(harm(page.original)).toEqual([]);
      expect(cleanAgain(page.reader, 'reader')).toBe(page.reader);
      expect(cleanAgain(page.original, 'original')).toBe(page.original);
    }
  });

  it('an element is what its own vocabulary says: a field in a drawing or a formula is none', () => {
    const { original } = cleaned(`${article}<svg><textarea>one</textarea><text>two</text></svg><math><select>three</select><mi>x</mi></math><rect></rect>`);
    const $ = load(original);
    expect($('textarea, select, rect')).toHaveLength(0);
    expect($('svg').text() + $('math').text()).toBe('onetwothreex');
    expect($('svg text, math mi')).toHaveLength(2);
  });

  it('a title, byline and site are text', () => {
    const markup = '<img src=x onerror=alert(1)>';
    const survey = surveyPage({ html: article, base, lead: null });
    const draft = extractArticle({ html: survey.html, url: base, base, hints: { wholePage: true, title: markup, byline: markup, site: markup } });
    const page = draft === null ? null : cleanPage({ draft, html: survey.html, base, url: base, links: {} });
    expect(harm(page?.reader ?? '<script>')).toEqual([]);
    expect(load(page?.reader ?? '')('h1').text()).toBe(markup);
  });

  it('a page nested ten thousand deep neither overflows nor loses its text', () => {
    const page = cleaned(`${'<div>'.repeat(10_000)}deep words${'</div>'.repeat(10_000)}${article}`);
    expect(page.original).toContain('deep words');
  });
});

describe('the original view', () => {
  it.each(['', '<?xml version="1.0" encoding="UTF-8"?>\n<!-- <!DOCTYPE html> -->\n'])('keeps the doctype with its identifiers, which decide how it is laid out (after “%s”)', (before) => {
    const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">';
    const survey = surveyPage({ html: `${before}${doctype}<p>Words</p>`, base, lead: null });
    const draft = extractArticle({ html: survey.html, url: base, base, hints: { wholePage: true, title: 'T' } });
    if (draft === null) throw new Error('no article');
    const { original } = cleanPage({ draft, html: survey.html, base, url: base, links: {} });
    expect(original.startsWith(`${doctype}<html>`)).toBe(true);
    expect(cleanAgain(original, 'original')).toBe(original);
  });
});

describe('what is stored is local', () => {
  it('links pictures to their blobs in both views', () => {
    const page = cleaned(`<p>Words</p><img src="p.png" alt="A ship">`, '', { 'https://news.example/a/p.png': blob });
    for (const view of [page.reader, page.original]) expect(load(view)('img').attr('src')).toBe(blob);
  });

  it('puts a framed note in the place of a picture that is missing, its caption kept', () => {
    const { reader } = cleaned('<p>Words</p><figure><img src="p.png" alt="A ship"><figcaption>The ship at sea</figcaption></figure>');
    const $ = load(reader);
    expect($('img')).toHaveLength(0);
    expect($('figure .offprint-missing').text()).toContain('A ship');
    expect($('figure .offprint-missing a').attr('href')).toBe('https://news.example/a/p.png');
    expect($('figcaption').text()).toBe('The ship at sea');
  });

  it('keeps the styles of the original and links them to their blobs', () => {
    const css = blob.replace('.png', '.css');
    const head = '<link rel="stylesheet" href="s.css" media="screen"><style>p{color:red;background:url(p.png)}</style>';
    const { original } = cleaned('<p style="margin:0">Words</p>', head, { 'https://news.example/a/s.css': css, 'https://news.example/a/p.png': blob });
    const $ = load(original);
    expect($('link[rel=stylesheet]').attr()).toEqual({ rel: 'stylesheet', href: css, media: 'screen' });
    expect($('style').text()).toBe(`p{color:red;background:url(${blob})}`);
    expect($('p').attr('style')).toBe('margin:0');
  });
});
