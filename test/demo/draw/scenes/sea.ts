// Rolling water in layers under a low light, and a whale's flukes going down between two waves.

import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { createNoise } from '../random.ts';
import { circle, ground } from '../shapes.ts';
import type { Shape } from '../shapes.ts';
import { paintLight, paintSky, paintStars } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const WAVES = 9;

export const sea: Scene = (canvas, tools) => {
  const { palette, random } = tools;
  paintSky(canvas, palette, 330);
  if (palette.high[2] < 0.35) paintStars(canvas, random, palette, 120, 240);
  const lightX = canvas.width * (0.25 + random() * 0.5);
  paintLight(canvas, palette, lightX, 190 + random() * 50, 38);
  for (let wave = 0; wave < WAVES; wave += 1) {
    if (wave === 4) paintFlukes(canvas, tools, canvas.width * (lightX > canvas.width / 2 ? 0.3 : 0.68));
    paintWave(canvas, tools, wave);
    paintGlitter(canvas, tools, lightX, 296 + wave * 34);
  }
};

function paintWave(canvas: Canvas, { palette, seed }: SceneTools, wave: number): void {
  const depth = wave / (WAVES - 1);
  const noise = createNoise(seed * 7 + wave);
  const length = 90 + depth * 130;
  const height = (x: number): number => {
    const shifted = x / length + wave * 1.9 + noise(x / 260, wave) * 2.4;
    return 300 + depth * 250 - (1 - Math.abs(Math.sin(shifted))) ** 1.6 * (9 + depth * 34);
  };
  const crest = mix(mix(palette.far, palette.low, 0.35), palette.near, depth ** 1.1);
  const trough = mix(palette.far, palette.near, 0.25 + depth * 0.7);
  canvas.paint(ground(canvas.width, height), (x, y) => mix(crest, trough, (y - height(x)) / (26 + depth * 30)));
}

function paintGlitter(canvas: Canvas, { palette, random }: SceneTools, x: number, y: number): void {
  for (let index = 0; index < 16; index += 1) {
    const spread = (random() - 0.5) * (60 + (y - 290) * 0.9);
    const shape = circle(x + spread, y + random() * 26, 1.3 + random() * 1.4);
    canvas.paint(shape, palette.light, 0.25 + random() * 0.4);
  }
}

/** Two lobes on a narrow stock, as they stand above the water for a moment. */
function paintFlukes(canvas: Canvas, { palette }: SceneTools, x: number): void {
  const [top, span, foot] = [318, 92, 440];
  const half = (side: number): Shape => ({
    bounds: { left: x - span, top: top - 22, right: x + span, bottom: foot },
    distance: (px, py) => {
      const outward = ((px - x) * side) / span;
      if (outward < -0.02 || outward > 1) return 8;
      const along = Math.max(0, outward);
      const upper = top + 10 - Math.sin(along * Math.PI * 0.62) * 26 + along ** 3 * 10;
      const lower = top + 46 - along ** 0.7 * 62 + along ** 4 * 14;
      return Math.max(upper - py, py - Math.max(lower, upper)) * 0.9;
    },
  });
  const stock: Shape = {
    bounds: { left: x - 60, top, right: x + 60, bottom: foot },
    distance: (px, py) => Math.max(top + 7 - py, Math.abs(px - x) - 7 - ((py - top) / 120) ** 1.7 * 40),
  };
  const dark = mix(palette.near, palette.far, 0.12);
  for (const shape of [half(-1), half(1), stock]) canvas.paint(shape, dark);
}
