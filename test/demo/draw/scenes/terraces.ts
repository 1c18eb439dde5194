// Tea terraces: broad slopes ruled with rows of bushes, mist in the valleys.

import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { createLayeredNoise, createNoise } from '../random.ts';
import { circle, ellipse, ground } from '../shapes.ts';
import { paintLight, paintSky } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const SLOPES = 5;

export const terraces: Scene = (canvas, tools) => {
  const { palette, random } = tools;
  paintSky(canvas, palette, 380);
  paintLight(canvas, palette, canvas.width * (0.15 + random() * 0.7), 110 + random() * 50, 34);
  for (let slope = 0; slope < SLOPES; slope += 1) {
    paintSlope(canvas, tools, slope);
    paintMist(canvas, tools, 235 + slope * 78);
  }
  for (let index = 0; index < 9; index += 1) paintPicker(canvas, tools);
};

function paintSlope(canvas: Canvas, { palette, seed }: SceneTools, slope: number): void {
  const noise = createLayeredNoise(seed * 13 + slope, 3);
  const bend = createNoise(seed * 5 + slope);
  const depth = slope / (SLOPES - 1);
  const height = (x: number): number => 200 + depth * 260 - noise(x / (330 + depth * 120), slope * 2.1) * 130 + 60;
  const pale = mix(mix(palette.far, palette.low, 0.35), palette.far, depth);
  const row = 7 + depth * 13;
  canvas.paint(ground(canvas.width, height), (x, y) => {
    const along = (y - height(x) * 0.62 + bend(x / 240, y / 190) * 46) / row;
    const wave = 0.5 + 0.5 * Math.sin(along * Math.PI * 2);
    return mix(pale, mix(palette.far, palette.near, 0.35 + depth * 0.55), wave ** 1.6);
  });
}

function paintMist(canvas: Canvas, { palette, random }: SceneTools, y: number): void {
  for (let index = 0; index < 3; index += 1) {
    const width = 180 + random() * 260;
    canvas.paint(ellipse(random() * canvas.width, y + random() * 40, width, 14), palette.light, 0.3, 36);
  }
}

function paintPicker(canvas: Canvas, { palette, random }: SceneTools): void {
  const [x, y] = [canvas.width * (0.08 + random() * 0.84), 440 + random() * 120];
  const size = 3 + (y - 440) / 40;
  canvas.paint(ellipse(x, y, size, size * 1.7), palette.near);
  canvas.paint(ellipse(x, y - size * 1.9, size * 1.5, size * 0.6), palette.light);
  canvas.paint(circle(x + size, y - size * 0.2, size * 0.75), palette.accent);
}
