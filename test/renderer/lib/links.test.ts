import { describe, expect, test } from 'vitest';
import { linksIn, typedLinks } from '../../../renderer/lib/links.ts';

describe('links in text', () => {
  test.each([
    ['See https://a.example/page, and http://b.example.', ['https://a.example/page', 'http://b.example']],
    ['（https://a.example/文章）和《https://b.example/x》。', ['https://a.example/文章', 'https://b.example/x']],
    ['https://en.example/Offprint_(journal)', ['https://en.example/Offprint_(journal)']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['https://a.example/ https://a.example/', ['https://a.example/']],
    ['ftp://a.example and a.example', []],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test('typed links may lack the scheme; what is none stays, to be told so', () => {
    expect(typedLinks('a.example/x\n  https://b.example\nlocalhost:8080 nonsense')).toEqual([
      'https://a.example/x',
      'https://b.example',
      'localhost:8080',
      'nonsense',
    ]);
  });
});
