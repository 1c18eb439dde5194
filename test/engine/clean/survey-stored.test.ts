// What a stored page would load, read strictly: anything that is not a blob of the library counts as a request outside.

import { describe, expect, it } from 'vitest';
import { surveyStored } from '../../../main/engine/clean/survey-stored.ts';

const blob = (byte: string, ending: string): string => `blobs/${byte}${byte}/${byte.repeat(64)}.${ending}`;
const up = '../../../../../';

describe('a stored page', () => {
  it('loads its pictures, styles and backgrounds from the blobs', () => {
    const text = `<link rel="stylesheet" href="${up}${blob('a', 'css')}"><style>p{background:url(${up}${blob('b', 'png')})}</style>
      <img src="${up}${blob('c', 'jpg')}"><video poster="${up}${blob('d', 'webp')}"></video><p style="border-image:url(${up}${blob('e', 'gif')})">
      <svg><image href="${up}${blob('f', 'png')}"/><rect fill="url(#g)"/></svg><img src="data:image/png;base64,AAAA"><a href="https://elsewhere.example/">x</a><a href="#n">n</a>`;
    const found = surveyStored({ text, form: 'page' });
    expect(found.outside).toEqual([]);
    expect(found.blobs.toSorted()).toEqual([blob('a', 'css'), blob('b', 'png'), blob('c', 'jpg'), blob('d', 'webp'), blob('e', 'gif'), blob('f', 'png')]);
    expect(found.pictures).toEqual([blob('c', 'jpg')]);
  });

  it.each([
    ['<img src="https://x.example/a.png">', 'https://x.example/a.png'],
    ['<img src="//x.example/a.png">', '//x.example/a.png'],
    ['<img src="/a.png">', '/a.png'],
    [`<img src="${up}../etc/passwd">`, `${up}../etc/passwd`],
    ['<img srcset="https://x.example/a.png 2x">', 'https://x.example/a.png'],
    ['<style>@import "https://x.example/s.css";</style>', 'https://x.example/s.css'],
    ['<p style="background:image-set(\'https://x.example/b.png\' 1x)">', 'https://x.example/b.png'],
    ['<svg><rect mask="url(https://x.example/m.svg#m)"/></svg>', 'https://x.example/m.svg#m'],
    ['<link rel="preconnect" href="https://x.example/">', 'https://x.example/'],
    ['<meta http-equiv="refresh" content="0;url=https://x.example/">', '0;url=https://x.example/'],
    ['<iframe src="https://x.example/f.html"></iframe>', 'https://x.example/f.html'],
    ['<script src="https://x.example/s.js"></script>', 'https://x.example/s.js'],
    ['<base href="https://x.example/">', 'https://x.example/'],
  ])('would ask outside: %s', (text, address) => {
    expect(surveyStored({ text, form: 'page' }).outside).toContain(address);
  });
});

it('a stored stylesheet loads what it imports and shows', () => {
  const text = `@import url(../../${blob('a', 'css')});@font-face{font-family:F;src:url(../../${blob('b', 'woff2')})}p{background:url(https://x.example/p.png)}i{background:url(data:,)}`;
  expect(surveyStored({ text, form: 'style' })).toEqual({ pictures: [], blobs: [blob('a', 'css'), blob('b', 'woff2')], outside: ['https://x.example/p.png'] });
});
