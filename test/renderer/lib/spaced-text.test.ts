import { expect, test } from 'vitest';
import { spacedAt } from '../../../renderer/lib/spaced-text.ts';

test('words of two blocks are not one, and their places lead back', () => {
  const whole = "The Moon's HoursTom Harrow\nA tide millworks";
  const starts = [0, whole.indexOf('Tom'), whole.indexOf('A tide'), whole.indexOf('works')];
  const { text, back } = spacedAt(whole, starts);
  expect(text).toBe("The Moon's Hours\nTom Harrow\nA tide mill\nworks");
  for (const word of ['The', 'Hours', 'Tom', 'Harrow', 'A tide', 'mill', 'works']) {
    const start = text.indexOf(word);
    const hit = back({ start, end: start + word.length });
    expect(whole.slice(hit.start, hit.end)).toBe(word);
  }
});

test('a text of one block stays as it is', () => {
  const { text, back } = spacedAt('Words', [0]);
  expect(text).toBe('Words');
  expect(back({ start: 1, end: 5 })).toEqual({ start: 1, end: 5 });
});
