// Whether two addresses name the same article.

import { describe, expect, it } from 'vitest';
import { comparable } from '../../../main/engine/model/address.ts';

const page = 'https://news.example/2026/03/mill.html';

describe('the same article', () => {
  it.each([
    ['a campaign', `${page}?utm_source=x&UTM_Medium=y&pk_campaign=z`],
    ['clicks on advertisements', `${page}?fbclid=1&gclid=2&msclkid=3&yclid=4&ttclid=5`],
    ['newsletters', `${page}?mc_cid=1&mc_eid=2&_hsenc=3&mkt_tok=4`],
    ['a share in WeChat', `${page}?from=singlemessage&isappinstalled=0&nsukey=abc`],
    ['a share in an app', `${page}?share_token=abc&share_source=weixin&spm=1.2.3&scm=4`],
    ['where from, by name', `${page}?from=timeline&ref=hackernews&source=newsletter&via=example.org`],
    ['another scheme', page.replace('https', 'http')],
    ['www', page.replace('news.', 'www.news.')],
    ['a place in the page', `${page}#comments`],
    ['an empty question', `${page}?`],
  ])('but for %s', (_, address) => {
    expect(comparable(address)).toBe(comparable(page));
  });
  it('in another order, spelling or with a last slash', () => {
    expect(comparable('https://a.example/x?b=2&a=1')).toBe(comparable('https://a.example/x/?a=1&b=2'));
    expect(comparable('https://A.example/%e6%bd%ae')).toBe(comparable('https://a.example/潮'));
  });
});

describe('another article', () => {
  it.each([
    ['another page', 'https://a.example/?p=1', 'https://a.example/?p=2'],
    ['a date to begin with', 'https://a.example/log?from=2026-01-01', 'https://a.example/log?from=2026-02-01'],
    ['a number', 'https://a.example/read?from=10', 'https://a.example/read?from=20'],
    ['another branch', 'https://a.example/file?ref=main', 'https://a.example/file?ref=v2'],
    ['a source that is named by number', 'https://a.example/read?source=17', 'https://a.example/read?source=18'],
    ['an article of WeChat', 'https://mp.weixin.qq.com/s?__biz=A&mid=1&idx=1&sn=x', 'https://mp.weixin.qq.com/s?__biz=A&mid=1&idx=2&sn=y'],
    ['a page that is drawn by its fragment', 'https://a.example/#/read/1', 'https://a.example/#/read/2'],
    ['the same with a bang', 'https://a.example/#!read=1', 'https://a.example/#!read=2'],
    ['another port', 'https://a.example:8080/x', 'https://a.example/x'],
  ])('%s', (_, one, other) => {
    expect(comparable(one)).not.toBe(comparable(other));
  });
  it('is none that is not on the web', () => {
    expect([comparable('file:///a'), comparable('mill'), comparable('http://')]).toEqual([null, null, null]);
  });
});
