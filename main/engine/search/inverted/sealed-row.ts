// Rows of the inverted index with a checksum before them: SQLite does not notice changed bytes.

import { crc32 } from 'node:zlib';

const checksumBytes = 4;

/** What stored bytes that are not what was written are told by. */
export class DamagedRow extends Error {}

export function sealed(bytes: Uint8Array): Uint8Array {
  const row = new Uint8Array(checksumBytes + bytes.length);
  new DataView(row.buffer).setUint32(0, crc32(bytes), true);
  row.set(bytes, checksumBytes);
  return row;
}

/** The bytes that were sealed; throws DamagedRow for others. */
export function unsealed(row: Uint8Array): Uint8Array {
  const bytes = row.subarray(checksumBytes);
  const written = row.length < checksumBytes ? -1 : new DataView(row.buffer, row.byteOffset).getUint32(0, true);
  if (written !== crc32(bytes)) throw new DamagedRow('a row of the index is not what was written');
  return bytes;
}
