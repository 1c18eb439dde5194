// Marks painted on a frame's document by the CSS Custom Highlight API: ranges and a style sheet, no change of the DOM.

import type { AnchorState } from '../../preload/contract/anchor.ts';
import type { TextHit } from '../../preload/contract/calls.ts';
import { markColors, type Annotation } from '../../preload/contract/mark.ts';
import { chosenHighlight, foundAtHighlight, foundHighlight, guessHighlight, highlightName, hoveredHighlight, spokenHighlight } from './reader-sheet.ts';
import { rangeOf, type TextIndex } from './text-index.ts';

/** The globals of a frame's own realm. */
export type FrameWindow = Window & typeof globalThis;

export interface PlacedMark {
  readonly mark: Annotation;
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
  /** False where the place is a guess. */
  readonly sure: boolean;
}

/** Paints all marks in their colours; a guess is underlined, not covered. */
export function paintMarks(view: FrameWindow, index: TextIndex, placed: readonly PlacedMark[]): void {
  for (const color of markColors) {
    const ours = placed.filter(({ mark, sure }) => sure && mark.target.styleClass === color);
    view.CSS.highlights.set(highlightName(color), new view.Highlight(...rangesOf(index, ours)));
  }
  view.CSS.highlights.set(guessHighlight, new view.Highlight(...rangesOf(index, placed.filter(({ sure }) => !sure))));
}

/** Paints which mark is chosen and which is under the pointer, over the others. */
export function paintPointed(view: FrameWindow, index: TextIndex, chosen: PlacedMark | undefined, hovered: PlacedMark | undefined): void {
  for (const [name, one] of [[chosenHighlight, chosen], [hoveredHighlight, hovered]] as const) {
    const highlight = new view.Highlight(...rangesOf(index, one === undefined ? [] : [one]));
    highlight.priority = 1;
    view.CSS.highlights.set(name, highlight);
  }
}

/** Paints what was looked for, over the marks. */
export function paintFound(view: FrameWindow, index: TextIndex, hits: readonly TextHit[]): void {
  const highlight = new view.Highlight(...rangesOf(index, hits));
  highlight.priority = 2;
  view.CSS.highlights.set(foundHighlight, highlight);
}

/** Paints the hit that the user is at, over the others; undefined for none. */
export function paintFoundAt(view: FrameWindow, index: TextIndex, hit: TextHit | undefined): void {
  const highlight = new view.Highlight(...rangesOf(index, hit === undefined ? [] : [hit]));
  highlight.priority = 3;
  view.CSS.highlights.set(foundAtHighlight, highlight);
}

/** Paints the sentence that is being read aloud; undefined for none. */
export function paintSpoken(view: FrameWindow, index: TextIndex, sentence: TextHit | undefined): void {
  view.CSS.highlights.set(spokenHighlight, new view.Highlight(...rangesOf(index, sentence === undefined ? [] : [sentence])));
}

function rangesOf(index: TextIndex, placed: readonly TextHit[]): Range[] {
  return placed.flatMap(({ start, end }) => rangeOf(index, start, end) ?? []);
}

/** The shortest mark that covers an offset: of nested marks the inner one is meant. */
export function markAt(placed: readonly PlacedMark[], offset: number): Annotation | null {
  let best: PlacedMark | null = null;
  for (const one of placed) {
    if (one.start > offset || offset >= one.end) continue;
    if (best === null || one.end - one.start < best.end - best.start) best = one;
  }
  return best?.mark ?? null;
}

/** Lays sheets over a document, in order, in place of those laid before. */
export function adoptSheets(view: FrameWindow, sheets: readonly string[]): void {
  view.document.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}
