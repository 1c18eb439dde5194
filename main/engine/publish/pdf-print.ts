// Prints a document in a Chromium that can reach nothing but the articles' own files and the fonts that come with the app.

import { ok, type Result } from '../../../preload/contract/result.ts';
import type { SealedFile, SealedPage } from '../model/ports.ts';
import type { Material, PublishTools } from './material.ts';
import { fillPageNumbers } from './pdf-book.ts';
import { measuringClass } from './print-columns.ts';
import { fitPictures, fitWideBlocks, shapePictures } from './print-fit.ts';
import { assetsFolder } from './print-fonts.ts';
import { printLongPage } from './print-long-page.ts';
import { measureLinks, type MeasuredLink } from './print-measure.ts';
import type { PrintPage } from './print-page.ts';
import { sheetOf, toInches, type Sheet } from './print-paper.ts';
import { typeOfPath } from './stored-links.ts';

const pagePath = 'print.html';
/** How long fonts and pictures may take, in milliseconds: they come from the disk. */
const patienceMs = 30_000;

export interface Printed {
  readonly bytes: Uint8Array;
  /** Where links stand, where Chromium's own in the PDF cannot be trusted; else null. */
  readonly links: readonly MeasuredLink[] | null;
}

/** The PDF as Chromium makes it. Failures: `no-browser`, `timed-out`, `cancelled`. */
export async function printPage(page: PrintPage, materials: readonly Material[], tools: PublishTools): Promise<Result<Printed>> {
  const sheet = sheetOf(tools.print);
  const opened = await tools.browser.openSealed({
    path: pagePath,
    read: (path) => readSealed(path, page, materials, tools),
    width: sheet.textWidth,
    height: sheet.textHeight,
    signal: tools.signal,
  });
  if (!opened.ok) return opened;
  const sealed = opened.value;
  try {
    await sealed.evaluate(loadFurnitureFonts);
    await sealed.settle(patienceMs);
    await fitWideBlocks(sealed);
    await shapePictures(sealed);
    if (tools.print.onePage) return ok({ bytes: await printLongPage(sealed, sheet), links: null });
    return ok(await printSheets(sealed, sheet, materials.length, tools.print.columns));
  } finally {
    await sealed.close();
  }
}

async function printSheets(page: SealedPage, sheet: Sheet, articles: number, columns: number): Promise<Printed> {
  await page.evaluate(`document.documentElement.classList.add('${measuringClass}')`);
  await fitPictures(page, sheet);
  const links = columns > 1 ? await measureLinks(page, sheet) : null;
  await page.evaluate(`document.documentElement.classList.remove('${measuringClass}')`);
  const print = (): Promise<Uint8Array> => page.printToPdf({ paperWidth: toInches(sheet.width), paperHeight: toInches(sheet.height) });
  return { bytes: articles > 1 ? await fillPageNumbers(page, articles, print) : await print(), links };
}

/** What stands in the margins is not in the page's text: its fonts must be asked for. */
const loadFurnitureFonts = `Promise.all(["400 10px 'Source Serif 4'", "400 10px 'Noto Serif SC'"].map((font) =>
  document.fonts.load(font, document.title + '0123456789 of 第页共，…'))).then(() => null)`;

async function readSealed(path: string, page: PrintPage, materials: readonly Material[], tools: PublishTools): Promise<SealedFile | null> {
  if (path === pagePath) return { bytes: Buffer.from(page.html), type: typeOfPath(path) };
  const bytes = path.startsWith(assetsFolder)
    ? await tools.assets.readPrintAsset(path.slice(assetsFolder.length))
    : // Blobs are named by their content: any article's hand reads them all.
      ((await materials[0]?.readBlob(path)) ?? null);
  return bytes === null ? null : { bytes, type: typeOfPath(path) };
}
