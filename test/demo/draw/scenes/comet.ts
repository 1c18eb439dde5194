// A comet over a dark ridge, its dust tail wide and its gas tail straight.

import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import { circle, ground } from '../shapes.ts';
import { paintSky, paintStars } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const TAIL = 460;

export const comet: Scene = (canvas, tools) => {
  const { palette, random, seed } = tools;
  paintSky(canvas, palette, 560);
  paintStars(canvas, random, palette, 420, 540);
  paintComet(canvas, tools);
  for (const depth of [0, 1, 2]) {
    const noise = createLayeredNoise(seed + depth * 9, 5);
    const height = (x: number): number => 500 + depth * 42 - noise(x / (190 + depth * 80), depth) * 90;
    canvas.paint(ground(canvas.width, height), mix(palette.far, palette.near, 0.35 + depth * 0.32));
  }
};

function paintComet(canvas: Canvas, { palette, random }: SceneTools): void {
  const [headX, headY] = [canvas.width * (0.3 + random() * 0.12), 330];
  const [stepX, stepY] = [0.82, -0.57];
  for (let index = 120; index > 0; index -= 1) {
    const share = index / 120;
    const bend = share ** 2 * 90;
    const [x, y] = [headX + stepX * TAIL * share + bend * 0.35, headY + stepY * TAIL * share + bend];
    const dust = mix(palette.light, palette.far, share);
    canvas.paint(circle(x, y, 3 + share * 34), dust, 0.07 * (1 - share), 12 + share * 46);
    const straight = TAIL * share * 0.95;
    canvas.paint(circle(headX + stepX * straight, headY + stepY * straight, 2), palette.far, 0.28 * (1 - share), 10);
  }
  canvas.paint(circle(headX, headY, 9), palette.light, 0.5, 30);
  canvas.paint(circle(headX, headY, 5), palette.light, 1, 3);
}
