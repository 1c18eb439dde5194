// A marked picture, or a part of one, as a square annotation (ISO 32000-2, 12.5.6.8): a frame in the mark's colour.

import type { PDFDict, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { markColorValues } from './mark-colors.ts';
import type { PictureArea } from './marked-pictures.ts';
import { commonFields, short, type Box } from './pdf-highlight.ts';

/** Points. */
const frame = 2;

/** @param parts where the picture is printed */
export function squareOf(page: PDFPage, mark: Annotation, parts: readonly Box[], area: PictureArea, author: string): PDFDict {
  // Of a picture that is a link Chromium prints two boxes: the picture's and that of the line that it stands in.
  const [picture] = parts.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  if (picture === undefined) throw new Error('a printed picture has a box');
  const width = picture.right - picture.left;
  const height = picture.top - picture.bottom;
  const left = picture.left + area.x * width;
  const top = picture.top - area.y * height;
  const rect = [left, top - area.height * height, left + area.width * width, top];
  return page.doc.context.obj({
    ...commonFields(page, mark, author),
    Subtype: 'Square',
    Rect: rect,
    BS: { W: frame, S: 'S' },
    AP: { N: appearance(page, mark, rect) },
  });
}

function sizeOf({ left, right, bottom, top }: Box): number {
  return (right - left) * (top - bottom);
}

function appearance(page: PDFPage, mark: Annotation, rect: readonly number[]): PDFRef {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const color = markColorValues[mark.target.styleClass].map(short).join(' ');
  const inner = [left + frame / 2, bottom + frame / 2, Math.max(0, right - left - frame), Math.max(0, top - bottom - frame)];
  const content = `${color} RG ${frame} w ${inner.map(short).join(' ')} re S`;
  return page.doc.context.register(page.doc.context.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [...rect], Resources: {} }));
}
