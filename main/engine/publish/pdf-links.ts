// Puts links where they were measured to stand (print-measure.ts), in place of those that Chromium wrote.

import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { forgetAnnotation, openStructure, renameElements, type Structure } from './pdf-structure.ts';
import { boxOf, type MeasuredLink } from './print-measure.ts';
import type { Sheet } from './print-paper.ts';

export function rewriteLinks(pdf: PDFDocument, links: readonly MeasuredLink[], sheet: Sheet): void {
  const structure = openStructure(pdf);
  for (const [index, page] of pdf.getPages().entries()) {
    dropLinks(structure, page);
    for (const link of links) if (link.page === index) addLink(page, link, sheet);
  }
  renameElements(structure);
}

function dropLinks(structure: Structure, page: PDFPage): void {
  for (const ref of page.node.Annots()?.asArray() ?? []) {
    const annotation = page.doc.context.lookupMaybe(ref, PDFDict);
    if (!(ref instanceof PDFRef) || annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
    const parent = annotation.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() ?? null;
    page.node.removeAnnot(ref);
    forgetAnnotation(structure, ref, parent);
  }
}

function addLink(page: PDFPage, link: MeasuredLink, sheet: Sheet): void {
  const { left, bottom, right, top } = boxOf(link, sheet, page.getHeight());
  const { context } = page.doc;
  const target = link.href.startsWith('#')
    ? { Dest: PDFName.of(link.href.slice(1)) }
    : { A: { Type: 'Action', S: 'URI', URI: /^[\x20-\x7e]*$/.test(link.href) ? PDFString.of(escaped(link.href)) : PDFHexString.fromText(link.href) } };
  const annotation = context.obj({ Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0], Rect: [left, bottom, right, top], ...target });
  page.node.addAnnot(context.register(annotation));
}

/** In a PDF's string, brackets and backslashes mean something. */
function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}
