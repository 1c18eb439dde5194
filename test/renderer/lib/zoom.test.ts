import { describe, expect, test } from 'vitest';
import { fitted, moved, zoomed } from '../../../renderer/lib/zoom.ts';

const picture = { width: 2000, height: 1000 };
const window = { width: 1000, height: 800 };

describe('a picture in the light box', () => {
  test('is shown whole, and never larger than it is', () => {
    expect(fitted(picture, window)).toEqual({ scale: 0.5, x: 0, y: 0 });
    expect(fitted({ width: 200, height: 100 }, window).scale).toBe(1);
    expect(fitted({ width: 0, height: 0 }, window).scale).toBe(1);
  });

  test('keeps the point that it is zoomed at', () => {
    const at = { x: 300, y: 100 };
    const before = { scale: 1, x: 0, y: 0 };
    const after = zoomed(before, 2, at, picture, window);
    expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale);
    expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale);
  });

  test('is not moved out of the window', () => {
    expect(moved({ scale: 1, x: 0, y: 0 }, 5000, 5000, picture, window)).toEqual({ scale: 1, x: 500, y: 100 });
    expect(moved({ scale: 0.5, x: 0, y: 0 }, 50, 50, picture, window)).toEqual({ scale: 0.5, x: 0, y: 0 });
  });

  test.each([1e6, 1e-6])('has bounds for a factor of %d', (factor) => {
    const { scale } = zoomed({ scale: 1, x: 0, y: 0 }, factor, { x: 0, y: 0 }, picture, window);
    expect(scale).toBeGreaterThanOrEqual(0.05);
    expect(scale).toBeLessThanOrEqual(16);
  });
});
