import { expect, test } from 'vitest';
import { minutesOf } from '../../preload/contract/reading-time.ts';

test.each([
  ['no words', '', 0],
  ['punctuation', '… — ！', 0],
  ['English', 'word '.repeat(230), 1],
  ['words with marks in them', "don't well-made ".repeat(115), 1],
  ['Chinese', '文'.repeat(400), 1],
  ['Japanese, in both scripts', '日にちノ'.repeat(100), 1],
  ['Arabic', 'كتاب '.repeat(150), 1],
  ['Russian', 'слово '.repeat(190), 1],
  ['Korean', '한국어 '.repeat(200), 1],
  ['Thai', 'ก'.repeat(1000), 1],
  ['Chinese with English in it', '文'.repeat(400) + ' word '.repeat(230), 2],
])('%s', (_name, text, minutes) => {
  expect(minutesOf(text)).toBeCloseTo(minutes, 6);
});
