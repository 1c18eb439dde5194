// The demo's pictures, drawn by code alone: the same name gives the same bytes on every machine, no browser needed.
// A picture's address says what it is: `/any/folder/night-train_night-3_960x600.jpg` is the scene, the palette,
// the seed and the size.

import { Canvas } from './draw/canvas.ts';
import { PALETTES } from './draw/colours.ts';
import type { PaletteName } from './draw/colours.ts';
import { encodeJpeg } from './draw/jpeg.ts';
import { encodePng } from './draw/png.ts';
import { createRandom } from './draw/random.ts';
import { SCENES } from './draw/scenes.ts';
import type { SceneName } from './draw/scenes.ts';
import { drawGif, drawSvg, drawWebp } from './draw/small-formats.ts';
import { cachedPicture } from './picture-cache.ts';

export { drawGif, drawSvg, drawWebp };

export interface Picture {
  readonly scene: SceneName;
  readonly palette: PaletteName;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
}

const NAME = new RegExp(
  '(?<name>(?<scene>[a-z-]+)_(?<palette>[a-z]+)-(?<seed>[0-9]+)_(?<width>[0-9]{1,4})x(?<height>[0-9]{1,4})' +
    '[.](?<ending>png|jpe?g))([?].*)?$',
);
const GRAIN = 0.022;

/** The bytes of the picture that an address names, drawn at the first call; null when it names none. */
export function pictureAt(address: string): Uint8Array | null {
  const match = NAME.exec(address);
  const { scene = '', palette = '', seed, width, height, name = '', ending } = match?.groups ?? {};
  if (!isKeyOf(SCENES, scene) || !isKeyOf(PALETTES, palette)) return null;
  const picture = { scene, palette, seed: Number(seed), width: Number(width), height: Number(height) };
  return cachedPicture(name, () => drawPicture(picture, ending === 'png' ? 'png' : 'jpeg'));
}

/** Takes some tenths of a second for a picture as wide as a page. */
export function drawPicture(picture: Picture, format: 'png' | 'jpeg'): Uint8Array {
  const canvas = new Canvas(picture.width, picture.height);
  const random = createRandom(picture.seed);
  SCENES[picture.scene](canvas, { palette: PALETTES[picture.palette], random, seed: picture.seed });
  if (format === 'png') return encodePng(picture.width, picture.height, canvas.toRgb());
  canvas.grain(random, GRAIN);
  return encodeJpeg(picture.width, picture.height, canvas.toRgb());
}

/** A quick, plain PNG for tests that only need a real picture: a run from one colour to another, by the seed. */
export function drawPng(seed: number, width: number, height: number): Uint8Array {
  return encodePng(width, height, gradient(seed, width, height));
}

/** As `drawPng`. */
export function drawJpeg(seed: number, width: number, height: number): Uint8Array {
  return encodeJpeg(width, height, gradient(seed, width, height));
}

function gradient(seed: number, width: number, height: number): Uint8Array {
  const random = createRandom(seed);
  const ends = Array.from({ length: 6 }, () => random() * 255);
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < rgb.length; at += 1) {
    const pixel = Math.floor(at / 3);
    const share = ((pixel % width) / width + Math.floor(pixel / width) / height) / 2;
    const [from = 0, to = 0] = [ends[at % 3], ends[3 + (at % 3)]];
    rgb[at] = from + (to - from) * share;
  }
  return rgb;
}

function isKeyOf<T extends object>(record: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(record, name);
}
