// Finds the article's marks in the page, paints them, and scrolls to the one that is asked for.

import { useEffect, useMemo, useRef } from 'react';
import { paintMarks, placeMarks, type PlacedMark } from '../../lib/frame-paint.ts';
import { useStore } from '../../lib/store.ts';
import { rangeOf } from '../../lib/text-index.ts';
import { tellMarkStates } from '../../services/marking.ts';
import { marks, type MarkState } from '../../state/reader.ts';
import type { LoadedFrame } from './page-frame.tsx';

export function useFrameMarks(frame: LoadedFrame | null): readonly PlacedMark[] {
  const { list, chosen, scrolls } = useStore(marks);
  const placed = useMemo(() => (frame === null ? [] : placeMarks(frame.index, list)), [frame, list]);
  useEffect(() => {
    if (frame === null) return;
    const found = new Map<string, MarkState>(placed.map(({ mark, state }) => [mark.id, state]));
    tellMarkStates(new Map(list.map(({ id }) => [id, found.get(id) ?? 'gone'])));
  }, [frame, list, placed]);
  useEffect(() => {
    if (frame !== null) paintMarks(frame.window, frame.index, placed, chosen);
  }, [frame, placed, chosen]);
  // Only a new wish scrolls; not a mark that is edited or chosen in the text.
  const done = useRef(0);
  useEffect(() => {
    if (frame === null || scrolls === done.current) return;
    done.current = scrolls;
    if (scrolls > 0) scrollToMark(frame, placed.find(({ mark }) => mark.id === chosen));
  }, [frame, scrolls, placed, chosen]);
  return placed;
}

function scrollToMark(frame: LoadedFrame, placed: PlacedMark | undefined): void {
  const range = placed === undefined ? null : rangeOf(frame.index, placed.start, placed.end);
  if (range === null) return;
  const { window: inner } = frame;
  const { top } = range.getBoundingClientRect();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  inner.scrollTo({ top: inner.scrollY + top - inner.innerHeight / 3, behavior: still ? 'auto' : 'smooth' });
}
