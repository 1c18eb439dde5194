import { describe, expect, it } from 'vitest';
import { readByteRange } from '../../main/shell/protocol/byte-range.ts';

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=5-', { start: 5, end: 9 }],
    ['bytes=5-100', { start: 5, end: 9 }],
    ['bytes=-4', { start: 6, end: 9 }],
    ['bytes=-400', { start: 0, end: 9 }],
  ])('%s is a part of ten bytes', (header, range) => {
    expect(readByteRange(header, 10)).toEqual(range);
  });

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('%s lies outside of ten bytes', (header) => {
    expect(readByteRange(header, 10)).toBe('unsatisfiable');
  });

  it.each([null, '', 'bytes=', 'bytes=-', 'bytes=4-2', 'bytes=a-b', 'items=0-1', 'bytes=0-1,4-5', 'bytes=1-9999999999999999'])(
    '%s asks for the whole',
    (header) => {
      expect(readByteRange(header, 10)).toBeNull();
    },
  );
});
