// The pictures in an MHTML file, by the hash of their bytes.

import { createHash } from 'node:crypto';

export function mhtmlPictures(text: string): Set<string> {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1];
  if (boundary === undefined) return new Set();
  const hashes = new Set<string>();
  for (const part of text.split(`--${boundary}`).slice(1)) {
    const gap = part.search(/\r?\n\r?\n/);
    const head = part.slice(0, gap);
    if (!/^content-type:\s*image\//im.test(head)) continue;
    const body = part.slice(gap).trim();
    hashes.add(createHash('sha256').update(bytesOf(head, body)).digest('hex'));
  }
  return hashes;
}

function bytesOf(head: string, body: string): Buffer {
  if (/transfer-encoding:\s*base64/i.test(head)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(head)) return Buffer.from(body, 'latin1');
  const plain = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
