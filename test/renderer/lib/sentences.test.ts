import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../renderer/lib/sentences.ts';

/** Blocks are divided by `|`, which is no part of the text. */
function cut(written: string, language: string): readonly string[] {
  let at = 0;
  const blocks = written.split('|').map((block) => ({ start: at, end: (at += block.length) }));
  const text = written.replaceAll('|', '');
  return sentencesOf(text, blocks, language).map(({ start, end }) => text.slice(start, end));
}

describe('the sentences of a text', () => {
  test.each([
    ['en', 'It rains. We go home!  Do you?', ['It rains.', 'We go home!', 'Do you?']],
    ['en', 'Heading|First sentence. Second', ['Heading', 'First sentence.', 'Second']],
    ['en', 'Dr. Ames came, e.g. on No. 5 of J. S. Bach. He left.', ['Dr. Ames came, e.g. on No. 5 of J. S. Bach.', 'He left.']],
    ['en', 'It cost 3.14 pounds. Cheap.', ['It cost 3.14 pounds.', 'Cheap.']],
    ['en', '“Stop!” he said. They stopped.', ['“Stop!” he said.', 'They stopped.']],
    ['zh-CN', '纸是平的，山却自己鼓起来。怎么画？先看！', ['纸是平的，山却自己鼓起来。', '怎么画？', '先看！']],
    ['ja', '雨が降る。帰ろう。', ['雨が降る。', '帰ろう。']],
    ['', 'No language. Still cut.', ['No language.', 'Still cut.']],
    ['not a tag!', 'Odd one. Still cut.', ['Odd one.', 'Still cut.']],
    ['en', '  * * *  |\n|Words.', ['Words.']],
    ['en', 'He met A.', ['He met A.']],
  ])('%s: %s', (language, written, expected) => {
    expect(cut(written, language)).toEqual(expected);
  });
});
