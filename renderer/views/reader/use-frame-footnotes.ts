// Clicks in the page on a reference to a note, and on a picture: the one shows the note there, the other opens the light box.

import { useEffect, useState } from 'react';
import { footnoteOf, type Footnote } from '../../lib/footnotes.ts';
import { describeShown, isWorthLooking, picturesOf } from '../../lib/shown-pictures.ts';
import { openLightBox } from '../../services/looking.ts';
import { marks } from '../../state/reader.ts';
import type { LoadedFrame } from './page-frame.tsx';

export interface OpenNote {
  readonly link: Element;
  readonly footnote: Footnote;
}

/** The note that is open, and how it is closed. */
export function useFrameFootnotes(frame: LoadedFrame | null): readonly [OpenNote | null, () => void] {
  const [note, setNote] = useState<OpenNote | null>(null);
  useEffect(() => {
    if (frame === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const { window: inner } = frame;
    const click = (event: MouseEvent): void => {
      const target = event.target as Element | null;
      const link = target?.closest?.('a[href]') ?? null;
      const footnote = link === null ? null : footnoteOf(link, inner.document);
      setNote(link === null || footnote === null ? null : { link, footnote });
      const looks = footnote === null && event.button === 0 && target !== null && lookAt(target, inner.document);
      // Before the links of the page are followed (use-frame-events.ts).
      if (footnote !== null || looks) event.preventDefault();
    };
    inner.addEventListener('click', click, { signal, capture: true });
    inner.addEventListener('scroll', () => setNote(null), { signal, passive: true });
    return () => {
      stop.abort();
      setNote(null);
    };
  }, [frame]);
  return [note, () => { setNote(null); document.querySelector<HTMLElement>('.article-frame')?.focus({ preventScroll: true }); }];
}

/** Opens the light box at a picture; false for what is none, or while a mark is being put on one. */
function lookAt(target: Element, page: Document): boolean {
  if (target.nodeName !== 'IMG' || marks.get().attaching !== null || !isWorthLooking(target as HTMLImageElement)) return false;
  const all = picturesOf(page);
  openLightBox(all.map(describeShown), all.indexOf(target as HTMLImageElement));
  return true;
}
