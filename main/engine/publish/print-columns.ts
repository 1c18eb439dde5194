// The pages side by side as columns on the screen: Chromium breaks columns by the same rules as pages, and only there can
// be asked where things come to stand. The style that makes it so, and the ruler that the expressions share.

import type { Sheet } from './print-paper.ts';

/** CSS pixels between two pages, so that what hangs over an edge does not count as the next page's. */
const apart = 100;

export const measuringClass = 'offprint-measuring';

export function measuringStyle({ textWidth, textHeight }: Sheet): string {
  return `
.${measuringClass} body { width: ${textWidth}px; height: ${textHeight}px; columns: ${textWidth}px auto; column-gap: ${apart}px; column-fill: auto; }
.${measuringClass} .offprint-article { break-before: column; }
`;
}

/** JavaScript for the page: the text's width and height, where the first page begins, and on which one a box is, from 0. */
export function ruler({ textWidth, textHeight }: Sheet): string {
  return `const width = ${textWidth}, height = ${textHeight}, step = ${textWidth + apart}, body = document.body.getBoundingClientRect();
    const pageOf = (box) => Math.max(0, Math.floor((box.left - body.left + ${apart / 2}) / step));`;
}
