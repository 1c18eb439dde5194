// What can be asked of the page that is shown: to scroll, and to describe the place at which a mark was found.

import { describeSelection } from '../../preload/contract/anchor.ts';
import type { Selector } from '../../preload/contract/mark.ts';
import { placeMark } from './marking.ts';

export interface ShownPage {
  readonly text: string;
  readonly scrollBy: (pixels: number) => void;
  /** Selects a stretch of the text, or nothing, and gives the page the focus. */
  readonly select: (stretch: { readonly start: number; readonly end: number } | null) => void;
  /** Where a mark was found: a stretch of the text, a picture, or nowhere. */
  readonly placeOf: (markId: string) => { readonly start: number; readonly end: number } | readonly Selector[] | null;
}

let shown: ShownPage | null = null;

/** The frame says what it shows; null when it shows nothing. */
export function showsPage(page: ShownPage | null): void {
  shown = page;
}

export function scrollPage(pixels: number): void {
  shown?.scrollBy(pixels);
}

export function selectInPage(stretch: { readonly start: number; readonly end: number } | null): void {
  shown?.select(stretch);
}

/** Makes the place at which a mark was found its own: from now on it is exact there. */
export async function keepPlace(markId: string): Promise<void> {
  const place = shown?.placeOf(markId) ?? null;
  if (shown === null || place === null) return;
  const selector = 'start' in place ? describeSelection(shown.text, place.start, place.end) : place;
  await placeMark(markId, selector);
}
