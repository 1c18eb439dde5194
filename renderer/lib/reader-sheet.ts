// The style sheets that the reader lays over an article's page: typography for the reader view, colours for marks in
// every view. They are adopted by the frame's document; its DOM and its own styles stay as they are on disk.

import { markColors, type MarkColor } from '../../preload/contract/mark.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import { paperRule } from './reader-papers.ts';
import readerPage from '../styles/reader-page.css?inline';
import typefaces from '../styles/typefaces.css?inline';

export function readerSheet(settings: Settings): string {
  const { readerFont, readerHan, readerSize, readerWidth } = settings;
  const han = readerHan === 'font' ? (readerFont === 'serif' ? 'songti' : 'heiti') : readerHan;
  const kind = readerFont === 'serif' ? 'serif' : 'sans-serif';
  return `${typefaces}
    ${paperRule(settings)}
    ${readerPage}
    :root, [lang] { --reader-font: var(--${readerFont}-letters), var(--${han}), ${kind}; }
    :root {
      --reader-size: ${readerSize}px;
      --reader-width: ${readerWidth * readerSize}px;
    }`;
}

/** Light and dark paint of each colour: text stays readable over both. */
const paints: Readonly<Record<MarkColor, readonly [string, string]>> = {
  yellow: ['oklch(0.93 0.12 100)', 'oklch(0.5 0.1 95 / 0.75)'],
  green: ['oklch(0.91 0.09 150)', 'oklch(0.48 0.09 155 / 0.75)'],
  blue: ['oklch(0.9 0.07 240)', 'oklch(0.48 0.1 250 / 0.75)'],
  pink: ['oklch(0.9 0.08 10)', 'oklch(0.5 0.12 5 / 0.75)'],
  purple: ['oklch(0.9 0.07 305)', 'oklch(0.48 0.11 300 / 0.75)'],
};

/** The highlight that is painted over the others while its mark is chosen. */
export const chosenHighlight = 'offprint-chosen';
export const hoveredHighlight = 'offprint-hovered';
/** Marks that may be meant for another place. */
export const guessHighlight = 'offprint-guess';

/** What was looked for, and the hit among it that the user is at. */
export const foundHighlight = 'offprint-found';
export const foundAtHighlight = 'offprint-found-at';

/** The sentence that is being read aloud. */
export const spokenHighlight = 'offprint-spoken';

export function highlightName(color: MarkColor): string {
  return `offprint-${color}`;
}

/** Marks in the reader follow its colours; a page in its original look is light, whatever the window is. */
export function markSheet(view: 'reader' | 'original'): string {
  const rules = markColors.map((color) => {
    const [light, dark] = paints[color];
    const paint = view === 'reader' ? `light-dark(${light}, ${dark})` : light;
    const ink = view === 'reader' ? '' : 'color: #1b1d22;';
    return `::highlight(${highlightName(color)}) { background-color: ${paint}; ${ink} }`;
  });
  const line = view === 'reader' ? 'light-dark(oklch(0.4 0.12 258), oklch(0.82 0.09 250))' : 'oklch(0.4 0.12 258)';
  const found = view === 'reader' ? 'light-dark(oklch(0.87 0.11 62), oklch(0.5 0.11 58))' : 'oklch(0.87 0.11 62)';
  const spoken = view === 'reader' ? 'light-dark(oklch(0.6 0.12 250 / 0.17), oklch(0.75 0.1 250 / 0.24))' : 'oklch(0.6 0.12 250 / 0.2)';
  const guess = view === 'reader' ? 'light-dark(oklch(0.6 0.13 65), oklch(0.78 0.12 75))' : 'oklch(0.6 0.13 65)';
  return `${rules.join('\n')}
    ::highlight(${guessHighlight}) { text-decoration: underline dashed 2px ${guess}; text-underline-offset: 0.2em; }
    ::highlight(${hoveredHighlight}) { text-decoration: underline 1px ${line}; text-underline-offset: 0.2em; }
    ::highlight(${chosenHighlight}) { text-decoration: underline 2px ${line}; text-underline-offset: 0.2em; }
    ::highlight(${spokenHighlight}) { background-color: ${spoken}; }
    ::highlight(${foundHighlight}) { background-color: ${found}; ${view === 'reader' ? '' : 'color: #1b1d22;'} }
    ::highlight(${foundAtHighlight}) { background-color: oklch(0.76 0.17 55); color: #1b1d22; }`;
}
