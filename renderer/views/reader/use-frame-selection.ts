// The text that is selected in the page, and clicks on marks.

import { useEffect, useState } from 'react';
import { markAt, type PlacedMark } from '../../lib/frame-paint.ts';
import { offsetAt, offsetsOf } from '../../lib/text-index.ts';
import { chooseMark } from '../../services/marking.ts';
import type { LoadedFrame } from './page-frame.tsx';

export interface SelectedText {
  readonly start: number;
  readonly end: number;
  /** In the frame's viewport. */
  readonly box: DOMRect;
}

export function useFrameSelection(frame: LoadedFrame | null, placed: readonly PlacedMark[]): SelectedText | null {
  const [selected, setSelected] = useState<SelectedText | null>(null);
  useEffect(() => {
    if (frame === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const { window: inner } = frame;
    const look = (): void => setSelected(selectionIn(frame));
    // While the pointer draws the selection nothing is shown over it.
    let drawing = false;
    inner.addEventListener('pointerdown', () => { drawing = true; setSelected(null); }, { signal });
    inner.addEventListener('pointerup', () => { drawing = false; setTimeout(look); }, { signal });
    inner.document.addEventListener('selectionchange', () => { if (!drawing) look(); }, { signal });
    inner.addEventListener('scroll', look, { signal, passive: true });
    inner.addEventListener('resize', look, { signal });
    return () => {
      stop.abort();
      setSelected(null);
    };
  }, [frame]);
  useEffect(() => {
    if (frame === null) return undefined;
    const click = (event: MouseEvent): void => chooseAtPoint(frame, placed, event);
    frame.window.addEventListener('click', click);
    return () => frame.window.removeEventListener('click', click);
  }, [frame, placed]);
  return selected;
}

function selectionIn(frame: LoadedFrame): SelectedText | null {
  const selection = frame.window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const offsets = offsetsOf(frame.index, range);
  return offsets === null ? null : { ...offsets, box: range.getBoundingClientRect() };
}

function chooseAtPoint(frame: LoadedFrame, placed: readonly PlacedMark[], event: MouseEvent): void {
  const selection = frame.window.getSelection();
  if (selection !== null && !selection.isCollapsed) return;
  const caret = frame.window.document.caretPositionFromPoint(event.clientX, event.clientY);
  if (caret === null) return;
  chooseMark(markAt(placed, offsetAt(frame.index, caret.offsetNode, caret.offset))?.id ?? null);
}
