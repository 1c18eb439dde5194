// Markup that would cost a parser time by the square is made flat; all other markup stays as it is, to the letter.

import { describe, expect, it } from 'vitest';
import { load } from 'cheerio';
import { openPage } from '../../../main/engine/model/open-page.ts';
import { tameMarkup } from '../../../main/engine/model/tame-markup.ts';

const many = 20_000;

describe('markup', () => {
  it.each([
    ['long paragraphs whose end is left out', '<p>One'.repeat(many)],
    ['long lists whose ends are left out', `<ul>${'<li>One'.repeat(many)}</ul>`],
    ['elements beside each other', '<div><span>One</span></div>'.repeat(many)],
    ['inline elements that their block closes', '<div><b><i>One</div>'.repeat(many)],
    ['tags in scripts and comments', `<script>${'"<div>"'.repeat(many)}</script><!-- ${'<div>'.repeat(many)} --><textarea>${'<div>'.repeat(many)}</textarea>`],
    ['a picture in an address', `<img alt="a > b" src="data:image/png;base64,${'A'.repeat(200_000)}"><p>One`],
    ['plain signs', `1 < 2 ${'< '.repeat(many)} <3`],
    ['nothing', ''],
  ])('stays as it is: %s', (_, html) => {
    expect(tameMarkup(html) === html).toBe(true);
  });

  it.each([
    ['div', '<div>'], ['span', '<span class="a">'], ['a list', '<ul><li>'], ['a definition', '<dl><dd>'], ['a table', '<table><tr><td>'],
    ['a quotation', '<blockquote>'], ['a drawing', '<svg><g>'], ['a name of its own', '<x-part>'], ['a template', '<template>'],
  ])('that lies too deep keeps its words and loses its wrappers: %s', (_, start) => {
    const html = `<p>Before</p>${start.repeat(many)}<em>Deep</em> words`;
    const tame = tameMarkup(html);
    expect(tame.split('<').length).toBeLessThan(html.split('<').length);
    expect(tame.endsWith('Deep words')).toBe(true);
    expect(openPage(html).html()).toContain('Deep');
  });

  it('that closes what was left out comes out where it belongs', () => {
    const html = `<main>${'<div>'.repeat(many)}Deep${'</div>'.repeat(many)}<p>Inside</p></main><p>After</p>`;
    const page = load(openPage(html).html());
    expect([page('main > p').text(), page('body > p').text()]).toEqual(['Inside', 'After']);
  });

  it('with too many attributes keeps the first, and what comes after', () => {
    const html = `<p id="one" ${Array.from({ length: many }, (_, at) => `a${at}="${at}"`).join(' ')}>Words</p><p>After</p>`;
    const page = openPage(html);
    expect([page('#one').text(), page('p').last().text()]).toEqual(['Words', 'After']);
    expect(Object.keys(page('#one').attr() ?? {}).length).toBeLessThan(1_100);
  });
});
