// One highlight annotation (ISO 32000-2, 12.5.6.10) with an appearance of its own, so that it looks alike in every viewer.

import { PDFHexString, PDFString, type PDFDict, type PDFDocument, type PDFObject, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { noteOf, type Annotation } from '../../../preload/contract/mark.ts';
import { markColorValues } from './mark-colors.ts';

/** In points, from the page's lower left. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Bit 3: the highlight is printed too. */
const printFlag = 4;

/** @param author where the mark does not say who made it */
export function highlightOf(page: PDFPage, mark: Annotation, parts: readonly Box[], author: string): PDFDict {
  const boxes = joinLines(parts);
  const rect = around(boxes);
  return page.doc.context.obj({
    ...commonFields(page, mark, author),
    Subtype: 'Highlight',
    Rect: [...rect],
    // Upper left, upper right, lower left, lower right: what viewers do, not what the standard's figure shows.
    QuadPoints: boxes.flatMap(({ left, bottom, right, top }) => [left, top, right, top, left, bottom, right, bottom]),
    AP: { N: appearance(page.doc, mark, boxes, rect) },
  });
}

/** What all annotations say: colour, author, note and times (ISO 32000-2, 12.5.2 and 12.5.6.2). */
export function commonFields(page: PDFPage, mark: Annotation, author: string): Record<string, string | number | number[] | PDFObject> {
  return {
    Type: 'Annot',
    C: [...markColorValues[mark.target.styleClass]],
    F: printFlag,
    P: page.ref,
    T: PDFHexString.fromText(creatorOf(mark) ?? (author === '' ? 'Offprint' : author)),
    Contents: PDFHexString.fromText(noteOf(mark)),
    CreationDate: PDFString.fromDate(new Date(mark.created)),
    M: PDFString.fromDate(new Date(mark.modified)),
  };
}

/** `creator` of the W3C's model: marks that came from other programs have one. */
function creatorOf(mark: Annotation & { readonly creator?: unknown }): string | null {
  const { creator } = mark;
  if (typeof creator === 'string') return creator;
  return typeof creator === 'object' && creator !== null && 'name' in creator && typeof creator.name === 'string' ? creator.name : null;
}

/** Multiplied with the page, so that the words stay black. */
function appearance(pdf: PDFDocument, mark: Annotation, boxes: readonly Box[], rect: readonly number[]): PDFRef {
  const paint = boxes.map(({ left, bottom, right, top }) => `${[left, bottom, right - left, top - bottom].map(short).join(' ')} re f`);
  const content = ['/Multiply gs', `${markColorValues[mark.target.styleClass].map(short).join(' ')} rg`, ...paint].join('\n');
  const stream = pdf.context.stream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...rect],
    Resources: { ExtGState: { Multiply: { Type: 'ExtGState', BM: 'Multiply' } } },
  });
  return pdf.context.register(stream);
}

/** Parts that touch on one line become one box: two would show a seam. */
function joinLines(parts: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const touches = last !== undefined && Math.abs(last.bottom - part.bottom) < 2 && Math.abs(last.right - part.left) < 1.5;
    if (last === undefined || !touches) joined.push(part);
    else joined[joined.length - 1] = { ...last, bottom: Math.min(last.bottom, part.bottom), right: part.right, top: Math.max(last.top, part.top) };
  }
  return joined;
}

function around(boxes: readonly Box[]): [left: number, bottom: number, right: number, top: number] {
  return [
    Math.min(...boxes.map((box) => box.left)),
    Math.min(...boxes.map((box) => box.bottom)),
    Math.max(...boxes.map((box) => box.right)),
    Math.max(...boxes.map((box) => box.top)),
  ];
}

export function short(value: number): string {
  return value.toFixed(3).replace(/\.?0+$/, '');
}
