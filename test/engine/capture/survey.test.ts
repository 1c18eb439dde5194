import { describe, expect, it } from 'vitest';
import { hintAttributes, lazyAttributes, lazyBackgrounds, lazySets } from '../../../main/engine/capture/lazy-attributes.ts';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';

const base = 'https://news.example/a/b.html';

function found(body: string, head = ''): Record<string, string> {
  const { resources } = surveyPage({ html: `<html><head>${head}</head><body>${body}</body></html>`, base, lead: null });
  return Object.fromEntries(resources.map(({ url, role }) => [url, role]));
}

describe('what a page shows', () => {
  it.each([
    ['a plain picture', '<img src="p.jpg">', 'https://news.example/a/p.jpg'],
    ['what a srcset shows on the whole width', '<img src="s.jpg" srcset="s.jpg 400w, m.jpg 1400w, l.jpg 5000w">', 'https://news.example/a/m.jpg'],
    ['what a srcset shows in its slot', '<img src="s.jpg" sizes="(max-width: 600px) 100vw, 380px" srcset="s.jpg 400w, m.jpg 1400w">', 'https://news.example/a/s.jpg'],
    ['the largest where none is large enough', '<img srcset="s.jpg 400w, m.jpg 900w">', 'https://news.example/a/m.jpg'],
    ['src itself beside a denser one', '<img src="s.jpg" srcset="l.jpg 2x">', 'https://news.example/a/s.jpg'],
    ['a srcset with commas in addresses', '<img srcset="a,b.jpg 1x, c,d.jpg 2x">', 'https://news.example/a/a,b.jpg'],
    ['a picture element', '<picture><source type="image/jxl" srcset="p.jxl"><source type="image/webp" srcset="p.webp"><img src="p.jpg"></picture>', 'https://news.example/a/p.webp'],
    ['a picture element with conditions', '<picture><source media="(max-width: 700px)" srcset="s.jpg"><source media="(min-width: 701px)" srcset="l.jpg"><img src="p.jpg"></picture>', 'https://news.example/a/l.jpg'],
    ['noscript behind a lazy picture', '<img src="data:image/gif;base64,R0" class="lazy"><noscript><img src="real.jpg"></noscript>', 'https://news.example/a/real.jpg'],
    ['noscript behind a lazy picture in a wrapper', '<div><img src="blank.gif"></div><noscript><img srcset="real.jpg 1x, large.jpg 2x"></noscript>', 'https://news.example/a/real.jpg'],
    ['noscript with a picture element', '<div class="gatsby-image-wrapper"><noscript><picture><source type="image/webp" srcset="real.webp 600w"><img src="real.jpg"></picture></noscript></div>', 'https://news.example/a/real.webp'],
    ['noscript that repeats a woken picture', '<img src="blank.gif" data-src="real.jpg"><noscript><img src="real.jpg"></noscript>', 'https://news.example/a/real.jpg'],
    ['noscript that repeats it in another size', '<img srcset="a-300.jpg 300w, a-900.jpg 900w"><noscript><img src="a-300.jpg"></noscript>', 'https://news.example/a/a-900.jpg'],
    ['its own src beside a link in data-url', '<img src="real.jpg" data-url="/gallery/1.html">', 'https://news.example/a/real.jpg'],
    ['its own src beside a larger one', '<img src="real.jpg" data-large-file="huge.jpg" data-zoom-image="zoom.jpg">', 'https://news.example/a/real.jpg'],
    ['its own src beside words', '<img src="real.jpg" data-src="hero" data-original="The original" file="4711">', 'https://news.example/a/real.jpg'],
    ['AMP', '<amp-img src="p.jpg" width="600" height="400" layout="responsive"></amp-img>', 'https://news.example/a/p.jpg'],
    ['Next', '<img data-nimg="fill" src="data:image/gif;base64,R0lGOD"><noscript><img srcset="/_next/image?url=%2Fp.jpg&w=640&q=75 640w, /_next/image?url=%2Fp.jpg&w=1920&q=75 1920w" src="/_next/image?url=%2Fp.jpg&w=3840&q=75"></noscript>', 'https://news.example/_next/image?url=%2Fp.jpg&w=1920&q=75'],
    ['Gatsby', '<picture><source type="image/webp" data-srcset="p-750.webp 750w, p-1500.webp 1500w"><img data-main-image data-src="p.jpg" data-srcset="p-750.jpg 750w"></picture>', 'https://news.example/a/p-1500.webp'],
    ['Squarespace', '<img data-src="https://images.example/p.jpg" data-image="https://images.example/p.jpg" data-image-dimensions="2500x1667" data-load="false">', 'https://images.example/p.jpg'],
    ['Medium', '<figure><img src="https://miro.example/max/60/p.jpeg?q=20" class="blur"><noscript><img src="https://miro.example/max/1400/p.jpeg"></noscript></figure>', 'https://miro.example/max/1400/p.jpeg'],
    ['Shopify with a gap for the width', '<img src="p_300x.jpg" data-src="//cdn.example/p_{width}x.jpg" data-widths="[180, 540, 1080, 2048]">', 'https://cdn.example/p_1080x.jpg'],
    ['Discuz', '<img aid="1" src="static/image/common/none.gif" zoomfile="data/p.png" file="data/p.png.thumb.jpg">', 'https://news.example/a/data/p.png.thumb.jpg'],
    ['Discuz with the large one alone', '<img src="none.gif" zoomfile="data/p.png">', 'https://news.example/a/data/p.png'],
    ['Zhihu', '<img src="data:image/svg+xml;utf8,<svg></svg>" data-actualsrc="https://pic.example/50/p_720w.jpg" data-original="https://pic.example/p_r.jpg">', 'https://pic.example/50/p_720w.jpg'],
    ['WeChat, whose addresses have no ending', '<img class="rich_pages" data-src="https://mmbiz.example/mmbiz_jpg/abc/640?wx_fmt=jpeg">', 'https://mmbiz.example/mmbiz_jpg/abc/640?wx_fmt=jpeg'],
    ['an attribute that no list knows', '<img src="blank.gif" data-strange-loader="/x/p.jpg" alt="p.jpg">', 'https://news.example/x/p.jpg'],
    ['a stylesheet that is loaded early', '<link rel="preload" as="style" href="s.css" onload="this.rel=1">', 'https://news.example/a/s.css', 'style'],
    ['a stylesheet for browsers without scripts', '<noscript><link rel="stylesheet" href="s.css"></noscript>', 'https://news.example/a/s.css', 'style'],
    ['a poster', '<video poster="p.jpg"></video>', 'https://news.example/a/p.jpg'],
    ['a lazy poster', '<video data-poster="p.jpg"></video>', 'https://news.example/a/p.jpg'],
    ['a video', '<video src="v.mp4"></video>', 'https://news.example/a/v.mp4', 'media'],
    ['the source of a video that can be played', '<video><source src="v.m3u8" type="application/x-mpegURL"><source src="v.mkv" type="video/x-matroska"><source src="v.webm" type="video/webm"><source src="v.mp4" type="video/mp4"></video>', 'https://news.example/a/v.webm', 'media'],
    ['a lazy source of a video', '<video><source data-src="v.mp4" type="video/mp4"></video>', 'https://news.example/a/v.mp4', 'media'],
    ['sound', '<audio><source src="a.ogg" type="audio/ogg"></audio>', 'https://news.example/a/a.ogg', 'media'],
    ['a style attribute', '<div style="background:url(p.png)"></div>', 'https://news.example/a/p.png'],
    ['a lazy background', '<div data-bg="p.png"></div>', 'https://news.example/a/p.png'],
    ['a lazy background as CSS', '<div data-bg="url(p.png)"></div>', 'https://news.example/a/p.png'],
    ['a lazy background of a set', '<div data-bgset="s.jpg 400w, m.jpg 1400w"></div>', 'https://news.example/a/m.jpg'],
    ['a lazy background of b-lazy', '<div class="b-lazy" data-src="p.png"></div>', 'https://news.example/a/p.png'],
    ['a lazy style', '<div data-style="background-image: url(\'p.png\')"></div>', 'https://news.example/a/p.png'],
    ['a background of old', '<table background="p.png"><tr><td>x</table>', 'https://news.example/a/p.png'],
    ['a list mark', '<style>ul{list-style:square url(p.png)}</style>', 'https://news.example/a/p.png'],
    ['a custom property', '<style>:root{--hero:url("p.png")}</style>', 'https://news.example/a/p.png'],
    ['an image set', '<style>p{background:image-set("p.png" 1x)}</style>', 'https://news.example/a/p.png'],
    ['a border', '<style>p{border-image:url(p.png) 30 round}</style>', 'https://news.example/a/p.png'],
    ['a mask', '<style>p{-webkit-mask-image:url(p.svg)}</style>', 'https://news.example/a/p.svg'],
    ['a cursor', '<style>p{cursor:url(p.cur),auto}</style>', 'https://news.example/a/p.cur'],
    ['what stands before', '<style>p::before{content:url(p.png)}</style>', 'https://news.example/a/p.png'],
    ['what a condition holds', '<style>@media (min-width:1px){@supports (display:grid){p{background:url(p.png)}}}</style>', 'https://news.example/a/p.png'],
    ['an import', '<style>@import url("s.css") screen;</style>', 'https://news.example/a/s.css', 'style'],
    ['an SVG image', '<svg><image href="p.png"/></svg>', 'https://news.example/a/p.png'],
    ['an SVG image of old', '<svg><image xlink:href="p.png"/></svg>', 'https://news.example/a/p.png'],
    ['a sprite', '<svg><use href="icons.svg#mill"/></svg><svg><use xlink:href="icons.svg#moon"/></svg>', 'https://news.example/a/icons.svg'],
    ['an image button', '<input type="image" src="p.png">', 'https://news.example/a/p.png'],
    ['an object', '<object data="p.svg" type="image/svg+xml">A mill</object>', 'https://news.example/a/p.svg'],
    ['an embedded picture', '<embed src="p.png">', 'https://news.example/a/p.png'],
  ])('%s', (_, body, url, role = 'image') => {
    expect(found(body)).toEqual({ [url]: role });
  });

  it.each([...lazyAttributes, ...hintAttributes])('a picture in %s over a blank one', (name) => {
    expect(found(`<img src="data:image/gif;base64,R0" ${name}="/x/p.jpg">`)).toEqual({ 'https://news.example/x/p.jpg': 'image' });
  });

  it.each(lazySets)('a set in %s', (name) => {
    expect(found(`<img src="blank.gif" ${name}="s.jpg 400w, m.jpg 1400w">`)).toEqual({ 'https://news.example/a/m.jpg': 'image' });
  });

  it.each(lazyBackgrounds.filter((name) => !name.endsWith('set')))('a background in %s', (name) => {
    expect(found(`<div ${name}="/x/p.jpg"></div>`)).toEqual({ 'https://news.example/x/p.jpg': 'image' });
  });

  it.each([
    ['Open Graph', '<meta property="og:image" content="p.jpg">'],
    ['Twitter', '<meta name="twitter:image" content="p.jpg">'],
    ['JSON-LD', '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","image":{"@type":"ImageObject","url":"p.jpg"}}]}</script>'],
    ['JSON-LD with several', '<script type="application/ld+json">[{"@type":"NewsArticle","image":["p.jpg"]}]</script>'],
    ['an icon', '<link rel="shortcut icon" href="p.jpg">'],
    ['an icon for phones', '<link rel="apple-touch-icon" href="p.jpg">'],
  ])('the picture for others that %s names', (_, head) => {
    expect(found('', head)).toEqual({ 'https://news.example/a/p.jpg': 'icon' });
  });

  it.each([
    ['a thumbnail', '<a href="l.jpg"><img src="s.jpg"></a>', true],
    ['a caption in Chinese', '<img src="s.jpg"><p><a href="l.jpg">点击查看大图</a></p>', true],
    ['a caption in English', '<img src="s.jpg"><a href="l.jpg?raw=1" title="View full size">+</a>', true],
    ['a wiki', '<a href="/wiki/File:l.jpg"><img src="s.jpg"></a>', false],
    ['a page', '<a href="l.html"><img src="s.jpg"></a>', false],
    ['a word', '<img src="s.jpg"><a href="l.jpg">mills</a>', false],
  ])('the large picture behind %s', (_, body, isLarge) => {
    const { resources } = surveyPage({ html: body, base, lead: null });
    expect(resources.map(({ linked = false }) => linked)).toEqual(isLarge ? [false, true] : [false]);
  });

  it('knows the other sizes of a picture, the largest first', () => {
    const { resources } = surveyPage({ html: '<img src="s.jpg" srcset="s.jpg 400w, m.jpg 1400w, l.jpg 5000w" data-zoom-image="z.jpg" alt="x">', base, lead: null });
    expect(resources.map(({ others }) => others)).toEqual([['l.jpg', 's.jpg', 'z.jpg'].map((name) => `https://news.example/a/${name}`)]);
  });

  it('knows where one pixel may be all', () => {
    const html = '<style>p{background:url(a.png)}</style><img src="b.gif"><img src="c.gif" alt="A mill"><img src="d.jpg"><figure><img src="e.gif"></figure>';
    expect(surveyPage({ html, base, lead: null }).resources.map(({ url, specks = 'no' }) => `${url.at(-5) ?? ''} ${specks}`).toSorted((one, other) => one.localeCompare(other))).toEqual(['a fine', 'b perhaps', 'c no', 'd no', 'e no']);
  });

  it('names styles, fonts in inline styles, icons and recordings by their roles', () => {
    const head = '<link rel="stylesheet" href="s.css"><link rel="icon" href="i.png"><style>@import "t.css"; @font-face{font-family:A;src:url(f.woff2)}</style>';
    expect(found('<audio src="a.mp3"></audio>', head)).toEqual({
      'https://news.example/a/s.css': 'style',
      'https://news.example/a/i.png': 'icon',
      'https://news.example/a/a.mp3': 'media',
      'https://news.example/a/t.css': 'style',
      'https://news.example/a/f.woff2': 'font',
    });
  });

  it('resolves against base, and takes the policy of the element before that of the page', () => {
    const { resources } = surveyPage({
      html: '<head><base href="https://cdn.example/x/"><meta name="referrer" content="origin"></head><img src="1.jpg" referrerpolicy="no-referrer"><img src="2.jpg">',
      base,
      lead: null,
    });
    expect(resources).toEqual([
      { url: 'https://cdn.example/x/1.jpg', role: 'image', referrerPolicy: 'no-referrer' },
      { url: 'https://cdn.example/x/2.jpg', role: 'image', referrerPolicy: 'origin' },
    ]);
  });

  it('asks nothing of a counter that no one sees', () => {
    expect(found('<noscript><img height="1" width="1" style="display:none" src="https://counter.example/tr?id=1"></noscript><img src="https://counter.example/b" width=1 height=1>')).toEqual({});
  });

  it('asks nothing of javascript:, blob: and the like', () => {
    expect(found('<img src="javascript:alert(1)"><img src="blob:https://x/1"><img src="ftp://x/1.png">')).toEqual({});
  });
});
