import { describe, expect, it } from 'vitest';
import { createLadder, refererByPolicy } from '../../../main/engine/capture/rescue-ladder.ts';

const page = 'https://news.example/2021/a.html?x=1#top';
const picture = 'https://pictures.example/a.jpg';

describe('the Referer that a policy asks for', () => {
  it.each([
    [null, picture, 'https://news.example/'],
    [null, 'https://news.example/a.jpg', 'https://news.example/2021/a.html?x=1'],
    ['no-referrer', picture, null],
    ['origin', 'https://news.example/a.jpg', 'https://news.example/'],
    ['same-origin', picture, null],
    ['unsafe-url', picture, 'https://news.example/2021/a.html?x=1'],
    ['no-referrer-when-downgrade', 'http://pictures.example/a.jpg', null],
    ['strict-origin', 'http://pictures.example/a.jpg', null],
    ['a word of tomorrow', picture, 'https://news.example/'],
  ])('%s for %s is %s', (referrerPolicy, url, expected) => {
    expect(refererByPolicy({ url, pageUrl: page, referrerPolicy })).toBe(expected);
  });

  it('is none for a page that has no address', () => {
    expect(refererByPolicy({ url: picture, pageUrl: null, referrerPolicy: 'unsafe-url' })).toBeNull();
  });
});

describe('the ladder', () => {
  it('tries what is asked, none, the article and the own origin, each once', () => {
    const rungs = createLadder().rungsFor({ url: picture, pageUrl: page, referrerPolicy: 'no-referrer' }, false);
    expect(rungs.map(({ referer }) => referer)).toEqual([null, 'https://news.example/2021/a.html?x=1', 'https://pictures.example/']);
  });

  it('has a rung for cookies that are not sent otherwise, with the Referer that is asked for', () => {
    const rungs = createLadder().rungsFor({ url: picture, pageUrl: page, referrerPolicy: null }, true);
    expect(rungs.map(({ name }) => name)).toEqual(['as-asked', 'no-referer', 'article-referer', 'own-referer', 'with-cookies']);
    expect(rungs.at(-1)).toMatchObject({ referer: 'https://news.example/', cookies: 'all' });
  });

  it('goes first to the rung that helped on the same host', () => {
    const ladder = createLadder();
    ladder.helped(picture, 'own-referer');
    expect(ladder.rungsFor({ url: 'https://pictures.example/b.jpg', pageUrl: page, referrerPolicy: null }, false)[0]?.name).toBe('own-referer');
    expect(ladder.rungsFor({ url: 'https://other.example/b.jpg', pageUrl: page, referrerPolicy: null }, false)[0]?.name).toBe('as-asked');
  });
});
