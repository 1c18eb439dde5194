// Looks for what is asked in the page, paints every hit, and brings the one that the user is at into sight.

import { useEffect, useMemo, useRef } from 'react';
import type { TextHit } from '../../../preload/contract/calls.ts';
import { foldText, type FoldedText } from '../../lib/find-words.ts';
import { paintFound, paintFoundAt } from '../../lib/frame-paint.ts';
import { spacedAt, spacedText, type SpacedText } from '../../lib/spaced-text.ts';
import { usePart } from '../../lib/store.ts';
import { rangeOf } from '../../lib/text-index.ts';
import { hitsIn, tellFound } from '../../services/finding.ts';
import { finding, type Asked } from '../../state/finding.ts';
import type { LoadedFrame } from '../reader/page-frame.tsx';

/** CSS pixels under the top of the frame and over its foot where a hit is not well in sight. */
const edge = 70;

export function useFrameFound(frame: LoadedFrame | null): void {
  const open = usePart(finding, (value) => value.open);
  const asked = usePart(finding, (value) => (value.open ? value.asked : null));
  const hits = usePart(finding, (value) => value.hits);
  const at = usePart(finding, (value) => value.at);
  const steps = usePart(finding, (value) => value.steps);
  const lookedInto = useMemo(() => once(frame), [frame]);
  const last = useRef<Asked | null>(null);
  const seen = useRef(0);
  useEffect(() => {
    if (frame === null || asked === null) return undefined;
    let left = false;
    const { spaced, folded } = lookedInto();
    void hitsIn(asked, spaced.text, folded).then((hitsThere) => {
      if (left) return;
      const found = hitsThere.map((hit) => spaced.back(hit));
      // A query's hits are read from the first on, words from where the user is. In another view the place is kept.
      const isNew = last.current !== asked;
      last.current = asked;
      tellFound(found, found.length === 0 ? null : isNew && asked.kind === 'query' ? 0 : nextFromTop(frame, found), isNew);
    });
    return () => {
      left = true;
    };
  }, [frame, asked, lookedInto]);
  useEffect(() => {
    if (frame === null || !open) return undefined;
    paintFound(frame.window, frame.index, asked === null ? [] : (hits ?? []));
    return () => paintFound(frame.window, frame.index, []);
  }, [frame, open, asked, hits]);
  useEffect(() => {
    if (frame === null) return;
    const hit = !open || asked === null || at === null ? undefined : hits?.[at];
    paintFoundAt(frame.window, frame.index, hit);
    if (hit === undefined || steps === seen.current) return;
    seen.current = steps;
    show(frame, hit);
  }, [frame, open, asked, hits, at, steps]);
}

interface LookedInto {
  readonly spaced: SpacedText;
  readonly folded: () => FoldedText;
}

/** The text is made ready when it is first looked into, not when it is opened. */
function once(frame: LoadedFrame | null): () => LookedInto {
  let made: LookedInto | null = null;
  return () => {
    if (made !== null) return made;
    const spaced = frame === null ? spacedAt('', []) : spacedText(frame.index);
    let folded: FoldedText | null = null;
    made = { spaced, folded: () => (folded ??= foldText(spaced.text)) };
    return made;
  };
}

/** The first hit that is not above what is in view; the first of all where none is below. */
function nextFromTop({ index }: LoadedFrame, hits: readonly TextHit[]): number {
  let low = 0;
  let high = hits.length;
  const topOf = (place: number): number => {
    const hit = hits[place];
    return (hit === undefined ? null : rangeOf(index, hit.start, hit.end))?.getBoundingClientRect().bottom ?? 0;
  };
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (topOf(middle) < 0) low = middle + 1;
    else high = middle;
  }
  return low < hits.length ? low : 0;
}

function show({ window: inner, index }: LoadedFrame, { start, end }: TextHit): void {
  const range = rangeOf(index, start, end);
  if (range === null) return;
  const element = range.startContainer.parentElement;
  // What is folded away is opened, as its words are what was looked for.
  for (let fold = element?.closest('details:not([open])') ?? null; fold !== null; fold = fold.parentElement?.closest('details:not([open])') ?? null) {
    fold.setAttribute('open', '');
  }
  const box = range.getBoundingClientRect();
  if (box.top < edge || box.bottom > inner.innerHeight - edge) inner.scrollTo({ top: inner.scrollY + box.top - inner.innerHeight / 3, behavior: 'instant' });
  const wide = element?.closest('pre, table') ?? null;
  const sides = wide?.getBoundingClientRect();
  if (wide === null || sides === undefined || (box.left >= sides.left && box.right <= sides.right)) return;
  wide.scrollLeft += box.left - sides.left - wide.clientWidth / 3;
}
