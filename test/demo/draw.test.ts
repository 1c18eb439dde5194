// The pictures are what their names say, the same at every run, and different from each other.

import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';

import { drawGif, drawJpeg, drawPng, drawSvg, drawWebp, pictureAt } from './draw.ts';

describe('quick pictures', () => {
  it.each([
    ['image/png', drawPng],
    ['image/jpeg', drawJpeg],
    ['image/gif', drawGif],
    ['image/webp', drawWebp],
  ] as const)('are real: %s', async (type, draw) => {
    const bytes = draw(7, 41, 30);
    expect((await fileTypeFromBuffer(bytes))?.mime).toBe(type);
    expect(imageSize(bytes)).toMatchObject({ width: 41, height: 30 });
    expect(draw(7, 41, 30)).toEqual(bytes);
    expect(draw(8, 41, 30)).not.toEqual(bytes);
  });

  it('are real: image/svg+xml', () => {
    expect(imageSize(drawSvg(7, 41, 30))).toMatchObject({ width: 41, height: 30, type: 'svg' });
  });
});

describe('drawn scenes', () => {
  it.each(['/a/hills_dusk-4_96x60.jpg', '/a/tide-chart_sea-1_96x60.png?v=2'])('are found by address: %s', (address) => {
    const bytes = pictureAt(address);
    expect(bytes === null ? null : imageSize(bytes)).toMatchObject({ width: 96, height: 60 });
    expect(pictureAt(`https://pictures.example${address}`)).toEqual(bytes);
  });

  it.each(['/a/unknown_dusk-4_96x60.jpg', '/a/hills_unknown-4_96x60.jpg', '/a/hills.jpg', '/'])(
    'are not made up: %s',
    (address) => expect(pictureAt(address)).toBeNull(),
  );
});
