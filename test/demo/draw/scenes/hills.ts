// Hills behind hills, paler with distance, under a low sun; still water in front where the seed says so.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import { box, ground } from '../shapes.ts';
import { paintLight, paintSky, paintStars } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const LAYERS = 6;

export const hills: Scene = (canvas, tools) => {
  const { palette, random, seed } = tools;
  paintSky(canvas, palette, 430);
  if (palette.high[2] < 0.35) paintStars(canvas, random, palette, 140, 300);
  paintLight(canvas, palette, canvas.width * (0.2 + random() * 0.6), 150 + random() * 110, 30 + random() * 16);
  for (let layer = 0; layer < LAYERS; layer += 1) paintLayer(canvas, tools, layer);
  if (seed % 2 === 0) paintWater(canvas, tools);
};

function paintLayer(canvas: Canvas, { palette, seed }: SceneTools, layer: number): void {
  const noise = createLayeredNoise(seed * 17 + layer, 5);
  const depth = layer / (LAYERS - 1);
  const base = 255 + depth * 215;
  const rise = 150 - depth * 50;
  const reach = 210 + depth * 90;
  const height = (x: number): number => base + 40 - noise(x / reach, layer * 3.7) * rise;
  const tint = mix(palette.far, palette.near, depth ** 1.2);
  const haze = mix(tint, palette.low, 0.55 - depth * 0.4);
  canvas.paint(ground(canvas.width, height), (x, y) => mix(tint, haze, (y - height(x)) / 150));
}

function paintWater(canvas: Canvas, { palette, random }: SceneTools): void {
  const shore = 508;
  canvas.paint(box(0, shore, canvas.width, HEIGHT - shore), (_x, y) =>
    mix(mix(palette.low, palette.far, 0.35), palette.near, ((y - shore) / 92) ** 0.8 * 0.75),
  );
  for (let index = 0; index < 70; index += 1) {
    const y = shore + 3 + random() ** 1.5 * 86;
    const length = 18 + random() * 90 * ((y - shore) / 60 + 0.3);
    canvas.paint(box(random() * canvas.width - 30, y, length, 1.3, 0.6), palette.light, 0.12 + random() * 0.22);
  }
}
