import { describe, expect, it } from 'vitest';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';

const base = 'https://news.example/a/b.html';

function found(body: string, head = ''): Record<string, string> {
  const { resources } = surveyPage({ html: `<html><head>${head}</head><body>${body}</body></html>`, base, lead: null });
  return Object.fromEntries(resources.map(({ url, role }) => [url, role]));
}

describe('what a page shows', () => {
  it.each([
    ['a plain picture', '<img src="p.jpg">', 'https://news.example/a/p.jpg'],
    ['data-src over a blank', '<img src="data:image/gif;base64,R0" data-src="/x/p.jpg">', 'https://news.example/x/p.jpg'],
    ['data-original', '<img src="blank.gif" data-original="//cdn.example/p.jpg">', 'https://cdn.example/p.jpg'],
    ['a Discuz file attribute', '<img src="none.gif" file="data/p.png">', 'https://news.example/a/data/p.png'],
    ['what a srcset shows on the whole width', '<img src="s.jpg" srcset="s.jpg 400w, m.jpg 1400w, l.jpg 5000w">', 'https://news.example/a/m.jpg'],
    ['what a srcset shows in its slot', '<img src="s.jpg" sizes="(max-width: 600px) 100vw, 380px" srcset="s.jpg 400w, m.jpg 1400w">', 'https://news.example/a/s.jpg'],
    ['the largest where none is large enough', '<img srcset="s.jpg 400w, m.jpg 900w">', 'https://news.example/a/m.jpg'],
    ['src itself beside a denser one', '<img src="s.jpg" srcset="l.jpg 2x">', 'https://news.example/a/s.jpg'],
    ['a srcset with commas in addresses', '<img srcset="a,b.jpg 1x, c,d.jpg 2x">', 'https://news.example/a/a,b.jpg'],
    ['a picture element', '<picture><source type="image/jxl" srcset="p.jxl"><source type="image/webp" srcset="p.webp"><img src="p.jpg"></picture>', 'https://news.example/a/p.webp'],
    ['noscript behind a lazy picture', '<img src="data:image/gif;base64,R0" class="lazy"><noscript><img src="real.jpg"></noscript>', 'https://news.example/a/real.jpg'],
    ['its own src beside a link in data-url', '<img src="real.jpg" data-url="/gallery/1.html">', 'https://news.example/a/real.jpg'],
    ['a stylesheet that is loaded early', '<link rel="preload" as="style" href="s.css" onload="this.rel=1">', 'https://news.example/a/s.css', 'style'],
    ['a stylesheet for browsers without scripts', '<noscript><link rel="stylesheet" href="s.css"></noscript>', 'https://news.example/a/s.css', 'style'],
    ['a poster', '<video poster="p.jpg"></video>', 'https://news.example/a/p.jpg'],
    ['a style attribute', '<div style="background:url(p.png)"></div>', 'https://news.example/a/p.png'],
    ['a lazy background', '<div data-bg="p.png"></div>', 'https://news.example/a/p.png'],
    ['an SVG image', '<svg><image href="p.png"/></svg>', 'https://news.example/a/p.png'],
    ['an image button', '<input type="image" src="p.png">', 'https://news.example/a/p.png'],
  ])('%s', (_, body, url, role = 'image') => {
    expect(found(body)).toEqual({ [url]: role });
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
