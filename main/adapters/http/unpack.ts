// Takes an answer's Content-Encoding off while it streams. Strictly: what ends in the middle fails, where got would take the
// part that came for the whole; and `deflate` both ways, since some servers leave its head out.

import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

/** What is asked for, as browsers do. */
export const acceptEncoding = 'gzip, deflate, br, zstd';

/** The body as it was before it was packed. Throws what the body fails with, and zlib's errors. */
export function unpacked(body: AsyncIterable<Uint8Array>, contentEncoding: string | undefined): AsyncIterable<Uint8Array> {
  const encodings = (contentEncoding ?? '').toLowerCase().split(',').map((one) => one.trim());
  // The last one named was put on last. What is no encoding is passed over: some sites write their charset there.
  return encodings.reduceRight<AsyncIterable<Uint8Array>>((packed, encoding) => {
    const unpacker = unpackers[encoding];
    return unpacker === undefined ? packed : through(packed, unpacker);
  }, body);
}

/** By the first piece of what is packed. */
const unpackers: Readonly<Record<string, (first: Uint8Array) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  // RFC 1950 begins with a byte whose low half is 8; raw deflate (RFC 1951) practically never does.
  deflate: ([byte = 8]) => (byte % 16 === 8 ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress(),
};

async function* through(packed: AsyncIterable<Uint8Array>, unpackerFor: (first: Uint8Array) => Transform): AsyncIterable<Uint8Array> {
  const pieces = packed[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const unpacker = unpackerFor(first.value);
  // What goes wrong on either side is thrown by the unpacker.
  pipeline(Readable.from(withFirst(first.value, pieces)), unpacker, () => undefined);
  yield* unpacker as AsyncIterable<Uint8Array>;
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
