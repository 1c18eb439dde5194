// What can be asked of the page that is shown: to scroll, to select, and to say what stands where.

import { describeSelection } from '../../preload/contract/anchor.ts';
import type { Selector } from '../../preload/contract/mark.ts';
import type { Stretch } from '../lib/sentences.ts';
import { placeMark } from './marking.ts';

export interface ShownPage {
  readonly text: string;
  /** BCP 47; empty where the page does not say. */
  readonly language: string;
  readonly scrollBy: (pixels: number) => void;
  /** Selects a stretch of the text, or nothing, and gives the page the focus. */
  readonly select: (stretch: Stretch | null) => void;
  /** What is selected, or null. */
  readonly selected: () => Stretch | null;
  /** Scrolls where a stretch is not well in sight. */
  readonly reveal: (stretch: Stretch) => void;
  /** Scrolls so that the words at an offset stand at the top. */
  readonly goTo: (offset: number) => void;
  /** Its sentences but those of the small print: captions, code, where it is from and by whom. */
  readonly sentences: () => readonly Stretch[];
  /** The offset of the first words that are well in sight. */
  readonly topOffset: () => number;
  /** Where a mark was found: a stretch of the text, a picture, or nowhere. */
  readonly placeOf: (markId: string) => Stretch | readonly Selector[] | null;
}

let shown: ShownPage | null = null;

/** The frame says what it shows; null when it shows nothing. */
export function showsPage(page: ShownPage | null): void {
  shown = page;
}

export function shownPage(): ShownPage | null {
  return shown;
}

export function scrollPage(pixels: number): void {
  shown?.scrollBy(pixels);
}

export function selectInPage(stretch: Stretch | null): void {
  shown?.select(stretch);
}

/** Makes the place at which a mark was found its own: from now on it is exact there. */
export async function keepPlace(markId: string): Promise<void> {
  const place = shown?.placeOf(markId) ?? null;
  if (shown === null || place === null) return;
  const selector = 'start' in place ? describeSelection(shown.text, place.start, place.end) : place;
  await placeMark(markId, selector);
}
