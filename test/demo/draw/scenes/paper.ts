// A worn sheet on the mender's table: deckle edge, worm holes, columns of writing, a strip of new tissue, a brush.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { colour, mix } from '../colours.ts';
import type { Colour } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import type { Random } from '../random.ts';
import { box, circle, ellipse, line, polygon } from '../shapes.ts';
import type { Shape } from '../shapes.ts';
import type { Scene, SceneTools } from './scene.ts';

const MARGIN = 70;

export const paper: Scene = (canvas, tools) => {
  const { palette, seed } = tools;
  const table = createLayeredNoise(seed + 3, 4);
  canvas.cover((x, y) => mix(palette.near, palette.far, 0.14 + table(x / 420, y / 14) * 0.26));
  const sheet = deckle(canvas, seed);
  canvas.paint(shifted(sheet, 8, 12), colour('#000000'), 0.35, 26);
  const fibre = createLayeredNoise(seed, 5);
  const stain = createLayeredNoise(seed + 8, 3);
  canvas.paint(sheet, (x, y) => {
    const stained = Math.max(0, stain(x / 190, y / 190) - 0.5) * 1.3;
    const aged = mix(palette.low, palette.far, fibre(x / 9, y / 24) * 0.28 + stained);
    return mix(aged, palette.near, Math.max(0, 0.16 + sheet.distance(x, y) / 260));
  });
  paintColumns(canvas, tools);
  paintHoles(canvas, tools);
  paintTissue(canvas, tools);
  paintBrush(canvas, tools);
};

function deckle(canvas: Canvas, seed: number): Shape {
  const edge = createLayeredNoise(seed + 21, 5);
  const inner = box(MARGIN, 52, canvas.width - MARGIN * 2, HEIGHT - 104, 4);
  return { bounds: inner.bounds, distance: (x, y) => inner.distance(x, y) + edge(x / 34, y / 34) * 16 };
}

function shifted(shape: Shape, byX: number, byY: number): Shape {
  const { left, top, right, bottom } = shape.bounds;
  return {
    bounds: { left: left + byX, top: top + byY, right: right + byX, bottom: bottom + byY },
    distance: (x, y) => shape.distance(x - byX, y - byY),
  };
}

/** Writing from right to left in columns, each sign a few strokes. */
function paintColumns(canvas: Canvas, { palette, random }: SceneTools): void {
  const step = 38;
  for (let x = canvas.width - MARGIN - 62; x > MARGIN + 44; x -= step) {
    canvas.paint(line([[x + step / 2, 92], [x + step / 2, HEIGHT - 92]], 0.8), palette.accent, 0.32);
    const end = HEIGHT - 110 - random() ** 3 * 200;
    for (let y = 104; y < end; y += 27) paintSign(canvas, palette.near, random, x, y);
  }
}

function paintSign(canvas: Canvas, ink: Colour, random: Random, x: number, y: number): void {
  const strokes = 3 + Math.floor(random() * 3);
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const [isFlat, offset] = [random() > 0.45, random() * 16 - 8];
    const half = 4 + random() * 5;
    const lean = (random() - 0.5) * 5;
    const ends = isFlat
      ? ([[x - half, y + offset + lean * 0.3], [x + half, y + offset - lean * 0.3]] as const)
      : ([[x + offset + lean, y - half], [x + offset, y + half]] as const);
    canvas.paint(line(ends, 1.7 + random()), ink, 0.78);
  }
}

function paintHoles(canvas: Canvas, { palette, random }: SceneTools): void {
  for (let trail = 0; trail < 7; trail += 1) {
    let [x, y] = [MARGIN + 60 + random() * (canvas.width - MARGIN * 2 - 120), 100 + random() * 380];
    for (let bite = 0; bite < 9; bite += 1) {
      canvas.paint(circle(x, y, 2.4 + random() * 3.4), mix(palette.near, palette.far, 0.2));
      [x, y] = [x + (random() - 0.5) * 13, y + (random() - 0.35) * 13];
    }
  }
}

function paintTissue(canvas: Canvas, { palette, random }: SceneTools): void {
  const [x, y] = [canvas.width * (0.2 + random() * 0.2), 150 + random() * 120];
  const strip = polygon([[x, y], [x + 190, y - 26], [x + 202, y + 62], [x + 8, y + 92]]);
  canvas.paint(strip, palette.light, 0.62, 5);
}

function paintBrush(canvas: Canvas, { palette }: SceneTools): void {
  const [x, y] = [canvas.width - 250, HEIGHT - 64];
  canvas.paint(line([[x + 8, y + 10], [x + 258, y - 122]], 17), colour('#000000'), 0.3, 14);
  canvas.paint(line([[x, y], [x + 250, y - 132]], 15), mix(palette.accent, palette.near, 0.3));
  canvas.paint(line([[x - 2, y + 1], [x + 40, y - 21]], 20), mix(palette.far, palette.light, 0.3));
  canvas.paint(ellipse(x - 22, y + 11, 30, 9, -0.485), palette.near, 0.92);
}
