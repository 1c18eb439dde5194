// Rectangles in a picture, in hundredths of its sides. Pure.

import type { Part } from './frame-pictures.ts';

/** A part that one can still see. */
const least = 2;

interface Point {
  readonly x: number;
  readonly y: number;
}

export function partBetween(one: Point, other: Point): Part {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

/** Never out of the picture. */
export function movePart(part: Part, x: number, y: number): Part {
  return { ...part, x: within(part.x + x, 0, 100 - part.width), y: within(part.y + y, 0, 100 - part.height) };
}

/** By its lower right corner. */
export function growPart(part: Part, x: number, y: number): Part {
  return { ...part, width: within(part.width + x, least, 100 - part.x), height: within(part.height + y, least, 100 - part.y) };
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
