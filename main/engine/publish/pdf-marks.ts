// Turns the printed links of marks (print-links.ts) into highlight annotations: one per mark and page, over all its lines.
// Real links under a mark get their own address back.

import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { pictureOf, type Annotation } from '../../../preload/contract/mark.ts';
import { areaOf } from './marked-pictures.ts';
import { highlightOf, type Box } from './pdf-highlight.ts';
import { squareOf } from './pdf-square.ts';
import { forgetAnnotation, openStructure, renameElements } from './pdf-structure.ts';
import { parseMarkLink, type MarkLink } from './print-links.ts';

/** A printed link of ours: one line of a marked part. */
interface PrintedPart {
  readonly ref: PDFRef;
  readonly link: PDFDict;
  readonly meant: MarkLink;
  readonly box: Box;
}

/** Changes the document; `marks` is the list that the links count in; `author` is who they are by, where they do not say. The outline and the tags stay. */
export function highlightMarks(pdf: PDFDocument, marks: readonly Annotation[], author: string): void {
  const structure = openStructure(pdf);
  const printed = new Set<Annotation>();
  for (const [pageIndex, page] of pdf.getPages().entries()) {
    const parts = printedParts(page);
    const free = releaseLinks(page, parts);
    const lines = parts.filter(isLine);
    for (const index of new Set(lines.flatMap((part) => part.meant.marks))) {
      const mark = marks[index];
      if (mark === undefined) continue;
      // Names must differ in a document: where a mark goes on overleaf, its page is added.
      const name = printed.has(mark) ? `${mark.id}#page-${pageIndex + 1}` : mark.id;
      addHighlight(page, mark, { name, author }, lines.filter((part) => part.meant.marks.includes(index)), free);
      printed.add(mark);
    }
    for (const part of free) forgetAnnotation(structure, part.ref, structParent(part));
  }
  renameElements(structure);
}

/** Points; no line of print is lower. Where a heading moves overleaf, Chromium leaves a sliver of its link at the foot. */
const lowestLine = 3;

function isLine({ box }: PrintedPart): boolean {
  return box.top - box.bottom >= lowestLine;
}

function printedParts(page: PDFPage): PrintedPart[] {
  const annotations = page.node.Annots();
  const parts: PrintedPart[] = [];
  for (const ref of annotations?.asArray() ?? []) {
    const link = page.doc.context.lookupMaybe(ref, PDFDict);
    const address = link?.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString);
    const meant = address === undefined ? null : parseMarkLink(address.decodeText());
    const rect = link?.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (link === undefined || meant === null || rect === undefined || !(ref instanceof PDFRef)) continue;
    const box = { left: rect.x, bottom: rect.y, right: rect.x + rect.width, top: rect.y + rect.height };
    parts.push({ ref, link, meant, box });
  }
  return parts;
}

/** Gives real links their address back and takes the others off the page; answers those, free to be used again. */
function releaseLinks(page: PDFPage, parts: readonly PrintedPart[]): Set<PrintedPart> {
  const free = new Set<PrintedPart>();
  for (const part of parts) {
    if (part.meant.link === null) {
      page.node.removeAnnot(part.ref);
      free.add(part);
    } else {
      const action = { Type: 'Action', S: 'URI', URI: PDFString.of(encodeURI(decodeSafely(part.meant.link))) };
      part.link.set(PDFName.of('A'), page.doc.context.obj(action));
    }
  }
  return free;
}

/** The highlight takes the place of its first line's link in the tags, where there is one that is free. */
function addHighlight(
  page: PDFPage,
  mark: Annotation,
  { name, author }: { readonly name: string; readonly author: string },
  own: readonly PrintedPart[],
  free: Set<PrintedPart>,
): void {
  const { context } = page.doc;
  const boxes = own.map((part) => part.box);
  const picture = pictureOf(mark);
  const highlight = picture === null ? highlightOf(page, mark, boxes, author) : squareOf(page, mark, boxes, areaOf(picture.value), author);
  highlight.set(PDFName.of('NM'), PDFHexString.fromText(name));
  const place = own.find((part) => free.has(part));
  const ref = place?.ref ?? context.nextRef();
  const parent = place === undefined ? null : structParent(place);
  if (parent !== null) highlight.set(PDFName.of('StructParent'), PDFNumber.of(parent));
  if (place !== undefined) free.delete(place);
  context.assign(ref, highlight);
  page.node.addAnnot(ref);
}

function structParent(part: PrintedPart): number | null {
  return part.link.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() ?? null;
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
