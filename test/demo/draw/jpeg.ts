// A baseline JPEG writer (ITU-T T.81): YCbCr without subsampling, one quantisation table and one pair of
// Huffman tables (those of annex K.3 for luminance) for all three components.

import { AC_COUNTS, AC_SYMBOLS, codesOf, DC_COUNTS, DC_SYMBOLS } from './jpeg-codes.ts';
import type { Code } from './jpeg-codes.ts';

const DC_CODES = codesOf(DC_COUNTS, DC_SYMBOLS);
const AC_CODES = codesOf(AC_COUNTS, AC_SYMBOLS);
const ZIGZAG = zigzagOrder();
const COSINES = cosineTable();
const END_OF_BLOCK = 0x00;
const SIXTEEN_ZEROS = 0xf0;

/** `rgb` holds three bytes a pixel, row by row. `step` is the coarseness: 3 is fine, 12 shows. */
export function encodeJpeg(width: number, height: number, rgb: Uint8Array, step = 5): Uint8Array {
  const table = quantisation(step);
  const bits = new BitWriter();
  const previous = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const planes = readBlock(width, height, rgb, left, top);
      for (const [component, plane] of planes.entries()) {
        const block = quantise(transform(plane), table);
        previous[component] = writeBlock(bits, block, previous[component] ?? 0);
      }
    }
  }
  return Buffer.concat([header(width, height, table), bits.end(), Buffer.from([0xff, 0xd9])]);
}

/** Coarser towards the high frequencies, in zigzag order. */
function quantisation(step: number): Uint8Array {
  return Uint8Array.from(ZIGZAG, (index) => {
    const distance = (index & 7) + (index >> 3);
    return Math.min(255, Math.max(1, Math.round(step * (1 + distance * 0.55))));
  });
}

function header(width: number, height: number, table: Uint8Array): Buffer {
  const components = [1, 2, 3];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]), // "JFIF", version 1.1, square pixels
    segment(0xdb, [0, ...table]),
    segment(0xc0, [8, ...word(height), ...word(width), 3, ...components.flatMap((id) => [id, 0x11, 0])]),
    segment(0xc4, [0x00, ...DC_COUNTS, ...DC_SYMBOLS]),
    segment(0xc4, [0x10, ...AC_COUNTS, ...AC_SYMBOLS]),
    segment(0xda, [3, ...components.flatMap((id) => [id, 0]), 0, 63, 0]),
  ]);
}

function segment(marker: number, content: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, ...word(content.length + 2), ...content]);
}

function word(value: number): [number, number] {
  return [value >> 8, value & 255];
}

/** The three planes of one block, centred on zero; pixels past the edge repeat the last ones. */
function readBlock(width: number, height: number, rgb: Uint8Array, left: number, top: number): Float32Array[] {
  const planes = [new Float32Array(64), new Float32Array(64), new Float32Array(64)] as const;
  for (let index = 0; index < 64; index += 1) {
    const x = Math.min(width - 1, left + (index & 7));
    const y = Math.min(height - 1, top + (index >> 3));
    const at = (y * width + x) * 3;
    const [red = 0, green = 0, blue = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
    planes[0][index] = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
    planes[1][index] = -0.168736 * red - 0.331264 * green + 0.5 * blue;
    planes[2][index] = 0.5 * red - 0.418688 * green - 0.081312 * blue;
  }
  return [...planes];
}

/** The discrete cosine transform, by rows and then by columns. */
function transform(plane: Float32Array): Float32Array {
  return transformRows(transformRows(plane));
}

/** Transforms the rows and turns the block, so that doing it twice transforms both ways. */
function transformRows(plane: Float32Array): Float32Array {
  const turned = new Float32Array(64);
  for (let row = 0; row < 8; row += 1) {
    for (let frequency = 0; frequency < 8; frequency += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) sum += (plane[row * 8 + x] ?? 0) * (COSINES[frequency * 8 + x] ?? 0);
      turned[frequency * 8 + row] = sum;
    }
  }
  return turned;
}

function quantise(block: Float32Array, table: Uint8Array): Int32Array {
  return Int32Array.from(ZIGZAG, (index, place) => Math.round((block[index] ?? 0) / (table[place] ?? 1)));
}

/** Writes a block and returns its first coefficient, from which the next block's is counted. */
function writeBlock(bits: BitWriter, block: Int32Array, previous: number): number {
  const first = block[0] ?? 0;
  writeValue(bits, DC_CODES, 0, first - previous);
  let zeros = 0;
  for (const value of block.subarray(1)) {
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.write(codeOf(AC_CODES, SIXTEEN_ZEROS));
    writeValue(bits, AC_CODES, zeros, value);
    zeros = 0;
  }
  if (zeros > 0) bits.write(codeOf(AC_CODES, END_OF_BLOCK));
  return first;
}

function writeValue(bits: BitWriter, codes: ReadonlyMap<number, Code>, zeros: number, value: number): void {
  const size = 32 - Math.clz32(Math.abs(value));
  bits.write(codeOf(codes, (zeros << 4) | size));
  bits.write({ bits: value < 0 ? value + (1 << size) - 1 : value, size });
}

function codeOf(codes: ReadonlyMap<number, Code>, symbol: number): Code {
  const code = codes.get(symbol);
  if (code === undefined) throw new Error(`No JPEG code for symbol ${symbol}`);
  return code;
}

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  /** At most 16 bits at once. */
  write(code: Code): void {
    this.#held = (this.#held << code.size) | code.bits;
    this.#count += code.size;
    while (this.#count >= 8) this.#flush();
  }

  /** The bytes, the last one filled up with ones. */
  end(): Buffer {
    if (this.#count > 0) this.write({ bits: 0xff >> this.#count, size: 8 - this.#count });
    return Buffer.from(this.#bytes);
  }

  #flush(): void {
    this.#count -= 8;
    const byte = (this.#held >> this.#count) & 0xff;
    this.#held &= (1 << this.#count) - 1;
    this.#bytes.push(byte);
    if (byte === 0xff) this.#bytes.push(0); // so that no byte of data looks like a marker
  }
}

function zigzagOrder(): number[] {
  const places = Array.from({ length: 64 }, (_, index) => ({ index, row: index >> 3, column: index & 7 }));
  const along = (place: { row: number; column: number }): number =>
    (place.row + place.column) % 2 === 0 ? place.column : place.row;
  return places
    .toSorted((a, b) => a.row + a.column - (b.row + b.column) || along(a) - along(b))
    .map((place) => place.index);
}

function cosineTable(): Float32Array {
  return Float32Array.from({ length: 64 }, (_, index) => {
    const frequency = index >> 3;
    const scale = frequency === 0 ? Math.SQRT1_2 / 2 : 0.5;
    return scale * Math.cos(((2 * (index & 7) + 1) * frequency * Math.PI) / 16);
  });
}
