// What both views show is what was kept: large pictures behind thumbnails, posters of recordings, parts of sprites.

import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { inlineSprites } from '../../../main/engine/capture/inline-sprites.ts';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';
import { cleanPage } from '../../../main/engine/clean/clean-page.ts';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';
import type { CleanPages } from '../../../main/engine/model/clean-html.ts';

const base = 'https://news.example/a/';
const blob = (name: string, ending: string): string => `../../../../../blobs/${name}${name}/${name.repeat(64)}.${ending}`;
const links = { [`${base}s.jpg`]: blob('a', 'jpg'), [`${base}l.jpg`]: blob('b', 'jpg'), [`${base}p.jpg`]: blob('c', 'jpg'), [`${base}d.svg`]: blob('d', 'svg') };

function cleaned(body: string, sprites: Record<string, string> = {}): CleanPages {
  const survey = surveyPage({ html: `<p>Words enough.</p>${body}`, base, lead: null });
  const { html } = inlineSprites({ html: survey.html, sprites });
  const draft = extractArticle({ html, url: base, base, hints: { wholePage: true, title: 'T' } });
  if (draft === null) throw new Error('no article');
  return cleanPage({ draft, html, base, url: base, links });
}

describe('a thumbnail that leads to a large picture', () => {
  it('is the large one in the reader, and leads to it in the original view', () => {
    const { reader, original } = cleaned('<a href="l.jpg"><img src="s.jpg" width="120" height="80" alt="A mill"></a>');
    expect(load(reader)('a img')).toHaveLength(0);
    expect(load(reader)('img').attr()).toEqual({ src: blob('b', 'jpg'), alt: 'A mill' });
    expect(load(original)('a').attr('href')).toBe(blob('b', 'jpg'));
    expect(load(original)('a img').attr('src')).toBe(blob('a', 'jpg'));
  });

  it('is itself where the large one was not had, and leads to the web', () => {
    const { reader } = cleaned('<a href="x.jpg"><img src="s.jpg"></a>');
    expect(load(reader)('img').parent('a').attr('href')).toBe(`${base}x.jpg`);
    expect(load(reader)('img').attr('src')).toBe(blob('a', 'jpg'));
  });

  it('never leads to a drawing, which may run when it is opened by itself', () => {
    const { reader, original } = cleaned('<a href="d.svg"><img src="s.jpg"></a>');
    for (const view of [reader, original]) expect(load(view)('img').parent('a').attr('href')).toBe(`${base}d.svg`);
  });
});

describe('a recording that was not kept', () => {
  it('leaves its picture, with a link to where it is, and a note', () => {
    for (const view of Object.values(cleaned('<video src="v.mp4" poster="p.jpg" width="640" height="360"></video>'))) {
      const $ = load(view);
      expect($('video')).toHaveLength(0);
      expect($(`a[href="${base}v.mp4"] > img`).attr()).toMatchObject({ src: blob('c', 'jpg'), width: '640' });
      expect($('.offprint-missing').text()).toContain('recording');
    }
  });
});

describe('a part of a drawing', () => {
  const sprite = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="mill" viewBox="0 0 16 16"><path d="M1 1h2v3"/></symbol><g id="moon"><circle r="4"/></g></svg>';
  it('stands in its place in both views', () => {
    const body = `<p>A <svg width="16" height="16"><use href="i.svg#mill"/></svg> and <svg><use xlink:href="i.svg#moon" x="3"/></svg></p>`;
    for (const view of Object.values(cleaned(body, { [`${base}i.svg`]: sprite }))) {
      const $ = load(view);
      expect($('use')).toHaveLength(0);
      expect($('svg svg').attr()).toMatchObject({ viewBox: '0 0 16 16', width: '100%' });
      expect([$('svg svg path').attr('d'), $('svg g circle').attr('r'), $('svg g').attr('transform')]).toEqual(['M1 1h2v3', '4', 'translate(3,0)']);
    }
  });

  it('that is not there, or brings a script, is harmless', () => {
    const bad = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="mill"><script>alert(1)</script><image href="https://evil.example/x.png" onload="alert(1)"/></symbol></svg>';
    const views = Object.values(cleaned('<svg><use href="i.svg#mill"/></svg><svg><use href="i.svg#none"/></svg>', { [`${base}i.svg`]: bad }));
    for (const view of views) expect(view).not.toMatch(/alert|evil|i\.svg/);
  });
});
