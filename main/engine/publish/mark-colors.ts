// The colours of marks on paper and in files: pale enough to read black text through them.

import type { MarkColor } from '../../../preload/contract/mark.ts';

/** Red, green and blue, 0 to 1, as PDF wants them. */
export const markColorValues: { readonly [C in MarkColor]: readonly [number, number, number] } = {
  yellow: [1, 0.89, 0.4],
  green: [0.7, 0.91, 0.62],
  blue: [0.64, 0.84, 0.98],
  pink: [1, 0.73, 0.82],
  purple: [0.83, 0.76, 0.98],
};

/** The colour for CSS. */
export function cssColor(color: MarkColor): string {
  return `rgb(${markColorValues[color].map((part) => Math.round(part * 255)).join(' ')})`;
}
