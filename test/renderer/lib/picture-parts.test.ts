import { expect, test } from 'vitest';
import { growPart, movePart, partBetween } from '../../../renderer/lib/picture-parts.ts';

test('a part lies between two points, whichever comes first', () => {
  expect(partBetween({ x: 80, y: 10 }, { x: 20, y: 40 })).toEqual({ x: 20, y: 10, width: 60, height: 30 });
});

test('a part stays in the picture when it is moved, and when it grows or shrinks', () => {
  const part = { x: 90, y: 0, width: 10, height: 10 };
  expect(movePart(part, 5, -5)).toEqual(part);
  expect(movePart(part, -5, 5)).toEqual({ x: 85, y: 5, width: 10, height: 10 });
  expect(growPart(part, 5, 5)).toEqual({ x: 90, y: 0, width: 10, height: 15 });
  expect(growPart(part, -50, -50)).toEqual({ x: 90, y: 0, width: 2, height: 2 });
});
