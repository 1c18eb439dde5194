// An article as a PDF worth keeping: printed by a Chromium that can reach nothing but the article's own files, then given
// its marks as real annotations and its metadata.

import { PDFDocument } from '@cantoo/pdf-lib';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { SealedFile } from '../model/ports.ts';
import type { Material, Publication, PublishTools } from './material.ts';
import { highlightMarks } from './pdf-marks.ts';
import { describePdf } from './pdf-metadata.ts';
import { assetsFolder, makePrintPage, type PrintPage } from './print-page.ts';
import { typeOfPath } from './stored-links.ts';

const pagePath = 'print.html';
/** A4 in inches; the print style says so too. */
const paper = { paperWidth: 8.27, paperHeight: 11.69 };
/** How long fonts and pictures may take, in milliseconds: they come from the disk. */
const patienceMs = 15_000;

/** Failures: `no-browser`, `timed-out`, `cancelled`. */
export async function writePdf(material: Material, tools: PublishTools): Promise<Result<Publication>> {
  const page = await makePrintPage(material);
  const printed = await print(page, material, tools);
  if (!printed.ok) return printed;
  const pdf = await PDFDocument.load(printed.value, { updateMetadata: false });
  highlightMarks(pdf, page.marks);
  describePdf(pdf, material);
  return ok({ bytes: await pdf.save(), beside: [] });
}

async function print(page: PrintPage, material: Material, tools: PublishTools): Promise<Result<Uint8Array>> {
  const opened = await tools.browser.openSealed({
    path: pagePath,
    read: (path) => readSealed(path, page, material, tools),
    width: 794,
    height: 1123,
    signal: tools.signal,
  });
  if (!opened.ok) return opened;
  const sealed = opened.value;
  try {
    await sealed.evaluate(loadFurnitureFonts);
    await sealed.settle(patienceMs);
    return ok(await sealed.printToPdf(paper));
  } finally {
    await sealed.close();
  }
}

/** What stands in the margins is not in the page's text: its fonts must be asked for. */
const loadFurnitureFonts = `document.fonts.load("400 10px 'Noto Serif SC'", document.title + '0123456789 of 第页共…').then(() => null)`;

async function readSealed(path: string, page: PrintPage, material: Material, tools: PublishTools): Promise<SealedFile | null> {
  if (path === pagePath) return { bytes: Buffer.from(page.html), type: typeOfPath(path) };
  const bytes = path.startsWith(assetsFolder)
    ? await tools.assets.readPrintAsset(path.slice(assetsFolder.length))
    : await material.readBlob(path);
  return bytes === null ? null : { bytes, type: typeOfPath(path) };
}
