import { describe, expect, test } from 'vitest';
import { findWords, foldText } from '../../../renderer/lib/find-words.ts';

const found = (text: string, words: string): readonly string[] => findWords(foldText(text), words).map(({ start, end }) => text.slice(start, end));

describe('words in an article', () => {
  test.each([
    ['The Café at the cafés', 'cafe', ['Café', 'café']],
    ['Cafe\u0301 noir', 'CAFÉ', ['Cafe\u0301']],
    ['a reprint, reprinted', 'print', ['print', 'print']],
    ['“Don’t,” he said', `"don't`, ['“Don’t']],
    ['one\n   two\u00a0three', 'one two three', ['one\n   two\u00a0three']],
    ['soft\u00adly, softly', 'softly', ['soft\u00adly', 'softly']],
    ['ＡＢＣ abc', 'abc', ['ＡＢＣ', 'abc']],
    ['ofﬁce office', 'office', ['ofﬁce', 'office']],
    ['1939–1945', '1939-1945', ['1939–1945']],
    ['Straße', 'strasse', ['Straße']],
    ['画在纸上的山，山却鼓起来', '山', ['山', '山']],
    ['😀😀 word', '😀', ['😀', '😀']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['a.b a+b (a)', 'a+b', ['a+b']],
    ['שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
  ])('%j has %j', (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  test.each([
    ['が', 'か'],
    ['한국', '하'],
    ['Straße', 'stras'],
    ['words', ''],
    ['words', '  '],
    ['words', 'sword'],
  ])('%j does not have %j', (text, words) => {
    expect(found(text, words)).toEqual([]);
  });
});
