// A tide chart: a week of high and low water, springs and neaps, working hours shaded.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { box, circle, ground, line } from '../shapes.ts';
import type { Point } from '../shapes.ts';
import type { Scene, SceneTools } from './scene.ts';

const MIDDLE = 320;
const DAYS = 7;

export const tideChart: Scene = (canvas, tools) => {
  const { palette, random } = tools;
  const phase = random() * Math.PI * 2;
  const level = (x: number): number => {
    const day = (x / canvas.width) * DAYS;
    const spring = 1 + 0.42 * Math.cos((day / 14.77) * Math.PI * 4 + phase);
    const daily = 0.12 * Math.sin(day * Math.PI * 2 + phase);
    return MIDDLE - (Math.sin((day * 24 * Math.PI * 2) / 12.42 + phase) + daily) * spring * 118;
  };
  canvas.cover(palette.low);
  paintPaper(canvas, tools);
  canvas.paint(ground(canvas.width, level), (_x, y) => mix(palette.far, palette.high, (y - 150) / 420), 0.85);
  paintPaper(canvas, tools, 0.16);
  const curve: Point[] = Array.from({ length: 190 }, (_, index) => {
    const x = (index / 189) * canvas.width;
    return [x, level(x)];
  });
  for (let index = 0; index < curve.length - 1; index += 6) {
    canvas.paint(line(curve.slice(index, index + 7), 3.4), palette.near);
  }
  paintTurns(canvas, tools, curve);
};

function paintPaper(canvas: Canvas, { palette }: SceneTools, opacity = 0.5): void {
  for (let y = 20; y < HEIGHT; y += 20) {
    canvas.paint(box(0, y, canvas.width, y % 100 === 20 ? 1.4 : 0.6), palette.far, opacity);
  }
  const step = canvas.width / DAYS / 6;
  for (let index = 1; index < DAYS * 6; index += 1) {
    canvas.paint(box(index * step, 0, index % 6 === 0 ? 1.8 : 0.6, HEIGHT), palette.far, opacity);
  }
  canvas.paint(box(0, MIDDLE, canvas.width, 1.6), palette.near, 0.55);
}

function paintTurns(canvas: Canvas, { palette }: SceneTools, curve: readonly Point[]): void {
  for (let index = 1; index < curve.length - 1; index += 1) {
    const [before, here, after] = [curve[index - 1]!, curve[index]!, curve[index + 1]!];
    if ((here[1] - before[1]) * (after[1] - here[1]) > 0) continue;
    const isHigh = here[1] < MIDDLE;
    canvas.paint(circle(here[0], here[1], 8.5), palette.low);
    canvas.paint(circle(here[0], here[1], 6), isHigh ? palette.accent : palette.near);
  }
}
