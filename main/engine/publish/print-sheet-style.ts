// The sheet as CSS: size and margins, the running heads, the pages' numbers.

import type { Locale } from '../../../preload/contract/messages/locale.ts';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import type { PrintSettings } from '../../../preload/contract/print-settings.ts';
import { familiesFor } from './print-fonts.ts';
import type { Sheet } from './print-paper.ts';
import { shorten } from './shorten.ts';

/** What stands at the head of each page but the first: left and right. */
export interface RunningHead {
  readonly left: string;
  readonly right: string;
  readonly language: string;
}

/** The name of the pages that an article in a book stands on. */
export function pageName(index: number): string {
  return `offprint-pages-${index + 1}`;
}

/** @param heads one for each article; several are the articles of a book. */
export function sheetStyle(sheet: Sheet, settings: PrintSettings, heads: readonly RunningHead[], locale: Locale): string {
  if (settings.onePage) return longPageStyle(sheet, sheet.height);
  const [first] = heads;
  const language = first?.language ?? locale;
  const size = `size: ${sheet.width}px ${sheet.height}px; margin: ${sheet.head}px ${sheet.side}px ${sheet.foot}px;`;
  const page = `@page { ${size} ${numberBox(settings, language, locale)} }`;
  if (heads.length > 1) return [page, ...heads.map((head, index) => `@page ${pageName(index)} { ${headBoxes(head, settings)} }`)].join('\n');
  const boxes = first === undefined ? '' : headBoxes(first, settings);
  return `${page}\n@page { ${boxes} }\n@page :first { @top-left { content: none; } @top-right { content: none; } }`;
}

/** One page of any height, in pixels: without heads and numbers, as there is no other page. */
export function longPageStyle(sheet: Sheet, height: number): string {
  return `@page { size: ${sheet.width}px ${height}px; margin: ${sheet.head}px ${sheet.side}px ${sheet.foot}px; }`;
}

function headBoxes({ left, right, language }: RunningHead, settings: PrintSettings): string {
  const font = furniture(settings, language);
  return `@top-left { content: ${cssString(shorten(left, 52))}; ${font} text-align: left; white-space: nowrap; }
@top-right { content: ${cssString(shorten(right, 30))}; ${font} text-align: right; white-space: nowrap; }`;
}

function numberBox(settings: PrintSettings, language: string, locale: Locale): string {
  const number = printSentence('pageOf', locale)
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part)))
    .join(' ');
  return `@bottom-center { content: ${number}; ${furniture(settings, language)} }`;
}

function furniture({ typeSize }: PrintSettings, language: string): string {
  return `font: ${Math.max(6.5, typeSize * 0.714).toFixed(2)}pt/1 ${familiesFor(language)}; color: #6b655c; letter-spacing: 0.02em;`;
}

export function cssString(text: string): string {
  const safe = text.replace(/[\\"<\n\r\f\0]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${safe}"`;
}
