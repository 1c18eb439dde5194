// What several outdoor scenes share: the sky from high to low, a sun or moon with its halo, stars.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import type { Palette } from '../colours.ts';
import type { Random } from '../random.ts';
import { circle } from '../shapes.ts';

export function paintSky(canvas: Canvas, palette: Palette, horizon = HEIGHT): void {
  canvas.cover((_x, y) => mix(palette.high, palette.low, (y / horizon) ** 1.3));
}

export function paintLight(canvas: Canvas, palette: Palette, x: number, y: number, radius: number): void {
  for (const [reach, opacity] of [[6, 0.1], [3.6, 0.14], [2, 0.2]] as const) {
    canvas.paint(circle(x, y, radius * reach * 0.5), palette.light, opacity, radius * reach);
  }
  canvas.paint(circle(x, y, radius), palette.light, 0.96);
}

export function paintStars(canvas: Canvas, random: Random, palette: Palette, count: number, lowest: number): void {
  for (let index = 0; index < count; index += 1) {
    const [x, y] = [random() * canvas.width, random() ** 1.4 * lowest];
    const size = 0.5 + random() ** 6 * 2.2;
    canvas.paint(circle(x, y, size), palette.light, 0.35 + random() * 0.6);
    if (size > 1.7) canvas.paint(circle(x, y, size), palette.light, 0.18, size * 9);
  }
}
