// A train with lit windows crossing a plain at night, and its light on the water beside the line.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import { box, circle, ground } from '../shapes.ts';
import { paintLight, paintSky, paintStars } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const RAIL = 446;

export const nightTrain: Scene = (canvas, tools) => {
  const { palette, random, seed } = tools;
  paintSky(canvas, palette, 430);
  paintStars(canvas, random, palette, 220, 330);
  paintLight(canvas, palette, canvas.width * (0.62 + random() * 0.25), 120, 30);
  for (const depth of [0, 1, 2]) {
    const noise = createLayeredNoise(seed + depth, 5);
    const height = (x: number): number => 350 + depth * 34 - noise(x / (200 + depth * 60), depth) * 120;
    canvas.paint(ground(canvas.width, height), mix(palette.far, palette.near, 0.1 + depth * 0.34));
  }
  canvas.paint(box(0, RAIL, canvas.width, HEIGHT - RAIL), (_x, y) => mix(palette.near, palette.far, (y - RAIL) / 260));
  const gap = 10;
  const coach = 226;
  for (let left = canvas.width * 0.1; left < canvas.width; left += coach + gap) paintCoach(canvas, tools, left, coach);
  paintBridge(canvas, tools);
};

function paintCoach(canvas: Canvas, tools: SceneTools, left: number, width: number): void {
  const { palette, random } = tools;
  const top = RAIL - 74;
  canvas.paint(box(left, top, width, 66, 9), mix(palette.near, palette.high, 0.55));
  canvas.paint(box(left, top, width, 9, 5), mix(palette.near, palette.light, 0.22));
  canvas.paint(box(left, top + 47, width, 4), palette.accent, 0.9);
  for (let window = 0; window < 8; window += 1) {
    const x = left + 13 + window * 26;
    const isLit = random() > 0.22;
    if (isLit) {
      canvas.paint(box(x - 3, top + 14, 24, 30, 4), palette.accent, 0.28, 22);
      canvas.paint(box(x, RAIL + 14, 18, 84, 6), palette.accent, 0.13 + random() * 0.06, 26);
    }
    const glass = isLit ? mix(palette.light, palette.accent, random() * 0.45) : mix(palette.near, palette.far, 0.6);
    canvas.paint(box(x, top + 16, 18, 25, 3), glass);
    if (isLit && random() > 0.5) canvas.paint(circle(x + 5 + random() * 8, top + 35, 4.4), palette.near, 0.85);
  }
  for (const share of [0.14, 0.24, 0.76, 0.86]) canvas.paint(circle(left + width * share, RAIL - 5, 7.5), palette.near);
}

function paintBridge(canvas: Canvas, { palette, random }: SceneTools): void {
  canvas.paint(box(0, RAIL, canvas.width, 9), mix(palette.near, palette.high, 0.2));
  for (let x = 40; x < canvas.width; x += 150) {
    canvas.paint(box(x, RAIL + 6, 16, 70), mix(palette.near, palette.high, 0.16));
  }
  for (let index = 0; index < 60; index += 1) {
    const y = RAIL + 78 + random() * 74;
    canvas.paint(box(random() * canvas.width, y, 20 + random() * 80, 1.3, 0.6), palette.light, 0.05 + random() * 0.1);
  }
}
