// What can be wrong with a picture on a page, and what must become of it.

import { deflateSync } from 'node:zlib';
import { drawGif, drawPng, drawWebp } from '../demo/draw.ts';
import { answer, bytes, first, flood, headOf, type Fault } from './fault-server.ts';
import { picture } from './pages.ts';

export interface PictureRow {
  readonly name: string;
  readonly fault: Fault;
  /** The type that it is stored under, or null where it is missing. */
  readonly stored: string | null;
  /** In the reason or in what was tried. */
  readonly says?: RegExp;
  /** How often it is asked for, at most. */
  readonly atMost?: number;
}

const ok = (type: string | null, body: string | Uint8Array): Fault => answer(200, type === null ? {} : { 'content-type': type }, body);
const to = (location: string): Fault => answer(302, { location });
const png = { 'content-type': 'image/png' };
const half = picture.subarray(0, picture.byteLength / 2);
const short = bytes(Buffer.concat([Buffer.from(headOf(200, { ...png, 'content-length': String(picture.byteLength) })), half]), 'end');
const badChunk = bytes(Buffer.concat([Buffer.from(`${headOf(200, { ...png, 'transfer-encoding': 'chunked' })}${half.byteLength.toString(16)}\r\n`), half, Buffer.from('\r\nzz\r\n')]), 'end');
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="alert(1)"><script>alert(1)</script><circle r="9"/></svg>';

function crc(of: Buffer): number {
  let value = ~0;
  for (const byte of of) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.byteLength, 0);
  ends.writeUInt32BE(crc(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** 3.6 thousand million pixels, in a few bytes. */
function hugePng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(Buffer.alloc(100_000))), pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function box(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.byteLength + 8);
  return Buffer.concat([size, Buffer.from(name, 'latin1'), data]);
}

/** The head of a file of this brand, and a body: as much as is looked at before it is kept. */
const branded = (brand: string): Buffer => Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1${brand}`, 'latin1')), box('mdat', Buffer.alloc(64, 7))]);

export const pictureRows: readonly PictureRow[] = [
  { name: 'that is fine', fault: ok('image/png', picture), stored: 'image/png' },
  { name: 'cut once', fault: first(1, short, ok('image/png', drawPng(11, 60, 40))), stored: 'image/png', atMost: 2 },
  { name: 'cut always', fault: short, stored: null, atMost: 2 },
  { name: 'reset once', fault: first(1, bytes('', 'reset'), ok('image/png', drawPng(12, 60, 40))), stored: 'image/png', atMost: 2 },
  { name: 'reset always', fault: bytes('', 'reset'), stored: null, atMost: 8 },
  { name: 'of a bad chunk', fault: badChunk, stored: null, atMost: 2 },
  { name: 'that stalls', fault: bytes(Buffer.concat([Buffer.from(headOf(200, { ...png, 'content-length': '9000' })), half]), 'stall'), stored: null, says: /nothing came for/ },
  { name: 'refused for a moment', fault: first(1, answer(503), ok('image/png', drawPng(13, 60, 40))), stored: 'image/png' },
  { name: 'that is not there', fault: answer(404), stored: null, says: /HTTP 404/ },
  { name: 'that is gone', fault: answer(410), stored: null, says: /HTTP 410/ },
  { name: 'that is a page', fault: ok('image/png', '<!doctype html><title>No</title><p>Not allowed to be quoted'), stored: null, says: /not a picture/ },
  { name: 'that is a program', fault: ok('image/png', Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(400)])), stored: null, says: /not a picture/ },
  { name: 'that is a script', fault: ok('image/png', 'alert(1)'), stored: null, says: /not a picture/ },
  { name: 'as a page', fault: ok('text/html', drawPng(14, 60, 40)), stored: 'image/png' },
  { name: 'as a program', fault: ok('application/x-msdownload', drawPng(15, 60, 40)), stored: 'image/png' },
  { name: 'without a type', fault: ok(null, drawPng(16, 60, 40)), stored: 'image/png' },
  { name: 'that is a GIF', fault: ok('image/gif', drawGif(3, 30, 20)), stored: 'image/gif' },
  { name: 'that is a WebP', fault: ok('image/webp', drawWebp(4, 30, 20)), stored: 'image/webp' },
  { name: 'that is an AVIF', fault: ok('image/avif', branded('avif')), stored: 'image/avif' },
  { name: 'that is a HEIC', fault: ok('image/heic', branded('heic')), stored: 'image/heic' },
  { name: 'that is a JXL', fault: ok('image/jxl', Buffer.concat([Buffer.from('ff0a', 'hex'), Buffer.alloc(64, 9)])), stored: 'image/jxl' },
  { name: 'that is a drawing with a script', fault: ok('image/svg+xml', svg), stored: 'image/svg+xml' },
  { name: 'of 60000 x 60000', fault: ok('image/png', hugePng(60_000)), stored: 'image/png' },
  { name: 'without an end', fault: flood(headOf(200, { ...png, connection: 'close' }), Buffer.alloc(65_536, 1)), stored: null, says: /more than \d+ MB/ },
  { name: 'that says it is large', fault: flood(headOf(200, { ...png, 'content-length': '900000000' }), Buffer.alloc(65_536, 1)), stored: null, says: /more than \d+ MB/ },
  { name: 'that leads to a file', fault: to('file:///etc/passwd'), stored: null, says: /no web address/ },
  { name: 'that leads to data', fault: to('data:image/png;base64,AAAA'), stored: null, says: /no web address/ },
  { name: 'that leads to itself', fault: (socket, { path }) => to(path)(socket, { path, head: '' }), stored: null, says: /too many redirects/ },
  { name: 'that is nothing', fault: ok('image/png', ''), stored: null },
];
