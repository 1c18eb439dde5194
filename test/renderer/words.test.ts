import { describe, expect, test } from 'vitest';
import { adding } from '../../preload/contract/messages/adding.ts';
import { captures } from '../../preload/contract/messages/captures.ts';
import { finding } from '../../preload/contract/messages/finding.ts';
import { keys } from '../../preload/contract/messages/keys.ts';
import { reading } from '../../preload/contract/messages/reading.ts';
import { searching } from '../../preload/contract/messages/searching.ts';
import { window as frame } from '../../preload/contract/messages/window.ts';

const places = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].filter((name) => name !== 'count').sort();

describe.each([
  ['window', frame],
  ['reading', reading],
  ['adding', adding],
  ['captures', captures],
  ['searching', searching],
  ['finding', finding],
  ['keys', keys],
])('the words of %s', (_name, area) => {
  // A number may only choose a word (`{n|mark|marks}`), and Chinese has one word for one and for many; what is shown must be shown in both.
  test.each(Object.entries(area.en))('%s has the same places in Chinese', (key, english) => {
    const chinese = (area['zh-CN'] as Readonly<Record<string, string>>)[key] ?? '';
    expect(places(chinese)).toEqual(places(english));
    expect(chinese.includes('{count}')).toBe(english.includes('{count}'));
    expect(chinese.trim()).not.toBe('');
  });

  test.each(Object.entries(area.en))('%s has no place inside a choice, which would not be filled', (_key, english) => {
    expect(english.replace(/\{\w+(\|[^|{}]*\|[^|{}]*)?\}/g, '')).not.toMatch(/[{}|]/);
  });
});
