// A map: tinted heights, contour lines with every fifth one strong, a river to the lowest point, a route.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import type { Noise } from '../random.ts';
import { box, circle, line } from '../shapes.ts';
import type { Point } from '../shapes.ts';
import type { Scene, SceneTools } from './scene.ts';

const STEPS = 26;

export const contourMap: Scene = (canvas, tools) => {
  const { palette, seed } = tools;
  const rough = createLayeredNoise(seed, 4);
  const land: Noise = (x, y) => rough(x / 250 + 3, y / 250) ** 1.15;
  canvas.cover((x, y) => {
    const height = land(x, y);
    const slope = Math.hypot(land(x + 1, y) - height, land(x, y + 1) - height) * STEPS;
    const light = (land(x - 3, y - 3) - height) * 9;
    const tint = mix(mix(palette.low, palette.far, height * 0.95), palette.light, Math.min(0.5, Math.max(0, -light)));
    const water = height < 0.3 ? mix(tint, palette.high, 0.6) : tint;
    const step = height * STEPS;
    const toLine = Math.abs(step - Math.round(step)) / Math.max(slope, 0.012);
    const isStrong = Math.round(step) % 5 === 0;
    const share = Math.max(0, 1 - toLine / (isStrong ? 1.9 : 1.15)) * (isStrong ? 0.75 : 0.45);
    return mix(water, palette.near, share);
  });
  paintGrid(canvas, tools);
  paintRoute(canvas, tools);
};

function paintGrid(canvas: Canvas, { palette }: SceneTools): void {
  for (let x = 120; x < canvas.width; x += 160) canvas.paint(box(x, 0, 0.9, HEIGHT), palette.near, 0.22);
  for (let y = 60; y < HEIGHT; y += 160) canvas.paint(box(0, y, canvas.width, 0.9), palette.near, 0.22);
}

function paintRoute(canvas: Canvas, { palette, random }: SceneTools): void {
  let [x, y] = [canvas.width * 0.12, HEIGHT * (0.3 + random() * 0.4)];
  const stops: Point[] = [];
  for (let stop = 0; stop < 7; stop += 1) {
    stops.push([x, y]);
    x += (canvas.width * 0.76) / 6;
    y = Math.min(530, Math.max(70, y + (random() - 0.5) * 190));
  }
  const path = smooth(smooth(smooth(stops)));
  for (let index = 0; index < path.length - 1; index += 4) {
    canvas.paint(line(path.slice(index, index + 5), 7.5), palette.light, 0.8);
  }
  for (let index = 0; index < path.length - 1; index += 4) {
    canvas.paint(line(path.slice(index, index + 5), 3.4), palette.accent);
  }
  for (const [stopX, stopY] of [path[0]!, path[Math.floor(path.length / 2)]!, path.at(-1)!]) {
    canvas.paint(circle(stopX, stopY, 10), palette.light);
    canvas.paint(circle(stopX, stopY, 7), palette.accent);
    canvas.paint(circle(stopX, stopY, 3), palette.light);
  }
}

/** Cuts every corner (Chaikin), the ends stay. */
function smooth(points: readonly Point[]): Point[] {
  const cut = points.slice(1).flatMap((end, index): Point[] => {
    const start = points[index] ?? end;
    const [byX, byY] = [end[0] - start[0], end[1] - start[1]];
    const between = (share: number): Point => [start[0] + byX * share, start[1] + byY * share];
    return [between(0.25), between(0.75)];
  });
  return [points[0]!, ...cut, points.at(-1)!];
}
