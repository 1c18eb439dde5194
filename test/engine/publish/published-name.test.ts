// File names that every system keeps.

import { expect, it } from 'vitest';
import { publishedName } from '../../../main/engine/publish/published-name.ts';

it.each([
  ['渡口的灯：一座旧码头', '渡口的灯：一座旧码头'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['  ..hidden.  ', 'hidden'],
  ['line\nbreak\u0000\u202eevil', 'line break evil'],
  ['CON', 'CON_'],
  ['lpt1', 'lpt1_'],
  ['???', 'article'],
  ['', 'article'],
])('%j -> %j', (title, name) => {
  expect(publishedName(title)).toBe(name);
});

it('stays short enough for 255 bytes with an ending, and cuts no character', () => {
  const name = publishedName('😀字'.repeat(100));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
  expect(name.isWellFormed()).toBe(true);
});
