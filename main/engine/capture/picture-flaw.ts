// Whether the bytes of a picture are all there, told from how each form is built and without decoding a pixel.

import type { Sniffed } from './sniff.ts';

/** `cut short`: it ends in the middle. `unreadable`: it begins as a picture and is none. `one pixel`: it shows nothing. */
export type Flaw = 'cut short' | 'unreadable' | 'one pixel';

/** Forms whose size is always read: without one, their head is broken. */
const sized = /^image\/(png|jpeg|gif|webp|bmp)$/;

export function flawOf(bytes: Uint8Array, { type, width, height }: Sniffed): Flaw | null {
  if (sized.test(type) && (width === null || height === null || width === 0 || height === 0)) return 'unreadable';
  if (isCutShort(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), type)) return 'cut short';
  return width === 1 && height === 1 ? 'one pixel' : null;
}

function isCutShort(bytes: Buffer, type: string): boolean {
  switch (type) {
    case 'image/jpeg':
      return !jpegEnds(bytes);
    case 'image/png':
    case 'image/apng':
      return !pngEnds(bytes);
    case 'image/gif':
      return !gifEnds(bytes);
    case 'image/webp':
      return bytes.readUInt32LE(4) + 8 > bytes.length;
    case 'image/avif':
    case 'image/heic':
    case 'image/heif':
      return !boxesEnd(bytes);
    case 'image/svg+xml':
      return !/<\/svg\s*>|\/>\s*(<!--[^]*-->\s*)?$/i.test(bytes.subarray(-2_000).toString('latin1'));
    default:
      return false;
  }
}

/** The end mark stands after the last scan began. Those before it may be of a thumbnail in the head. */
function jpegEnds(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

function pngEnds(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
  }
  return false;
}

/** Over its blocks (GIF89a, sections 17 to 27) to the trailer; one that lacks nothing but the trailer is whole. */
function gifEnds(bytes: Buffer): boolean {
  let at = 13 + colorTable(bytes[10]);
  let images = 0;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return images > 0;
    if (kind === 0x2c) {
      if (at + 10 > bytes.length) return false;
      at += 11 + colorTable(bytes[at + 9]);
    } else if (kind === 0x21) at += 2;
    // What is neither an image nor an extension stands behind the end in files that were padded.
    else return images > 0;
    const end = afterSubBlocks(bytes, at);
    if (end === null) return false;
    if (kind === 0x2c) images += 1;
    at = end;
  }
  return images > 0;
}

function colorTable(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterSubBlocks(bytes: Buffer, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const size = bytes[at] ?? 0;
    at += 1 + size;
    if (size === 0) return at;
  }
  return null;
}

/** ISO 14496-12: every box ends inside the file; one of size 0 goes to its end. */
function boxesEnd(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    if (size === 0) return true;
    const length = size === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.length;
}
