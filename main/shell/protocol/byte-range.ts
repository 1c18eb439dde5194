// Reads a Range header (RFC 9110, section 14.1.2), which Electron's protocol handlers must answer by hand.

/** Both ends are included, as in the header. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one range that is asked for of `size` bytes; null where the whole is to be sent (no header, a form that is not
 * understood, several ranges); `unsatisfiable` where it lies outside.
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const range = first === '' ? lastBytes(Number(last), size) : fromTo(Number(first), last, size);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return range.start < size && range.start <= range.end ? range : 'unsatisfiable';
}

function lastBytes(count: number, size: number): ByteRange {
  return count === 0 ? { start: size, end: size } : { start: Math.max(0, size - count), end: size - 1 };
}

function fromTo(start: number, last: string, size: number): ByteRange {
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
