// Marks on pictures: which picture of the page each is on, and on which part of it.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { pictureOf, type Annotation } from '../../../preload/contract/mark.ts';
import { blobPathOf } from './stored-links.ts';

/** Shares of the picture's width and height, 0 to 1, from its upper left. */
export interface PictureArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedPicture {
  readonly mark: Annotation;
  readonly picture: Element;
  readonly area: PictureArea;
}

/** In the order of the page; a mark whose picture is not on it is left out. Pictures must still have their links to blobs. */
export function placePictureMarks($: CheerioAPI, marks: readonly Annotation[]): PlacedPicture[] {
  const pictures = $('img').toArray();
  const placed = marks.flatMap((mark): PlacedPicture[] => {
    const selector = pictureOf(mark);
    if (selector === null) return [];
    const { file, nth } = selector['offprint:picture'];
    const picture = pictures.filter((one) => fileOf(one) === nameOf(file))[nth];
    return picture === undefined ? [] : [{ mark, picture, area: areaOf(selector.value) }];
  });
  return placed.sort((one, other) => pictures.indexOf(one.picture) - pictures.indexOf(other.picture));
}

/** https://www.w3.org/TR/media-frags/#naming-space, in percent; the whole picture for what is none. */
export function areaOf(fragment: string): PictureArea {
  const parts = /^xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(fragment)?.slice(1).map(Number) ?? [];
  const [x = 0, y = 0, width = 100, height = 100] = parts.map((part) => Math.min(100, Number.isNaN(part) ? 0 : part));
  return { x: x / 100, y: y / 100, width: Math.min(width, 100 - x) / 100, height: Math.min(height, 100 - y) / 100 };
}

function fileOf(picture: Element): string | null {
  const path = blobPathOf(picture.attribs['src'] ?? '');
  return path === null ? null : nameOf(path.slice(path.lastIndexOf('/') + 1));
}

/** Without its ending: the same bytes are the same picture. */
function nameOf(file: string): string {
  return file.replace(/\.\w+$/, '');
}
