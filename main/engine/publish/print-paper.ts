// The sheet: its size, and the box on it that the text fills. CSS pixels throughout, 96 an inch.

import type { MarginName, PaperName, PrintSettings } from '../../../preload/contract/print-settings.ts';

/** Millimetres. ISO 216, and ANSI/ASME Y14.1 for the American ones; upright. */
const papers: { readonly [P in PaperName]: readonly [width: number, height: number] } = {
  a4: [210, 297],
  a5: [148, 210],
  b5: [176, 250],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
};

/** Shares of the sheet's width (at the sides) and height. The foot is a little larger than the head, as in books. */
const shares: { readonly [M in MarginName]: { readonly side: number; readonly head: number; readonly foot: number } } = {
  narrow: { side: 0.085, head: 0.065, foot: 0.072 },
  normal: { side: 0.148, head: 0.091, foot: 0.098 },
  wide: { side: 0.2, head: 0.115, foot: 0.125 },
};

/** Millimetres. Less would put the running head and the page's number over the text, or where printers cannot print. */
const least = { side: 10, head: 16, foot: 17 } as const;

/**
 * Whole pixels throughout. Of a page that is a fraction wider Chromium makes the same PDF, but lays it out anew for the
 * fraction, with other line breaks than were measured on the screen.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly head: number;
  readonly foot: number;
  readonly side: number;
  /** Of the box that the text fills. */
  readonly textWidth: number;
  readonly textHeight: number;
}

export function sheetOf({ paper, landscape, margins }: Pick<PrintSettings, 'paper' | 'landscape' | 'margins'>): Sheet {
  const [short, long] = papers[paper];
  const width = Math.floor(toPixels(landscape ? long : short));
  const height = Math.floor(toPixels(landscape ? short : long));
  const share = shares[margins];
  const margin = (edge: keyof typeof least, length: number): number => Math.round(Math.max(toPixels(least[edge]), length * share[edge]));
  const [side, head, foot] = [margin('side', width), margin('head', height), margin('foot', height)];
  return { width, height, head, foot, side, textWidth: width - 2 * side, textHeight: height - head - foot };
}

export function toPixels(millimetres: number): number {
  return (millimetres / 25.4) * 96;
}

export function toInches(pixels: number): number {
  return pixels / 96;
}

/** PDF's unit, 72 an inch. */
export function toPoints(pixels: number): number {
  return pixels * 0.75;
}
