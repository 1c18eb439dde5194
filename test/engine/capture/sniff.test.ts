import { describe, expect, it } from 'vitest';
import { sniff } from '../../../main/engine/capture/sniff.ts';
import { drawGif, drawJpeg, drawPng } from '../../demo/draw.ts';

const text = (words: string): Uint8Array => Buffer.from(words);

describe('what bytes are', () => {
  it.each([
    ['PNG', drawPng(1, 30, 20), 'image/png', 'png'],
    ['JPEG', drawJpeg(1, 30, 20), 'image/jpeg', 'jpg'],
    ['GIF', drawGif(1, 30, 20), 'image/gif', 'gif'],
    ['SVG', text('\uFEFF<?xml version="1.0"?>\n<!-- drawn > by hand -->\n<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'), 'image/svg+xml', 'svg'],
  ])('%s is a picture', async (_, bytes, type, extension) => {
    expect(await sniff(bytes, 'image')).toMatchObject({ type, extension });
  });

  it('HTML is neither a picture nor a stylesheet, whatever it is called', async () => {
    for (const words of ['<!doctype html><html>', '<html><body>not allowed', '  <!DOCTYPE html><svg></svg>', 'plain words', '']) {
      expect(await sniff(text(words), 'image')).toBeNull();
    }
    expect(await sniff(text('<!doctype html>'), 'style')).toBeNull();
  });

  it('a picture is no font, and a font no picture', async () => {
    expect(await sniff(drawPng(1, 3, 3), 'font')).toBeNull();
    expect(await sniff(text('wOF2'), 'image')).toBeNull();
  });

  // Each comment doubled the work of the expression that stood here once: this would not end before the sun does.
  it('comments without end are read once', async () => {
    expect(await sniff(text('<!---->'.repeat(146)), 'image')).toBeNull();
    expect(await sniff(text(`${'<!--'.repeat(200)}<svg`), 'image')).toBeNull();
  });
});
