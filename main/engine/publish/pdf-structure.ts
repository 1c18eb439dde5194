// The tags of a printed PDF, as far as marks touch them: a link that is gone must not stay in the structure tree.

import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';

export interface Structure {
  readonly pdf: PDFDocument;
  /** Struct parent number -> the structure element that holds the annotation. */
  readonly elements: ReadonlyMap<number, PDFDict>;
}

/** The elements that hold annotations; none where the document has no tags. */
export function openStructure(pdf: PDFDocument): Structure {
  const elements = new Map<number, PDFDict>();
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  if (tree !== undefined) collect(tree, elements);
  return { pdf, elements };
}

/** A number tree (ISO 32000-2, 7.9.7): leaves with `Nums`, others with `Kids`. Entries of pages are arrays, and not ours. */
function collect(node: PDFDict, elements: Map<number, PDFDict>): void {
  const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
  for (let at = 0; numbers !== undefined && at + 1 < numbers.size(); at += 2) {
    const element = numbers.lookup(at + 1);
    if (element instanceof PDFDict) elements.set(numbers.lookup(at, PDFNumber).asNumber(), element);
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let at = 0; kids !== undefined && at < kids.size(); at += 1) collect(kids.lookup(at, PDFDict), elements);
}

/** Takes an annotation out of its element and the document. */
export function forgetAnnotation({ pdf, elements }: Structure, ref: PDFRef, parent: number | null): void {
  const kids = parent === null ? undefined : elements.get(parent)?.lookupMaybe(PDFName.of('K'), PDFArray);
  for (let at = (kids?.size() ?? 0) - 1; at >= 0; at -= 1) {
    const kid = kids?.lookup(at);
    if (kid instanceof PDFDict && kid.get(PDFName.of('Obj')) === ref) kids?.remove(at);
  }
  pdf.context.delete(ref);
}

/** Link elements that hold a highlight now become `Annot`, those that hold nothing but text `Span`. */
export function renameElements({ pdf, elements }: Structure): void {
  for (const element of new Set(elements.values())) {
    if (element.get(PDFName.of('S')) !== PDFName.of('Link')) continue;
    const held = annotationsOf(pdf, element);
    if (held.some((annotation) => annotation.get(PDFName.of('Subtype')) === PDFName.of('Link'))) continue;
    element.set(PDFName.of('S'), PDFName.of(held.length > 0 ? 'Annot' : 'Span'));
  }
}

function annotationsOf(pdf: PDFDocument, element: PDFDict): PDFDict[] {
  const kids = element.lookupMaybe(PDFName.of('K'), PDFArray);
  const held: PDFDict[] = [];
  for (let at = 0; kids !== undefined && at < kids.size(); at += 1) {
    const kid = kids.lookup(at);
    const object = kid instanceof PDFDict ? pdf.context.lookup(kid.get(PDFName.of('Obj'))) : undefined;
    if (object instanceof PDFDict) held.push(object);
  }
  return held;
}
