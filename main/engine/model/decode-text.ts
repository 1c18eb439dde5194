// From bytes to text. Order (measured on Chinese pages, a third of which declare the wrong charset or none): BOM, valid
// UTF-8, the HTTP header, what the page declares, then the look of the bytes.

import { analyse } from 'chardet';

export interface DecodedText {
  readonly text: string;
  /** The WHATWG label that was used, lower case. */
  readonly charset: string;
}

/** How far a page's own declaration is looked for (HTML, section 13.2.3.2, says 1024; sites put it later). */
const declarationWithin = 4096;

/** @param contentType the HTTP header, or null. @param declares finds the charset that the text itself declares. */
export function decodeText(bytes: Uint8Array, contentType: string | null, declares: RegExp): DecodedText {
  const marked = fromMark(bytes);
  if (marked !== null) return marked;
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== null) return utf8;
  const nearly = nearlyUtf8(bytes);
  if (nearly !== null) return nearly;
  const head = Buffer.from(bytes.subarray(0, declarationWithin)).toString('latin1');
  const labels = [/charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1], declares.exec(head)?.[1], ...looksLike(bytes), 'windows-1252'];
  for (const label of labels) {
    const decoded = label === undefined ? null : tryDecode(bytes, label, false);
    // Bytes that are far from UTF-8 are not made so by a declaration.
    if (decoded !== null && decoded.charset !== 'utf-8') return decoded;
  }
  return { text: new TextDecoder().decode(bytes), charset: 'utf-8' };
}

export const htmlDeclaration = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;
export const cssDeclaration = /^@charset\s+"([\w-]+)"/i;

/** One character cut in two by the site's own software does not make a page another charset. */
function nearlyUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return broken * 20 <= whole ? { text, charset: 'utf-8' } : null;
}

function fromMark(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return tryDecode(bytes, 'utf-8', false);
  if (first === 0xff && second === 0xfe) return tryDecode(bytes, 'utf-16le', false);
  if (first === 0xfe && second === 0xff) return tryDecode(bytes, 'utf-16be', false);
  return null;
}

function tryDecode(bytes: Uint8Array, label: string, fatal: boolean): DecodedText | null {
  try {
    const decoder = new TextDecoder(label, { fatal });
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    // An unknown label, or bytes that are not of this charset.
    return null;
  }
}

function looksLike(bytes: Uint8Array): string[] {
  return analyse(bytes.subarray(0, 200_000))
    .filter(({ confidence }) => confidence >= 30)
    .map(({ name }) => name);
}

/** UTF-16 apart, text holds no zero bytes, and every binary form does early. */
export function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return isUtf16 || !head.includes(0);
}
