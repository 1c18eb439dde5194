// Where links come to stand on the printed pages, measured on the screen. Chromium writes them into the PDF itself, and
// right, where the text has one column; of a paragraph that goes on in the next column it writes some twice, some in the
// wrong place and some not at all (seen in Chromium 153).

import type { SealedPage } from '../model/ports.ts';
import { ruler } from './print-columns.ts';
import { toPoints, type Sheet } from './print-paper.ts';
import type { Box } from './pdf-highlight.ts';

export interface MeasuredLink {
  /** As it stands in the document: an address, `#name`, or a link of ours. */
  readonly href: string;
  /** From 0. */
  readonly page: number;
  /** In CSS pixels from the text's upper left. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One for each line of each link, in the order of the document. The pages must lie side by side (print-columns.ts). */
export function measureLinks(page: SealedPage, sheet: Sheet): Promise<readonly MeasuredLink[]> {
  return page.evaluate(`(() => { ${ruler(sheet)}
    const measured = [];
    for (const link of document.querySelectorAll('a[href]')) {
      const pictures = [...link.querySelectorAll('img')];
      for (const box of (pictures.length > 0 ? pictures : [link]).flatMap((element) => [...element.getClientRects()])) {
        if (box.width === 0 || box.height === 0) continue;
        const page = pageOf(box);
        const left = box.left - body.left - page * step;
        measured.push({ href: link.getAttribute('href'), page, left, top: box.top - body.top, right: left + box.width, bottom: box.bottom - body.top });
      }
    }
    return measured;
  })()`);
}

/** @param pageHeight of the printed page, in points */
export function boxOf(link: MeasuredLink, sheet: Sheet, pageHeight: number): Box {
  return {
    left: toPoints(sheet.side + link.left),
    right: toPoints(sheet.side + link.right),
    top: pageHeight - toPoints(sheet.head + link.top),
    bottom: pageHeight - toPoints(sheet.head + link.bottom),
  };
}
