// A compositor's case: compartments of unequal width, sorts of metal lying in them, one line set in a stick.

import type { Canvas } from '../canvas.ts';
import { HEIGHT } from '../canvas.ts';
import { colour, mix } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import { box, circle } from '../shapes.ts';
import type { Scene, SceneTools } from './scene.ts';

const METAL = colour('#c9ccce');
const SHADE = colour('#4b4f55');

export const typeCase: Scene = (canvas, tools) => {
  const { palette, random, seed } = tools;
  const wood = createLayeredNoise(seed, 4);
  canvas.cover((x, y) => mix(palette.far, palette.near, 0.25 + wood(x / 340, y / 9) * 0.45));
  let top = 14;
  while (top < HEIGHT - 20) {
    const height = 78 + Math.floor(random() * 3) * 18;
    let left = 14;
    while (left < canvas.width - 20) {
      const width = [74, 112, 150, 74][Math.floor(random() * 4)] ?? 74;
      paintCompartment(canvas, tools, left, top, Math.min(width, canvas.width - 14 - left), height);
      left += width + 12;
    }
    top += height + 12;
  }
};

function paintCompartment(
  canvas: Canvas,
  tools: SceneTools,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const { palette, random } = tools;
  if (width < 30) return;
  canvas.paint(box(left, top, width, height, 3), palette.near, 0.85);
  canvas.paint(box(left + 3, top + 10, width - 3, height - 10, 3), mix(palette.near, palette.far, 0.3), 0.8, 12);
  const count = Math.floor((width * height) / 520);
  for (let index = 0; index < count; index += 1) {
    const size = 17 + random() * 5;
    const [x, y] = [left + 4 + random() * (width - size - 8), top + 6 + random() * (height - size - 8)];
    paintSort(canvas, tools, x, y, size);
  }
}

/** One piece of type seen from above: body, face and nick. */
function paintSort(canvas: Canvas, { palette, random }: SceneTools, x: number, y: number, size: number): void {
  const isWide = random() > 0.5;
  const [width, height] = isWide ? [size, size * 0.72] : [size * 0.72, size];
  const gleam = random();
  canvas.paint(box(x + 2, y + 3, width, height, 1.5), SHADE, 0.55, 4);
  canvas.paint(box(x, y, width, height, 1.5), (px, py) =>
    mix(METAL, SHADE, (px - x + py - y) / (size * 3) + gleam * 0.3),
  );
  const ink = random() > 0.93 ? palette.accent : SHADE;
  const stroke = Math.max(2, width * 0.18);
  const [innerX, innerY, innerWidth, innerHeight] = [x + width * 0.24, y + height * 0.2, width * 0.52, height * 0.6];
  switch (Math.floor(random() * 4)) {
    case 0:
      canvas.paint(box(innerX + innerWidth / 2 - stroke / 2, innerY, stroke, innerHeight), ink);
      canvas.paint(box(innerX, innerY, innerWidth, stroke * 0.8), ink);
      break;
    case 1:
      canvas.paint(circle(x + width / 2, y + height / 2, innerHeight / 2.1), ink);
      canvas.paint(circle(x + width / 2, y + height / 2, innerHeight / 4.4), METAL);
      break;
    case 2:
      for (const share of [0, 0.42, 0.84]) {
        canvas.paint(box(innerX, innerY + innerHeight * share, innerWidth, stroke * 0.7), ink);
      }
      canvas.paint(box(innerX, innerY, stroke, innerHeight), ink);
      break;
    default:
      for (const share of [0, 1]) {
        canvas.paint(box(innerX + (innerWidth - stroke) * share, innerY, stroke, innerHeight), ink);
      }
      canvas.paint(box(innerX, innerY + innerHeight * 0.42, innerWidth, stroke * 0.7), ink);
  }
}
