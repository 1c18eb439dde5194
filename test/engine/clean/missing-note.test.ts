// The framed note in place of what is missing, in both views.

import { load, type CheerioAPI } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { cleanAgain, cleanPage } from '../../../main/engine/clean/clean-page.ts';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';
import type { CleanPages } from '../../../main/engine/model/clean-html.ts';

const base = 'https://news.example/a/b.html';
const words = { en: '<p>Enough words to be an article, and then a few more of them.</p>', 'zh-CN': '<p>海上有一条船，船上有人，人在看海，海上什么也没有。</p>' };

function cleaned(body: string, reason = 'HTTP 403', lang: keyof typeof words = 'en'): CleanPages {
  const survey = surveyPage({ html: `<!doctype html><html lang="${lang}"><head></head><body>${words[lang]}${body}${words[lang]}</body></html>`, base, lead: null });
  const draft = extractArticle({ html: survey.html, url: base, base, hints: { wholePage: true, title: 'T' } });
  if (draft === null) throw new Error('no article');
  const missing = Object.fromEntries(survey.resources.map(({ url }) => [url, reason]));
  return cleanPage({ draft, html: survey.html, base, url: base, links: {}, missing });
}

const views = ['reader', 'original'] as const;

function notesOf(page: CleanPages, view: (typeof views)[number]): CheerioAPI {
  expect(cleanAgain(page[view], view)).toBe(page[view]);
  return load(page[view]);
}

describe.each(views)('the note in the %s view', (view) => {
  it('says what, whose, where from and why, and names the address', () => {
    const $ = notesOf(cleaned('<figure><img src="https://pics.example/s.jpg" alt="A ship" width="960" height="600"><figcaption>At sea</figcaption></figure>'), view);
    const note = $('.offprint-missing');
    expect(note).toHaveLength(1);
    expect(note.children().toArray().map((part) => $(part).text())).toEqual(['This picture could not be saved.', 'A ship', 'pics.example: The site refused it (HTTP 403)', 'Open it where it was']);
    expect(note.attr('data-offprint-missing')).toBe('https://pics.example/s.jpg');
    expect($('figcaption').text()).toBe('At sea');
    expect($('img')).toHaveLength(0);
  });

  it('is as large as the picture', () => {
    const style = notesOf(cleaned('<img src="/s.jpg" width="960" height="600">'), view)('.offprint-missing').attr('style') ?? '';
    expect(style).toMatch(/width:960px;aspect-ratio:960\s*\/\s*600/);
    expect(notesOf(cleaned('<img src="/s.jpg" width="60%" height="9999999">'), view)('.offprint-missing').attr('style') ?? '').not.toContain('aspect-ratio');
  });

  it('of a small picture has its words in a tooltip', () => {
    const note = notesOf(cleaned('<p>So <img src="/smile.png" alt=":-)" width="20" height="20"> it went, and so on.</p>'), view)('.offprint-missing-small');
    expect(note.text()).toBe(':-)');
    expect(note.attr('title')).toContain('The site refused it (HTTP 403)');
    expect(note.attr('style')).toContain('width:20px;height:20px');
  });

  it('in a link has no link of its own, which would tear it', () => {
    const $ = notesOf(cleaned('<p><a href="https://news.example/big"><img src="/s.jpg" alt="A ship"></a></p>'), view);
    expect($('.offprint-missing')).toHaveLength(1);
    expect($('a[href="https://news.example/big"] .offprint-missing').attr('data-offprint-missing')).toBe('https://news.example/s.jpg');
    expect($('.offprint-missing a')).toHaveLength(0);
  });

  it('stands for sound and film too, and a page cannot make one up', () => {
    const $ = notesOf(cleaned('<video src="/v.mp4"></video><p data-offprint-missing="https://evil.example/">Some words of the page itself.</p>', 'too-large'), view);
    expect($('.offprint-missing').text()).toContain('This recording was not saved.');
    expect($('.offprint-missing').text()).toContain('It is too large');
    expect($('p[data-offprint-missing]')).toHaveLength(0);
  });

  it('speaks the language of the article', () => {
    const $ = notesOf(cleaned('<img src="https://pics.example/s.jpg" alt="船">', 'timed-out', 'zh-CN'), view);
    expect($('.offprint-missing-why').text()).toBe('pics.example：没有及时应答');
  });
});
