// The place in an article is kept when its view or its capture is changed: by the words at the top of the page, since each
// view is of another length.

import { useEffect } from 'react';
import { anchorSelectors, describeSelection } from '../../../preload/contract/anchor.ts';
import type { Selector } from '../../../preload/contract/mark.ts';
import { offsetAt, rangeOf } from '../../lib/text-index.ts';
import type { LoadedFrame } from './page-frame.tsx';

interface Place {
  /** The page that it was noted in: there the scroll position itself is kept (use-frame-events.ts). */
  readonly address: string;
  /** Empty at the top of the page. */
  readonly words: readonly Selector[];
  /** Where the words stood in the frame, in CSS pixels. */
  readonly top: number;
}

/** By article, for as long as the window lives. */
const places = new Map<string, Place>();
/** Milliseconds after the last scroll. */
const noteAfter = 120;
/** CSS pixels from the top of the frame; what is scrolled by less is at the top. */
const lookAt = 90;
/** UTF-16 units. */
const described = 80;

/** @param name tells apart pages that have the same address. */
export function useFramePlace(frame: LoadedFrame | null, articleId: string, name = ''): void {
  useEffect(() => {
    if (frame === null) return undefined;
    const address = name + frame.address;
    const place = places.get(articleId);
    if (place !== undefined && place.address !== address) goTo(frame, place);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (): void => {
      const here = placeIn(frame, address);
      if (here !== null) places.set(articleId, here);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(note, noteAfter);
    };
    frame.window.addEventListener('scroll', later, { passive: true });
    return () => {
      clearTimeout(timer);
      frame.window.removeEventListener('scroll', later);
    };
  }, [frame, articleId, name]);
}

function goTo(frame: LoadedFrame, { words, top }: Place): void {
  const { window: inner, index } = frame;
  if (words.length === 0) return inner.scrollTo({ top: 0, behavior: 'instant' });
  const found = anchorSelectors(index.text, words);
  const range = found === null ? null : rangeOf(index, found.start, found.end);
  if (range !== null) inner.scrollTo({ top: inner.scrollY + range.getBoundingClientRect().top - top, behavior: 'instant' });
}

/** Null where no words stand there, in the midst of a tall picture for instance: the place before stays. */
function placeIn({ window: inner, index }: LoadedFrame, address: string): Place | null {
  if (inner.scrollY < lookAt) return { address, words: [], top: 0 };
  const caret = inner.document.caretPositionFromPoint(inner.innerWidth / 2, lookAt);
  if (caret === null) return null;
  const start = offsetAt(index, caret.offsetNode, caret.offset);
  const words = describeSelection(index.text, start, Math.min(index.text.length, start + described));
  const range = rangeOf(index, start, Math.min(index.text.length, start + described));
  return words.length === 0 || range === null ? null : { address, words, top: range.getBoundingClientRect().top };
}
