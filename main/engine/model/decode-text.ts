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
  const { text, charset } = decode(bytes, contentType, declares);
  // A zero byte is no character of a page: browsers pass it over.
  return { text: text.includes('\0') ? text.replaceAll('\0', '') : text, charset };
}

function decode(bytes: Uint8Array, contentType: string | null, declares: RegExp): DecodedText {
  const marked = fromMark(bytes) ?? utf16ByLook(bytes);
  if (marked !== null) return marked;
  // Seven bits a byte, and so valid UTF-8, though it is not.
  if (shiftsToJapanese(bytes)) return tryDecode(bytes, 'iso-2022-jp', false) ?? { text: '', charset: 'iso-2022-jp' };
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

function shiftsToJapanese(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && /^\x1b\$[@B]/.test(Buffer.from(bytes.subarray(at, at + 3)).toString('latin1'));
}

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

/** Without a mark, by the zero byte in every other place that markup and Latin letters have. */
function utf16ByLook(bytes: Uint8Array): DecodedText | null {
  const head = bytes.subarray(0, 512);
  const zeros = (offset: 0 | 1): number => head.filter((byte, at) => byte === 0 && at % 2 === offset).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (head.length < 40 || Math.max(even, odd) * 5 < head.length || Math.min(even, odd) * 10 > Math.max(even, odd)) return null;
  return tryDecode(bytes, even > odd ? 'utf-16be' : 'utf-16le', false);
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

/** Text holds no zero bytes but in UTF-16, or a stray one; every binary form has many of them early, or other controls. */
export function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (fromMark(head) !== null || utf16ByLook(head) !== null) return true;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls * 50 <= head.length;
}
