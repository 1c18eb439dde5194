// Telegraph poles going away along a line of hills, their wires sagging, birds on them.

import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import type { Colour } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import { ellipse, ground, line } from '../shapes.ts';
import type { Point } from '../shapes.ts';
import { paintLight, paintSky } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const POLES = 8;
const ARMS = [0.04, 0.13, 0.22];

interface Pole {
  readonly x: number;
  readonly foot: number;
  readonly height: number;
}

export const wires: Scene = (canvas, tools) => {
  const { palette, random, seed } = tools;
  paintSky(canvas, palette, 470);
  paintLight(canvas, palette, canvas.width * (0.3 + random() * 0.2), 330, 44);
  for (const depth of [0, 1, 2, 3]) {
    const noise = createLayeredNoise(seed + depth * 3, 4);
    const height = (x: number): number => 410 + depth * 42 - noise(x / (230 + depth * 90), depth) * 70;
    canvas.paint(ground(canvas.width, height), mix(palette.far, palette.near, depth / 3.2));
  }
  const poles = Array.from({ length: POLES }, (_, index) => poleAt(canvas, index));
  for (const [index, pole] of poles.entries()) {
    const next = poles[index + 1] ?? { x: canvas.width + 260, foot: 690, height: 640 };
    paintSpan(canvas, tools, pole, next);
    paintPole(canvas, tools, pole);
  }
};

function poleAt(canvas: Canvas, index: number): Pole {
  const nearness = 1 / (POLES - index + 0.6);
  return { x: canvas.width * (0.1 + nearness * 1.12), foot: 446 + nearness * 150, height: 40 + nearness * 600 };
}

function armEnd(pole: Pole, arm: number, side: number): Point {
  return [pole.x + side * pole.height * 0.13, pole.foot - pole.height * (1 - (ARMS[arm] ?? 0))];
}

function paintPole(canvas: Canvas, { palette }: SceneTools, pole: Pole): void {
  const thick = Math.max(1.4, pole.height * 0.02);
  canvas.paint(line([[pole.x, pole.foot], [pole.x, pole.foot - pole.height]], thick), palette.near);
  for (const [arm] of ARMS.entries()) {
    canvas.paint(line([armEnd(pole, arm, -1), armEnd(pole, arm, 1)], thick * 0.7), palette.near);
    for (const side of [-1, 1, -0.55, 0.55]) {
      const [x, y] = armEnd(pole, arm, side);
      canvas.paint(ellipse(x, y - thick * 0.8, thick * 0.45, thick * 0.8), palette.near);
    }
  }
}

function paintSpan(canvas: Canvas, { palette, random }: SceneTools, from: Pole, to: Pole): void {
  for (const [arm] of ARMS.entries()) {
    for (const side of [-1, 1]) {
      const [start, end] = [armEnd(from, arm, side), armEnd(to, arm, side)];
      const at = (share: number): Point => [
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share + Math.sin(share * Math.PI) * from.height * 0.09,
      ];
      const points = Array.from({ length: 13 }, (_, index) => at(index / 12));
      canvas.paint(line(points, Math.max(0.9, from.height * 0.0045)), palette.near, 0.85);
      if (from.height > 110 && random() > 0.45) {
        paintBird(canvas, palette.near, at(0.25 + random() * 0.5), from.height * 0.022);
      }
    }
  }
}

function paintBird(canvas: Canvas, dark: Colour, [x, y]: Point, size: number): void {
  canvas.paint(ellipse(x, y - size * 0.9, size * 0.75, size * 1.15, 0.35), dark);
  canvas.paint(ellipse(x + size * 0.5, y - size * 2, size * 0.5, size * 0.5), dark);
  canvas.paint(line([[x - size * 0.3, y], [x - size * 0.9, y + size * 1.5]], size * 0.4), dark);
}
