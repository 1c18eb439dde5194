// A star map: circles of declination, hours, figures joined by lines, and one dashed path across them.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { circle, line } from '../shapes.ts';
import type { Point, Shape } from '../shapes.ts';
import type { Scene, SceneTools } from './scene.ts';

const RADIUS = 262;

export const starMap: Scene = (canvas, tools) => {
  const { palette } = tools;
  canvas.cover((x, y) => mix(palette.low, palette.high, Math.hypot(x - canvas.width / 2, y - 300) / 520));
  paintGrid(canvas, tools);
  for (let figure = 0; figure < 8; figure += 1) paintFigure(canvas, tools, figure);
  paintField(canvas, tools);
  paintPath(canvas, tools);
};

function ring(x: number, y: number, radius: number, width: number): Shape {
  const disc = circle(x, y, radius + width);
  return { bounds: disc.bounds, distance: (px, py) => Math.abs(Math.hypot(px - x, py - y) - radius) - width / 2 };
}

function paintGrid(canvas: Canvas, { palette }: SceneTools): void {
  const [x, y] = [canvas.width / 2, HEIGHT / 2];
  for (const share of [1, 0.75, 0.5, 0.25]) {
    canvas.paint(ring(x, y, RADIUS * share, share === 1 ? 2.4 : 0.9), palette.light, share === 1 ? 0.9 : 0.35);
  }
  canvas.paint(ring(x, y, RADIUS + 9, 0.9), palette.light, 0.6);
  for (let hour = 0; hour < 24; hour += 1) {
    const angle = (hour / 24) * Math.PI * 2;
    const from: Point = [x + Math.cos(angle) * RADIUS * 0.25, y + Math.sin(angle) * RADIUS * 0.25];
    const to: Point = [x + Math.cos(angle) * (RADIUS + 9), y + Math.sin(angle) * (RADIUS + 9)];
    canvas.paint(line([from, to], 0.8), palette.light, 0.25);
  }
}

function paintFigure(canvas: Canvas, { palette, random }: SceneTools, figure: number): void {
  const angle = (figure / 8) * Math.PI * 2 + random() * 0.4;
  const distance = RADIUS * (0.35 + random() * 0.38);
  let [x, y] = [canvas.width / 2 + Math.cos(angle) * distance, HEIGHT / 2 + Math.sin(angle) * distance];
  let heading = random() * Math.PI * 2;
  const stars: Point[] = [];
  for (let star = 0; star < 4 + random() * 3; star += 1) {
    stars.push([x, y]);
    heading += (random() - 0.5) * 2.2;
    const step = 22 + random() * 30;
    const next: Point = [x + Math.cos(heading) * step, y + Math.sin(heading) * step];
    if (Math.hypot(next[0] - canvas.width / 2, next[1] - HEIGHT / 2) > RADIUS * 0.94) heading += Math.PI;
    [x, y] = [x + Math.cos(heading) * step, y + Math.sin(heading) * step];
  }
  canvas.paint(line(stars, 1.1), palette.light, 0.55);
  for (const [starX, starY] of stars) {
    const size = 1.8 + random() * 3;
    canvas.paint(circle(starX, starY, size + 2.4), palette.low);
    canvas.paint(circle(starX, starY, size), palette.light);
  }
}

function paintField(canvas: Canvas, { palette, random }: SceneTools): void {
  for (let star = 0; star < 260; star += 1) {
    const [angle, distance] = [random() * Math.PI * 2, Math.sqrt(random()) * RADIUS * 0.97];
    const [x, y] = [canvas.width / 2 + Math.cos(angle) * distance, HEIGHT / 2 + Math.sin(angle) * distance];
    canvas.paint(circle(x, y, 0.5 + random() * 0.9), palette.light, 0.75);
  }
}

function paintPath(canvas: Canvas, { palette, random }: SceneTools): void {
  const turn = random() * 0.8;
  const at = (share: number): Point => {
    const along = (share - 0.5) * RADIUS * 1.7;
    return [canvas.width / 2 + along, HEIGHT / 2 + Math.sin(share * 3 + turn) * 90 - 40];
  };
  for (let dash = 0; dash < 26; dash += 1) {
    canvas.paint(line([at(dash / 26), at((dash + 0.55) / 26)], 3), palette.accent);
  }
  const [x, y] = at(0.62);
  canvas.paint(circle(x, y, 9), palette.low);
  canvas.paint(circle(x, y, 6.5), palette.accent);
}
