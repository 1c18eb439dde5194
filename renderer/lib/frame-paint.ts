// Marks painted on a frame's document by the CSS Custom Highlight API: ranges and a style sheet, no change of the DOM.

import { createAnchor, type AnchorState } from '../../preload/contract/anchor.ts';
import { markColors, type Annotation } from '../../preload/contract/mark.ts';
import { chosenHighlight, highlightName } from './reader-sheet.ts';
import { rangeOf, type TextIndex } from './text-index.ts';

/** The globals of a frame's own realm. */
export type FrameWindow = Window & typeof globalThis;

export interface PlacedMark {
  readonly mark: Annotation;
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
}

/** Finds each mark in a view's text; those whose words are gone are left out. */
export function placeMarks(index: TextIndex, marks: readonly Annotation[]): readonly PlacedMark[] {
  const anchor = createAnchor(index.text);
  return marks.flatMap((mark) => {
    const place = anchor(mark.target.selector);
    return place === null ? [] : [{ mark, ...place }];
  });
}

export function paintMarks(view: FrameWindow, index: TextIndex, placed: readonly PlacedMark[], chosen: string | null): void {
  const registry = view.CSS.highlights;
  for (const color of markColors) {
    const ranges = rangesOf(index, placed.filter(({ mark }) => mark.target.styleClass === color));
    registry.set(highlightName(color), new view.Highlight(...ranges));
  }
  const highlight = new view.Highlight(...rangesOf(index, placed.filter(({ mark }) => mark.id === chosen)));
  highlight.priority = 1;
  registry.set(chosenHighlight, highlight);
}

function rangesOf(index: TextIndex, placed: readonly PlacedMark[]): Range[] {
  return placed.flatMap(({ start, end }) => rangeOf(index, start, end) ?? []);
}

/** The shortest mark that covers an offset: of nested marks the inner one is meant. */
export function markAt(placed: readonly PlacedMark[], offset: number): Annotation | null {
  const covering = placed.filter(({ start, end }) => start <= offset && offset < end);
  return covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.mark ?? null;
}

/** Lays sheets over a document, in order, in place of those laid before. */
export function adoptSheets(view: FrameWindow, sheets: readonly string[]): void {
  view.document.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}
