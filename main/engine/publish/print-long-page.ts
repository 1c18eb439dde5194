// One page that is as long as the article.

import type { SealedPage } from '../model/ports.ts';
import { sheetStyleId } from './print-page.ts';
import { toInches, type Sheet } from './print-paper.ts';
import { longPageStyle } from './print-sheet-style.ts';

/** CSS pixels: 14,400 points, the largest page that PDF readers must show (ISO 32000-1, annex C). A longer article goes on overleaf. */
const tallestPage = 19_200;
/** CSS pixels. What was measured on the screen may differ from print by a line's fraction; a line overleaf would be a page more. */
const slack = 16;

export async function printLongPage(page: SealedPage, sheet: Sheet): Promise<Uint8Array> {
  const text = await page.evaluate<number>(measureText(sheet.textWidth));
  const height = Math.min(tallestPage, Math.max(sheet.width, Math.ceil(text) + sheet.head + sheet.foot + slack));
  await page.evaluate(`document.getElementById('${sheetStyleId}').textContent = ${JSON.stringify(longPageStyle(sheet, height))}`);
  return page.printToPdf({ paperWidth: toInches(sheet.width), paperHeight: toInches(height) });
}

function measureText(width: number): string {
  return `(() => {
    document.body.style.width = '${width}px';
    return Math.ceil(document.body.getBoundingClientRect().height);
  })()`;
}
