// Which picture of a page a mark means, and which part of it. Nothing here changes the page.

import type { PictureSelector, Selector } from '../../preload/contract/mark.ts';
import type { AnchorState } from '../../preload/contract/anchor.ts';
import { offsetAt, type TextIndex } from './text-index.ts';

/** Part of a picture, in hundredths of its width and height. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const wholePicture: Part = { x: 0, y: 0, width: 100, height: 100 };

export interface FoundPicture {
  readonly state: AnchorState;
  /** False where its place is a guess. */
  readonly sure: boolean;
  readonly image: HTMLImageElement;
}

/** The picture, and the place in the text that it stands at, by which marks are put in order. */
export function describePicture(index: TextIndex, image: HTMLImageElement, part: Part): readonly Selector[] {
  const file = fileOf(image);
  const same = [...image.ownerDocument.images].filter((other) => fileOf(other) === file);
  const numbers = [part.x, part.y, part.width, part.height].map((value) => Math.round(value * 100) / 100);
  const at = offsetAt(index, image, 0);
  return [
    {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: `xywh=percent:${numbers.join(',')}`,
      'offprint:picture': { file: file.slice(0, 300), words: wordsBeside(image).slice(0, 2000), nth: Math.max(0, same.indexOf(image)) },
    },
    { type: 'TextPositionSelector', start: at, end: at },
  ];
}

/** The picture with the same file, else the only one that is called the same; null where there is neither. */
export function findPicture(page: Document, selector: PictureSelector): FoundPicture | null {
  const { file, words, nth } = selector['offprint:picture'];
  const all = [...page.images];
  const same = all.filter((image) => fileOf(image) === file);
  const there = same[nth] ?? same.at(-1);
  if (there !== undefined) return { image: there, state: same[nth] === undefined ? 'moved' : 'exact', sure: same.length === 1 || same[nth] !== undefined };
  const called = words === '' ? [] : all.filter((image) => wordsBeside(image) === words);
  const [only] = called;
  return only === undefined || called.length > 1 ? null : { image: only, state: 'changed', sure: true };
}

/** The whole picture for what cannot be read. */
export function partOf(selector: PictureSelector): Part {
  const numbers = selector.value.replace('xywh=percent:', '').split(',').map(Number);
  const [x = 0, y = 0, width = 100, height = 100] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) ? { x, y, width, height } : wholePicture;
}

/** Stored files are named by their content. */
function fileOf(image: HTMLImageElement): string {
  return (image.getAttribute('src') ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}

function wordsBeside(image: HTMLImageElement): string {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return (image.alt || caption).replace(/\s+/g, ' ').trim();
}
