import { describe, expect, it } from 'vitest';
import { flawOf, type Flaw } from '../../../main/engine/capture/picture-flaw.ts';
import { sniff } from '../../../main/engine/capture/sniff.ts';
import { drawGif, drawJpeg, drawPng, drawSvg, drawWebp } from '../../demo/draw.ts';

async function flaw(bytes: Uint8Array): Promise<Flaw | 'no picture' | null> {
  const sniffed = await sniff(bytes, 'image');
  return sniffed === null ? 'no picture' : flawOf(bytes, sniffed);
}

/** An AVIF's boxes, without pixels. */
const avif = Buffer.concat([
  Buffer.from([0, 0, 0, 20]), Buffer.from('ftypavif\0\0\0\0avif'), Buffer.from([0, 0, 0, 48]), Buffer.from('mdat'), Buffer.alloc(40, 7),
]);
const whole: readonly (readonly [string, Uint8Array])[] = [
  ['PNG', drawPng(1, 90, 60)],
  ['JPEG', drawJpeg(1, 90, 60)],
  ['GIF', drawGif(1, 90, 60)],
  ['WebP', drawWebp(1, 90, 60)],
  ['SVG', Buffer.from(drawSvg(1, 90, 60))],
  ['AVIF', avif],
];

describe('a picture', () => {
  it.each(whole)('that is a whole %s has no flaw', async (_, bytes) => {
    expect(await flaw(bytes)).toBeNull();
  });

  it.each(whole)('that is a %s with more behind its end has no flaw', async (name, bytes) => {
    const padding = name === 'SVG' ? Buffer.from('\n<!-- drawn -->\n') : name === 'AVIF' ? Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]) : Buffer.alloc(64);
    expect(await flaw(Buffer.concat([bytes, padding]))).toBeNull();
  });

  it.each(whole)('that is half a %s is cut short', async (_, bytes) => {
    expect(await flaw(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toBe('cut short');
  });

  it('that ends within its thumbnail is cut short', async () => {
    const [picture, thumbnail] = [drawJpeg(1, 90, 60), drawJpeg(2, 20, 10)];
    const head = Buffer.from([0xff, 0xe1, (thumbnail.length + 2) >> 8, (thumbnail.length + 2) & 255]);
    const withThumbnail = Buffer.concat([picture.subarray(0, 2), head, thumbnail, picture.subarray(2)]);
    expect(await flaw(withThumbnail)).toBeNull();
    expect(await flaw(withThumbnail.subarray(0, -200))).toBe('cut short');
  });

  it('of one pixel shows nothing', async () => {
    expect(await flaw(drawPng(1, 1, 1))).toBe('one pixel');
    expect(await flaw(drawPng(1, 2, 1))).toBeNull();
  });

  it.each([['PNG', '\x89PNG\r\n\x1a\nIHDX'], ['GIF', 'GIF89a'], ['JPEG', '\xff\xd8\xff\xe0\0\x10JFIF']])('that is only called %s is unreadable', async (_, text) => {
    expect(await flaw(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from('no pixels follow, only words '.repeat(4))]))).not.toBeNull();
  });
});
