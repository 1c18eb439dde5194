// Something to draw on: a grid of colours and filled shapes with smooth edges. Every scene is 600 units high,
// whatever its size in pixels. The shapes are in shapes.ts.

import type { Colour } from './colours.ts';
import type { Random } from './random.ts';
import type { Shape } from './shapes.ts';

export const HEIGHT = 600;

export type Paint = Colour | ((x: number, y: number) => Colour);

export class Canvas {
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** In units, as all coordinates. */
  readonly width: number;
  readonly #scale: number;
  readonly #channels: Float32Array;

  constructor(pixelWidth: number, pixelHeight: number) {
    this.pixelWidth = pixelWidth;
    this.pixelHeight = pixelHeight;
    this.#scale = pixelHeight / HEIGHT;
    this.width = pixelWidth / this.#scale;
    this.#channels = new Float32Array(pixelWidth * pixelHeight * 3);
  }

  /** Paints everything. */
  cover(paint: Paint): void {
    const everywhere = { left: 0, top: 0, right: this.width, bottom: HEIGHT };
    this.paint({ bounds: everywhere, distance: () => -1e6 }, paint);
  }

  /** Paints a shape; `opacity` from 0 to 1, `blur` in units softens its edge. */
  paint(shape: Shape, paint: Paint, opacity = 1, blur = 0): void {
    const { left, top, right, bottom } = this.#pixelBounds(shape, blur);
    const softness = Math.max(1, blur * this.#scale);
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        const x = (column + 0.5) / this.#scale;
        const y = (row + 0.5) / this.#scale;
        const inside = 0.5 - (shape.distance(x, y) * this.#scale) / softness;
        if (inside <= 0) continue;
        const share = Math.min(1, inside) * opacity;
        this.#blend((row * this.pixelWidth + column) * 3, typeof paint === 'function' ? paint(x, y) : paint, share);
      }
    }
  }

  /** A fine, even unrest, as film and paper have it. */
  grain(random: Random, strength: number): void {
    for (let at = 0; at < this.#channels.length; at += 3) {
      const change = (random() - 0.5) * strength;
      for (let channel = 0; channel < 3; channel += 1) this.#channels[at + channel]! += change;
    }
  }

  /** Three bytes a pixel, row by row. */
  toRgb(): Uint8Array {
    const bytes = new Uint8ClampedArray(this.#channels.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = this.#channels[at]! * 255;
    return new Uint8Array(bytes.buffer);
  }

  #pixelBounds(shape: Shape, blur: number): { left: number; top: number; right: number; bottom: number } {
    const margin = blur + 2 / this.#scale;
    const clamp = (units: number, limit: number): number =>
      Math.min(limit, Math.max(0, Math.round(units * this.#scale)));
    return {
      left: clamp(shape.bounds.left - margin, this.pixelWidth),
      top: clamp(shape.bounds.top - margin, this.pixelHeight),
      right: clamp(shape.bounds.right + margin, this.pixelWidth),
      bottom: clamp(shape.bounds.bottom + margin, this.pixelHeight),
    };
  }

  #blend(at: number, colour: Colour, share: number): void {
    const channels = this.#channels;
    channels[at] = channels[at]! + (colour[0] - channels[at]!) * share;
    channels[at + 1] = channels[at + 1]! + (colour[1] - channels[at + 1]!) * share;
    channels[at + 2] = channels[at + 2]! + (colour[2] - channels[at + 2]!) * share;
  }
}
