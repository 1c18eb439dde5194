// Finds the article's marks in the page, paints them, and scrolls to the one that is asked for.

import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { paintMarks, paintPointed, type PlacedMark } from '../../lib/frame-paint.ts';
import { createPlacer, type KnownPlaces, type Placing } from '../../lib/place-marks.ts';
import { usePart, useStore } from '../../lib/store.ts';
import { rangeOf } from '../../lib/text-index.ts';
import { marks, reader, shownCapture, type FoundMark } from '../../state/reader.ts';
import type { LoadedFrame } from './page-frame.tsx';

const nothing: Placing = { placed: [], tried: new Set() };

export function useFrameMarks(frame: LoadedFrame | null): readonly PlacedMark[] {
  const { placed } = usePlacing(frame);
  const { chosen, hovered, scrolls } = useStore(marks);
  useEffect(() => {
    if (frame !== null) paintMarks(frame.window, frame.index, placed);
  }, [frame, placed]);
  useEffect(() => {
    if (frame === null) return;
    const find = (id: string | null): PlacedMark | undefined => (id === null ? undefined : placed.find(({ mark }) => mark.id === id));
    paintPointed(frame.window, frame.index, find(chosen), find(hovered));
  }, [frame, placed, chosen, hovered]);
  // Only a new wish scrolls; not a mark that is edited or chosen in the text.
  const done = useRef(0);
  useEffect(() => {
    if (frame === null || scrolls === done.current) return;
    const wanted = placed.find(({ mark }) => mark.id === chosen);
    if (wanted === undefined && chosen !== null && scrolls > 0) return;
    done.current = scrolls;
    scrollToMark(frame, wanted);
  }, [frame, scrolls, placed, chosen]);
  return placed;
}

/** Marks are looked for in slices; each slice shows what was found so far. */
function usePlacing(frame: LoadedFrame | null): Placing {
  const list = usePart(marks, (value) => value.list);
  const captureId = usePart(reader, (value) => shownCapture(value)?.id ?? '');
  const [shown, setShown] = useState<{ readonly frame: LoadedFrame; readonly placing: Placing } | null>(null);
  const known = useRef<{ frame: LoadedFrame | null; found: KnownPlaces }>({ frame: null, found: new Map() });
  useEffect(() => {
    if (frame === null) return undefined;
    const before = known.current.frame === frame ? known.current.found : new Map();
    const placer = createPlacer(frame.index.text, captureId, list, before);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => {
      const more = placer.step();
      known.current = { frame, found: placer.known() };
      const placing = placer.placing();
      setShown({ frame, placing });
      tellStates(list, placing);
      if (more) timer = setTimeout(work);
    };
    work();
    return () => clearTimeout(timer);
  }, [frame, list, captureId]);
  return shown !== null && shown.frame === frame ? shown.placing : nothing;
}

function tellStates(list: readonly Annotation[], { placed, tried }: Placing): void {
  const found = new Map<string, FoundMark>(placed.map(({ mark, state, sure }) => [mark.id, { state, sure }]));
  // Pictures are found by their own overlay.
  const words = list.filter(({ id, target }) => tried.has(id) && target.selector.every(({ type }) => type !== 'FragmentSelector'));
  const pictures = [...marks.get().states].filter(([id]) => list.some((mark) => mark.id === id && mark.target.selector.some(({ type }) => type === 'FragmentSelector')));
  marks.change({ states: new Map([...pictures, ...words.map(({ id }) => [id, found.get(id) ?? { state: 'gone', sure: true }] as const)]) });
}

function scrollToMark(frame: LoadedFrame, placed: PlacedMark | undefined): void {
  const range = placed === undefined ? null : rangeOf(frame.index, placed.start, placed.end);
  if (range === null) return;
  const { window: inner } = frame;
  const { top } = range.getBoundingClientRect();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  inner.scrollTo({ top: inner.scrollY + top - inner.innerHeight / 3, behavior: still ? 'auto' : 'smooth' });
}
