// Tells the services what they may ask of the page that is shown.

import { useEffect } from 'react';
import type { PlacedMark } from '../../lib/frame-paint.ts';
import { describePicture } from '../../lib/frame-pictures.ts';
import { sentencesOf, type Stretch } from '../../lib/sentences.ts';
import { blocksOf } from '../../lib/text-blocks.ts';
import { offsetAt, offsetsOf, rangeOf } from '../../lib/text-index.ts';
import { showsPage } from '../../services/placing.ts';
import type { LoadedFrame } from './page-frame.tsx';
import type { MarkedPart } from './use-frame-pictures.ts';

/** CSS pixels: what is nearer to the top or the foot of the frame is not well in sight. */
const edge = 56;
const small = 'figcaption, pre, nav, footer, button, article.offprint > header :is(.site, .byline)';

export function useShownPage(frame: LoadedFrame | null, placed: readonly PlacedMark[], pictures: ReadonlyMap<string, MarkedPart>): void {
  useEffect(() => {
    if (frame === null) return undefined;
    const { window: inner, index } = frame;
    let sentences: readonly Stretch[] | null = null;
    const language = inner.document.documentElement.lang;
    showsPage({
      text: index.text,
      language,
      scrollBy: (pixels) => inner.scrollBy({ top: pixels, behavior: 'instant' }),
      select: (stretch) => select(frame, stretch),
      selected: () => selectedIn(frame),
      reveal: (stretch) => reveal(frame, stretch),
      goTo: (offset) => scrollTo(frame, offset, edge / 2),
      sentences: () => (sentences ??= sentencesOf(index.text, blocksOf(index).filter(({ element }) => element.closest(small) === null), language)),
      topOffset: () => topOffset(frame),
      placeOf(markId) {
        const picture = pictures.get(markId);
        if (picture !== undefined) return describePicture(index, picture.image, picture.part);
        return placed.find(({ mark }) => mark.id === markId) ?? null;
      },
    });
    return () => showsPage(null);
  }, [frame, placed, pictures]);
}

function select({ window: inner, index }: LoadedFrame, stretch: Stretch | null): void {
  const range = stretch === null ? null : rangeOf(index, stretch.start, stretch.end);
  document.querySelector<HTMLElement>('.article-frame')?.focus({ preventScroll: true });
  const selection = inner.getSelection();
  if (range === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(range);
}

function selectedIn({ window: inner, index }: LoadedFrame): Stretch | null {
  const selection = inner.getSelection();
  return selection === null || selection.rangeCount === 0 || selection.isCollapsed ? null : offsetsOf(index, selection.getRangeAt(0));
}

function reveal({ window: inner, index }: LoadedFrame, { start, end }: Stretch): void {
  const box = rangeOf(index, start, end)?.getBoundingClientRect();
  if (box === undefined || (box.top >= edge && box.bottom <= inner.innerHeight - edge)) return;
  scrollTo({ window: inner, index }, start, inner.innerHeight / 4);
}

/** @param from CSS pixels between the top of the frame and the words. */
function scrollTo({ window: inner, index }: Pick<LoadedFrame, 'window' | 'index'>, offset: number, from: number): void {
  const box = rangeOf(index, offset, Math.min(index.text.length, offset + 1))?.getBoundingClientRect();
  if (box === undefined) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  inner.scrollTo({ top: inner.scrollY + box.top - from, behavior: still ? 'instant' : 'smooth' });
}

/** By a look at the middle of the page from its top downwards: the first point at which there are words. */
function topOffset({ window: inner, index }: LoadedFrame): number {
  if (inner.scrollY < edge) return 0;
  for (let y = edge; y < inner.innerHeight; y += edge / 2) {
    const caret = inner.document.caretPositionFromPoint(inner.innerWidth / 2, y);
    if (caret !== null && caret.offsetNode.nodeType === 3) return offsetAt(index, caret.offsetNode, caret.offset);
  }
  return 0;
}
