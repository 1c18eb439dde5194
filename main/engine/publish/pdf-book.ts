// The page numbers in a book's contents. CSS cannot ask on which page something comes to stand (Chromium has no
// `target-counter`), so the book is printed, looked at, and printed again with the numbers in it.

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { SealedPage } from '../model/ports.ts';
import { articleAnchor } from './print-contents.ts';

/** The numbers have a column of their own in the contents: they move nothing, and the second print has the same pages. */
export async function fillPageNumbers(page: SealedPage, articles: number, print: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const first = await PDFDocument.load(await print(), { updateMetadata: false });
  const numbers = Array.from({ length: articles }, (_, index) => pageOf(first, articleAnchor(index)));
  await page.evaluate(writeNumbers(numbers));
  return print();
}

function writeNumbers(numbers: readonly (number | null)[]): string {
  return `${JSON.stringify(numbers)}.forEach((number, index) => {
    document.querySelectorAll('.offprint-contents .number')[index].textContent = number ?? '';
  })`;
}

/** The number of the page that a named destination is on, from 1, or null. */
export function pageOf(pdf: PDFDocument, name: string): number | null {
  const destination = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookup(PDFName.of(name));
  const place = destination instanceof PDFDict ? destination.lookup(PDFName.of('D')) : destination;
  const target = place instanceof PDFArray ? place.get(0) : undefined;
  if (!(target instanceof PDFRef)) return null;
  const index = pdf.getPages().findIndex((page) => page.ref === target);
  return index === -1 ? null : index + 1;
}

