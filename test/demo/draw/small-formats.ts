// Small pictures of one colour in the other formats that pages use: GIF, lossless WebP, SVG. Valid, tiny, and
// different bytes for different seeds. Drawings worth looking at are PNG and JPEG (see picture.ts).

import { createRandom } from './random.ts';

type Rgb = readonly [number, number, number];

function colourOf(seed: number): Rgb {
  const random = createRandom(seed);
  return [Math.floor(random() * 256), Math.floor(random() * 256), Math.floor(random() * 256)];
}

/** A GIF89a of one frame. `width * height` is to stay small: a byte is written for every two pixels or so. */
export function drawGif(seed: number, width: number, height: number): Uint8Array {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head.set([0x80, 0, 0], 10); // a palette of two colours
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  frame.writeUInt16LE(width, 5);
  frame.writeUInt16LE(height, 7);
  const data = gifCodes(width * height);
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    blocks.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([
    head,
    Buffer.from([...colourOf(seed), 255, 255, 255]),
    frame,
    Buffer.from([2]),
    ...blocks,
    Buffer.from([0, 0x3b]),
  ]);
}

/** Three-bit codes, with a "clear" often enough that the codes never grow: no dictionary is needed. */
function gifCodes(pixels: number): Buffer {
  const [clear, end, colour] = [4, 5, 0];
  const codes: number[] = [];
  for (let index = 0; index < pixels; index += 1) codes.push(...(index % 2 === 0 ? [clear, colour] : [colour]));
  codes.push(end);
  const bits = codes.flatMap((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1]);
  return packBits(bits);
}

/** A lossless WebP: every prefix code has one symbol, so the pixels themselves take no bits at all. */
export function drawWebp(seed: number, width: number, height: number): Uint8Array {
  const [red, green, blue] = colourOf(seed);
  const bits: number[] = [];
  const put = (value: number, size: number): void => {
    for (let place = 0; place < size; place += 1) bits.push((value >> place) & 1);
  };
  put(width - 1, 14);
  put(height - 1, 14);
  put(0, 1 + 3); // no alpha, version 0
  put(0, 1 + 1 + 1); // no transform, no colour cache, one set of prefix codes
  for (const symbol of [green, red, blue, 255, 0]) put(0b101 | (symbol << 3), 3 + 8);
  const stream = Buffer.concat([Buffer.from([0x2f]), packBits(bits)]);
  const padded = stream.length % 2 === 0 ? stream : Buffer.concat([stream, Buffer.from([0])]);
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8L\0\0\0\0', 'latin1');
  head.writeUInt32LE(padded.length + 12, 4);
  head.writeUInt32LE(stream.length, 16);
  return Buffer.concat([head, padded]);
}

export function drawSvg(seed: number, width: number, height: number): Uint8Array {
  const fill = `rgb(${colourOf(seed).join(' ')})`;
  const radius = Math.min(width, height) / 3;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="#f4f0e6"/><circle cx="50%" cy="50%" r="${radius}" fill="${fill}"/></svg>`,
  );
}

/** Bits in the order in which they come, the first one lowest in its byte. */
function packBits(bits: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (index & 7));
  return bytes;
}
