// A drawer of seeds: rows of grains, each row another kind, every grain lying a little differently.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import type { Colour } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import { box, circle, ellipse, line } from '../shapes.ts';
import type { Scene, SceneTools } from './scene.ts';

const CELL = 100;

interface Kind {
  readonly long: number;
  readonly wide: number;
  readonly skin: Colour;
  readonly mark: 'seam' | 'eye' | 'stripes';
}

export const seeds: Scene = (canvas, tools) => {
  const { palette, seed } = tools;
  const fibre = createLayeredNoise(seed, 4);
  canvas.cover((x, y) => mix(palette.low, palette.far, fibre(x / 40, y / 40) * 0.22));
  for (let top = 0; top < HEIGHT; top += CELL) {
    for (let left = 0; left < canvas.width; left += CELL) paintCell(canvas, tools, left, top);
  }
};

function paintCell(canvas: Canvas, tools: SceneTools, left: number, top: number): void {
  const { palette, random } = tools;
  canvas.paint(box(left + 5, top + 5, CELL - 10, CELL - 10, 7), palette.near, 0.1);
  canvas.paint(box(left + 7, top + 8, CELL - 12, CELL - 13, 6), mix(palette.low, palette.light, 0.6), 0.9);
  const kind = chooseKind(tools);
  const count = Math.round(900 / (kind.long * kind.wide)) + 3;
  for (let index = 0; index < count; index += 1) {
    const [angle, reach] = [index * 2.39996, Math.sqrt((index + 0.5) / count) * 33];
    const [x, y] = [left + CELL / 2 + Math.cos(angle) * reach, top + CELL / 2 + Math.sin(angle) * reach];
    paintSeed(canvas, tools, kind, x, y, random() * Math.PI);
  }
}

function chooseKind({ palette, random }: SceneTools): Kind {
  const skins = [palette.accent, palette.near, palette.far, palette.high, mix(palette.accent, palette.near, 0.5)];
  const marks = ['seam', 'eye', 'stripes'] as const;
  const long = 4 + random() * 11;
  return {
    long,
    wide: long * (0.42 + random() * 0.5),
    skin: mix(skins[Math.floor(random() * skins.length)] ?? palette.near, palette.near, random() * 0.4),
    mark: marks[Math.floor(random() * marks.length)] ?? 'seam',
  };
}

function paintSeed(canvas: Canvas, tools: SceneTools, kind: Kind, x: number, y: number, turn: number): void {
  const { palette, random } = tools;
  const size = 0.88 + random() * 0.24;
  const [long, wide] = [kind.long * size, kind.wide * size];
  canvas.paint(ellipse(x + 1.6, y + 2.4, long, wide, turn), palette.near, 0.3, 4);
  canvas.paint(ellipse(x, y, long, wide, turn), mix(kind.skin, palette.near, random() * 0.2));
  canvas.paint(ellipse(x - wide * 0.25, y - wide * 0.3, long * 0.45, wide * 0.3, turn), palette.light, 0.3, 3);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = (share: number, side: number): [number, number] => [
    x + cos * long * share - sin * wide * side,
    y + sin * long * share + cos * wide * side,
  ];
  if (kind.mark === 'seam') canvas.paint(line([along(-0.7, 0), along(0.7, 0)], 0.9), palette.near, 0.5);
  if (kind.mark === 'eye') canvas.paint(circle(...along(0.45, 0), Math.max(0.9, wide * 0.2)), palette.light, 0.75);
  if (kind.mark === 'stripes') {
    for (const side of [-0.4, 0, 0.4]) {
      canvas.paint(line([along(-0.55, side), along(0.55, side)], 0.7), palette.light, 0.5);
    }
  }
}
