// A street of food stalls at night: strings of lanterns, awnings, steam, people as shadows, wet stones.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import { box, circle, ellipse, line } from '../shapes.ts';
import type { Point } from '../shapes.ts';
import { paintSky } from './backdrop.ts';
import type { Scene, SceneTools } from './scene.ts';

const STREET = 468;

export const lanterns: Scene = (canvas, tools) => {
  const { palette, random } = tools;
  paintSky(canvas, palette, 620);
  for (let left = -20; left < canvas.width; ) {
    const width = 90 + random() * 80;
    canvas.paint(box(left, 120 + random() * 120, width, 400), mix(palette.near, palette.high, 0.35 + random() * 0.25));
    left += width + 4;
  }
  for (let left = 20; left < canvas.width; left += 236) paintStall(canvas, tools, left);
  canvas.paint(box(0, STREET, canvas.width, HEIGHT - STREET), (_x, y) =>
    mix(palette.near, palette.high, (y - STREET) / 240),
  );
  paintReflections(canvas, tools);
  for (let row = 0; row < 3; row += 1) paintString(canvas, tools, row);
  for (let index = 0; index < 11; index += 1) {
    paintPerson(canvas, tools, (index + random() * 0.8) * (canvas.width / 11));
  }
};

function paintStall(canvas: Canvas, { palette, random }: SceneTools, left: number): void {
  const width = 206;
  canvas.paint(box(left + 8, 338, width - 16, 130), palette.accent, 0.34, 60);
  canvas.paint(box(left + 14, 340, width - 28, 128), mix(palette.accent, palette.light, 0.35));
  canvas.paint(box(left + 6, 412, width - 12, 58, 3), mix(palette.near, palette.accent, 0.18));
  const stripes = 9;
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const tint = stripe % 2 === 0 ? palette.accent : palette.light;
    const stripeWidth = width / stripes;
    canvas.paint(box(left + stripe * stripeWidth, 312, stripeWidth, 34), mix(tint, palette.near, 0.2));
    canvas.paint(circle(left + (stripe + 0.5) * stripeWidth, 346, stripeWidth / 2), mix(tint, palette.near, 0.2));
  }
  for (let pot = 0; pot < 3; pot += 1) {
    const x = left + 40 + pot * 62;
    canvas.paint(ellipse(x, 408, 24, 12), palette.near);
    canvas.paint(ellipse(x, 402, 24, 7), mix(palette.near, palette.light, 0.4));
    for (let puff = 0; puff < 6; puff += 1) {
      const reach = 10 + puff * 5;
      canvas.paint(circle(x + (random() - 0.5) * 24, 392 - puff * 17, reach), palette.light, 0.11, reach * 1.6);
    }
  }
}

function paintString(canvas: Canvas, { palette, random }: SceneTools, row: number): void {
  const sag = 44 + row * 10;
  const top = 34 + row * 74;
  const size = 11 + row * 5.5;
  const y = (x: number): number => top + Math.sin((x / canvas.width + row * 0.21) * Math.PI * 2.6) ** 2 * sag;
  const points = Array.from({ length: 40 }, (_, index): Point => {
    const x = (index / 39) * canvas.width;
    return [x, y(x)];
  });
  canvas.paint(line(points, 1.4), palette.near, 0.9);
  for (let x = 24 + random() * 30; x < canvas.width; x += size * (3.6 + random() * 0.9)) {
    const centre = y(x) + size * 1.15;
    canvas.paint(circle(x, centre, size * 1.5), palette.accent, 0.3, size * 4);
    canvas.paint(ellipse(x, centre, size * 1.1, size), (px, py) =>
      mix(palette.light, palette.accent, Math.hypot(px - x, (py - centre) * 1.1) / size),
    );
    for (const end of [-1, 1]) {
      canvas.paint(box(x - size * 0.4, centre + end * size * 0.98 - 2, size * 0.8, 4, 1), palette.near);
    }
  }
}

function paintReflections(canvas: Canvas, { palette, random }: SceneTools): void {
  for (let index = 0; index < 120; index += 1) {
    const y = STREET + 8 + random() ** 1.4 * 120;
    const shape = box(random() * canvas.width, y, 16 + random() * 54, 2.2, 1);
    canvas.paint(shape, random() > 0.4 ? palette.accent : palette.light, 0.1 + random() * 0.2);
  }
}

function paintPerson(canvas: Canvas, { palette, random }: SceneTools, x: number): void {
  const tall = 96 + random() * 34;
  const foot = 506 + random() * 56;
  const dark = mix(palette.near, palette.high, random() * 0.12);
  canvas.paint(box(x - 17, foot - tall * 0.76, 34, tall * 0.52, 14), dark);
  canvas.paint(box(x - 13, foot - tall * 0.42, 11, tall * 0.42, 4), dark);
  canvas.paint(box(x + 2, foot - tall * 0.42, 11, tall * 0.42, 4), dark);
  canvas.paint(circle(x + 2, foot - tall * 0.87, 12.5), dark);
}
