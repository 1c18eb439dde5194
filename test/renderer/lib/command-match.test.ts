import { expect, test } from 'vitest';
import { keyCaps } from '../../../renderer/lib/key-names.ts';
import { indexed, matches } from '../../../renderer/lib/command-match.ts';

test.each([
  ['Open the source page', 'sou', true],
  ['Open the source page', 'page op', true],
  ['Open the source page', '', true],
  ['Open the source page', 'ource', false],
  ['Paper: Sepia', 'paper sepia', true],
  ['Café', 'cafe', true],
  ['打开来源网页', '来源', true],
  ['打开来源网页', '源来', false],
])('%s is meant by "%s": %s', (label, typed, expected) => {
  expect(matches(indexed(label), typed)).toBe(expected);
});

test.each([
  ['Shift+Mod+F', 'darwin', ['⇧', '⌘', 'F']],
  ['Shift+Mod+F', 'linux', ['Ctrl', 'Shift', 'F']],
  ['Alt+ArrowUp', 'win32', ['Alt', '↑']],
  ['?', 'linux', ['?']],
])('%s on %s', (keys, platform, caps) => {
  expect(keyCaps(keys, platform)).toEqual(caps);
});
