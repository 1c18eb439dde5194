// Tells the services what they may ask of the page that is shown.

import { useEffect } from 'react';
import type { PlacedMark } from '../../lib/frame-paint.ts';
import { describePicture } from '../../lib/frame-pictures.ts';
import { rangeOf } from '../../lib/text-index.ts';
import { showsPage } from '../../services/placing.ts';
import type { LoadedFrame } from './page-frame.tsx';
import type { MarkedPart } from './use-frame-pictures.ts';

export function useShownPage(frame: LoadedFrame | null, placed: readonly PlacedMark[], pictures: ReadonlyMap<string, MarkedPart>): void {
  useEffect(() => {
    if (frame === null) return undefined;
    const { window: inner, index } = frame;
    showsPage({
      text: index.text,
      scrollBy: (pixels) => inner.scrollBy({ top: pixels, behavior: 'instant' }),
      select(stretch) {
        const range = stretch === null ? null : rangeOf(index, stretch.start, stretch.end);
        document.querySelector<HTMLElement>('.article-frame')?.focus({ preventScroll: true });
        const selection = inner.getSelection();
        if (range === null || selection === null) return;
        selection.removeAllRanges();
        selection.addRange(range);
      },
      placeOf(markId) {
        const picture = pictures.get(markId);
        if (picture !== undefined) return describePicture(index, picture.image, picture.part);
        return placed.find(({ mark }) => mark.id === markId) ?? null;
      },
    });
    return () => showsPage(null);
  }, [frame, placed, pictures]);
}
