// Tells the panel of marks where the page is scrolled to and how far down each mark stands, so that notes lie beside them.

import { useEffect } from 'react';
import type { PlacedMark } from '../../lib/frame-paint.ts';
import type { FoundPicture } from '../../lib/frame-pictures.ts';
import { usePart } from '../../lib/store.ts';
import { rangeOf } from '../../lib/text-index.ts';
import { margin, reader } from '../../state/reader.ts';
import type { LoadedFrame } from './page-frame.tsx';

/** More than this are listed, not lined up: measuring each takes some hundredths of a millisecond. */
const mostAligned = 2000;
/** Milliseconds in which a page usually loads. */
const patience = 900;

export function useFrameMargin(frame: LoadedFrame | null, placed: readonly PlacedMark[], pictures: ReadonlyMap<string, FoundPicture>): void {
  const open = usePart(reader, ({ marksOpen }) => marksOpen);
  useEffect(() => {
    if (!open) return undefined;
    if (frame === null) {
      // A page that cannot be read has no places; its marks are listed all the same.
      const timer = setTimeout(() => margin.change({ tops: null }), patience);
      return () => clearTimeout(timer);
    }
    const { window: inner } = frame;
    const stop = new AbortController();
    const scroll = (): void => margin.change({ scrollTop: inner.scrollY, height: inner.innerHeight });
    const measure = (): void => margin.set({ scrollTop: inner.scrollY, height: inner.innerHeight, tops: topsOf(frame, placed, pictures) });
    let asked = 0;
    const measureSoon = (): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(measure);
    };
    measureSoon();
    inner.addEventListener('scroll', scroll, { signal: stop.signal, passive: true });
    // Pictures and typefaces that come late move what is below them.
    const sizes = new inner.ResizeObserver(measureSoon);
    sizes.observe(inner.document.body);
    return () => {
      stop.abort();
      sizes.disconnect();
      cancelAnimationFrame(asked);
    };
  }, [frame, placed, pictures, open]);
}

function topsOf(frame: LoadedFrame, placed: readonly PlacedMark[], pictures: ReadonlyMap<string, FoundPicture>): ReadonlyMap<string, number> | null {
  if (placed.length + pictures.size > mostAligned) return null;
  const { scrollY } = frame.window;
  const words = placed.flatMap(({ mark, start }) => {
    // The first character only: a mark over many pages has a box for each line.
    const box = rangeOf(frame.index, start, start + 1)?.getBoundingClientRect();
    return box === undefined ? [] : [[mark.id, box.top + scrollY] as const];
  });
  const seen = [...pictures].map(([id, { image }]) => [id, image.getBoundingClientRect().top + scrollY] as const);
  return new Map([...words, ...seen].sort(([, one], [, other]) => one - other));
}
