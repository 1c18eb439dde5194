import { describe, expect, it } from 'vitest';
import { placeOnScreens, type Rectangle } from '../../main/shell/window/window-place.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1_440, height: 875 };
const beside: Rectangle = { x: 1_440, y: 0, width: 2_560, height: 1_440 };
const at = (x: number, y: number, width = 1_000, height = 700) => ({ bounds: { x, y, width, height }, maximized: false });

describe('the place of the window', () => {
  it('is the middle of the main screen at first, and fits on a small one', () => {
    expect(placeOnScreens(null, [laptop, beside]).bounds).toEqual({ x: 80, y: 53, width: 1_280, height: 820 });
    const small = { x: 0, y: 0, width: 1_024, height: 600 };
    expect(placeOnScreens(null, [small]).bounds).toEqual(small);
  });

  it('is kept where it is wholly visible, with its state', () => {
    const kept = { ...at(1_600, 100), maximized: true };
    expect(placeOnScreens(kept, [laptop, beside])).toEqual(kept);
  });

  it('comes back from a screen that is gone', () => {
    expect(placeOnScreens(at(1_600, 100), [laptop]).bounds).toEqual({ x: 220, y: 113, width: 1_000, height: 700 });
  });

  it('is pushed in from an edge, and shrunk to the screen that shows most of it', () => {
    expect(placeOnScreens(at(-400, -200), [laptop]).bounds).toEqual({ x: 0, y: 25, width: 1_000, height: 700 });
    expect(placeOnScreens(at(1_500, 50, 9_000, 9_000), [laptop, beside]).bounds).toEqual(beside);
  });

  it('never gets too small to use', () => {
    expect(placeOnScreens(at(10, 30, 1, 1), [laptop]).bounds).toEqual({ x: 10, y: 30, width: 480, height: 400 });
  });
});
