// The place in an article is kept when its view or its capture is changed, and from one reading to the next: by the words
// at the top of the page, since each view is of another length.

import { useEffect } from 'react';
import { anchorSelectors, describeSelection } from '../../../preload/contract/anchor.ts';
import type { Selector } from '../../../preload/contract/mark.ts';
import { minutesOf } from '../../../preload/contract/reading-time.ts';
import { outlineOf, type Heading } from '../../lib/outline.ts';
import { offsetAt, rangeOf } from '../../lib/text-index.ts';
import { noteProgress, placeLeft } from '../../services/progress.ts';
import { noPage, pageFacts } from '../../state/page.ts';
import type { LoadedFrame } from './page-frame.tsx';

interface Place {
  /** The page that it was noted in: there the scroll position itself is kept (use-frame-events.ts). */
  readonly address: string;
  /** Empty at the top of the page. */
  readonly words: readonly Selector[];
  /** Where the words stood in the frame, in CSS pixels. */
  readonly top: number;
}

/** What stands at the top of the frame: the offset of words (null at the top of the page), and where exactly. */
interface Spot {
  readonly start: number | null;
  readonly top: number;
}

/** By article, for as long as the window lives. */
const places = new Map<string, Place>();
/** Milliseconds after the last scroll. */
const noteAfter = 120;
const settling = 600;
/** CSS pixels from the top of the frame; what is scrolled by less is at the top. */
const lookAt = 90;
/** UTF-16 units. */
const described = 80;

/** @param name tells apart pages that have the same address: one with a name is looked at, not read. */
export function useFramePlace(frame: LoadedFrame | null, articleId: string, name = ''): void {
  useEffect(() => {
    if (frame === null) return undefined;
    const address = name + frame.address;
    const place = places.get(articleId);
    const left = place === undefined ? placeLeft(articleId) : null;
    const wanted = place !== undefined && place.address !== address ? place : left === null ? null : { address, words: left, top: lookAt };
    if (wanted !== null) goTo(frame, wanted);
    // What is scrolled by going there, and by pictures that come after it, is no new place: to and fro leads back.
    const settled = performance.now() + (wanted === null ? 0 : settling);
    const headings = outlineOf(frame.index);
    pageFacts.set({ headings, under: null, read: null, minutes: minutesOf(frame.index.text) });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let spot: Spot | null = null;
    let read: number | null = null;
    const look = (): void => {
      read = frame.view === 'reader' && name === '' ? readIn(frame) : null;
      pageFacts.change({ read, under: headingAbove(frame, headings) });
    };
    /** By the words that were there: the page itself may be gone. */
    const note = (): void => {
      clearTimeout(timer);
      const here = spot === null ? null : placeOf(frame.index.text, address, spot);
      spot = null;
      if (here === null) return;
      places.set(articleId, here);
      if (name === '') noteProgress(articleId, read, here.words);
    };
    const scroll = (): void => {
      clearTimeout(timer);
      if (performance.now() < settled) {
        timer = setTimeout(look, noteAfter);
        return;
      }
      spot = spotIn(frame) ?? spot;
      timer = setTimeout(() => { look(); note(); }, noteAfter);
    };
    timer = setTimeout(look, noteAfter);
    frame.window.addEventListener('scroll', scroll, { passive: true });
    return () => {
      note();
      frame.window.removeEventListener('scroll', scroll);
      pageFacts.set(noPage);
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

/** The first words from the top, under a picture for instance. Null where none are in sight: the place before stays. */
function spotIn(frame: LoadedFrame): Spot | null {
  if (frame.window.scrollY < lookAt) return { start: null, top: 0 };
  const start = firstOffset(frame);
  const box = start === null ? null : rangeOf(frame.index, start, Math.min(frame.index.text.length, start + 1))?.getBoundingClientRect();
  return box == null ? null : { start, top: box.top };
}

function placeOf(text: string, address: string, { start, top }: Spot): Place | null {
  if (start === null) return { address, words: [], top: 0 };
  const words = describeSelection(text, start, Math.min(text.length, start + described));
  return words.length === 0 ? null : { address, words, top };
}

/** The share of the words down to the foot of the frame; null where no words stand there. */
function readIn(frame: LoadedFrame): number | null {
  const { window: inner, index } = frame;
  if (index.text.length === 0) return null;
  const { scrollHeight } = inner.document.documentElement;
  const last = index.nodes.findLast(({ data }) => data.trim() !== '');
  const end = last === undefined ? null : rangeOf(index, Math.max(0, index.text.trimEnd().length - 1), index.text.trimEnd().length);
  const isAtEnd = inner.scrollY + inner.innerHeight >= scrollHeight - 2 || (end !== null && end.getBoundingClientRect().bottom <= inner.innerHeight);
  if (isAtEnd) return 1;
  for (let y = inner.innerHeight - 12; y > 0; y -= 24) {
    const offset = offsetAtHeight(frame, y);
    if (offset !== null) return offset / index.text.length;
  }
  return null;
}

function headingAbove(frame: LoadedFrame, headings: readonly Heading[]): number | null {
  const offset = firstOffset(frame);
  const place = offset === null ? -1 : headings.findLastIndex((heading) => heading.offset <= offset);
  return place < 0 ? null : place;
}

/** Of the words that stand highest in the frame, but what its edge may have cut. */
function firstOffset(frame: LoadedFrame): number | null {
  for (let y = lookAt; y < frame.window.innerHeight; y += 30) {
    const offset = offsetAtHeight(frame, y);
    if (offset !== null) return offset;
  }
  return null;
}

function offsetAtHeight({ window: inner, index }: LoadedFrame, y: number): number | null {
  const caret = inner.document.caretPositionFromPoint(inner.innerWidth / 2, y);
  return caret === null || caret.offsetNode.nodeType !== 3 ? null : offsetAt(index, caret.offsetNode, caret.offset);
}
