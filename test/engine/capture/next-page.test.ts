import { describe, expect, it } from 'vitest';
import { pageNumber } from '../../../main/engine/capture/page-number.ts';
import { areOfOneArticle } from '../../../main/engine/capture/same-article.ts';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';
import type { PageIdentity } from '../../../main/engine/model/raw-page.ts';

const at = (path: string): string => `https://news.example${path}`;

describe('the number of an address among an article’s pages', () => {
  it.each([
    ['/a/mill.html', '/a/mill_2.html', 2],
    ['/a/mill.html', '/a/mill-2.html', 2],
    ['/a/mill.html', '/a/mill_p3.html', 3],
    ['/a/mill.html', '/a/mill/2', 2],
    ['/a/mill.html', '/a/mill.html?page=2', 2],
    ['/a/mill.html?id=7', '/a/mill.html?p=2&id=7', 2],
    ['/a/mill.html?id=7&page=1', '/a/mill.html?id=7&page=4', 4],
    ['/a/mill/', '/a/mill/2/', 2],
    ['/a/mill/', '/a/mill/page/12/', 12],
    ['/a/mill', '/a/mill/page-3', 3],
    ['/a/mill_1.html', '/a/mill_2.html', 2],
    ['/2021/0304/c1001-32042.html', '/2021/0304/c1001-32042-2.html', 2],
    ['/a/index.html', '/a/index_2.html', 2],
    ['/a/mill/index.html', '/a/mill/2.html', 2],
    ['/a/mill.html', '/a/mill.html', 1],
    ['/a/mill.html', '/a/mill.html?utm_source=x#part', 1],
  ])('%s leads to %s', (first, address, number) => {
    expect(pageNumber(at(address), at(first))).toBe(number);
  });

  it.each([
    ['another article', '/a/123.html', '/a/124.html'],
    ['another folder', '/a/mill.html', '/b/mill_2.html'],
    ['other parameters', '/a.php?id=7', '/a.php?id=8&page=2'],
    ['a word behind', '/a/mill', '/a/mill/gallery'],
    ['a year', '/a/mill', '/a/mill/2021'],
    ['a list at the root', '/', '/page/2/'],
    ['a list at the root by parameter', '/', '/?page=2'],
  ])('%s is none', (_, first, address) => {
    expect(pageNumber(at(address), at(first))).toBeNull();
  });

  it('is none on another host', () => {
    expect(pageNumber('https://other.example/a_2.html', at('/a.html'))).toBeNull();
  });
});

describe('the next page', () => {
  const next = (body: string, { here = '/a/mill.html', head = '' } = {}): string | null =>
    surveyPage({ html: `<head>${head}</head><body>${body}</body>`, base: at(here), lead: null, first: at('/a/mill.html') }).next;

  it.each([
    ['rel=next in the head', '', { head: '<link rel="next" href="mill_2.html">' }],
    ['rel=next on a link', '<a rel="next" href="mill_2.html">&nbsp;</a>'],
    ['下一页', '<a href="mill_2.html">下一页</a>'],
    ['下页 with an arrow', '<a href="mill_2.html">[下页 &gt;]</a>'],
    ['次へ', '<a href="mill_2.html">次へ »</a>'],
    ['次のページへ', '<a href="mill_2.html">次のページへ</a>'],
    ['Next page', '<a href="mill_2.html">Next page →</a>'],
    ['an arrow alone', '<a href="mill_2.html">›</a>'],
    ['a picture that says so', '<a href="mill_2.html"><img src="n.gif" alt="Next"></a>'],
    ['its number', '<b>1</b> <a href="mill_2.html">2</a> <a href="mill_3.html">3</a>'],
    ['its number in words', '<a href="mill_2.html">第2页</a><a href="mill_3.html">第3页</a>'],
  ])('is told by %s', (_, body, more: { readonly head?: string } = {}) => {
    expect(next(body, more)).toBe(at('/a/mill_2.html'));
  });

  it('follows from the page before', () => {
    const pager = '<a href="mill.html">1</a> <a href="mill_2.html">2</a> <a href="mill_3.html">3</a>';
    expect(['/a/mill.html', '/a/mill_2.html', '/a/mill_3.html'].map((here) => next(pager, { here }))).toEqual([at('/a/mill_2.html'), at('/a/mill_3.html'), null]);
  });

  it.each([
    ['the next article', '<a rel="next" href="moon.html">Next: The moon</a>', '<link rel="next" href="/a/moon.html">'],
    ['a number in the text', '<p>As the <a href="mill_2.html">second mill</a> shows</p>', ''],
    ['pages of comments', '<div class="comments"><a href="mill_2.html">2</a></div>', ''],
    ['a list of articles', `${'<article><h2><a href="x.html">A teaser</a></h2></article>'.repeat(4)}<a href="mill_2.html">2</a>`, ''],
  ])('is not %s', (_, body, head) => {
    expect(next(body, { head })).toBeNull();
  });
});

describe('pages of one article', () => {
  const identity = (title: string, ...headings: string[]): PageIdentity => surveyPage({ html: `<title>${title}</title>${headings.map((heading) => `<h1>${heading}</h1>`).join('')}`, base: null, lead: null }).identity;
  it.each([
    [identity('The tide mill | Review'), identity('The tide mill (2) | Review'), true],
    [identity('The tide mill - Page 1 of 3'), identity('The tide mill - Page 2 of 3'), true],
    [identity('潮汐磨坊的故事_新闻网'), identity('潮汐磨坊的故事(2)_新闻网'), true],
    [identity('潮汐磨坊的故事 第2页'), identity('潮汐磨坊的故事'), true],
    [identity('Part one', 'The tide mill'), identity('Part two', 'The tide mill'), true],
    [identity('The tide mill | Review'), identity('The moon | Review'), false],
    [identity('Review'), identity('News'), false],
    [identity(''), identity(''), false],
  ])('%o and %o: %s', (one, other, are) => {
    expect(areOfOneArticle(one, other)).toBe(are);
  });
});
