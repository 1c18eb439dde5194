// The text that is selected in the page, and clicks on marks.

import { useEffect, useState } from 'react';
import { markAt, type PlacedMark } from '../../lib/frame-paint.ts';
import { offsetAt, offsetsOf, rangeOf } from '../../lib/text-index.ts';
import { chooseMark, hoverMark } from '../../services/marking.ts';
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
    let asked = 0;
    const move = (event: MouseEvent): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => hoverMark(idAtPoint(frame, placed, event)));
    };
    frame.window.addEventListener('click', click);
    if (placed.length > 0) frame.window.addEventListener('mousemove', move, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      frame.window.removeEventListener('click', click);
      frame.window.removeEventListener('mousemove', move);
    };
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
  chooseMark(idAtPoint(frame, placed, event));
}

function idAtPoint(frame: LoadedFrame, placed: readonly PlacedMark[], { clientX, clientY }: MouseEvent): string | null {
  const caret = frame.window.document.caretPositionFromPoint(clientX, clientY);
  if (caret === null || caret.offsetNode.nodeType !== 3) return null;
  const offset = offsetAt(frame.index, caret.offsetNode, caret.offset);
  const mark = markAt(placed, offset) ?? markAt(placed, offset - 1);
  if (mark === null) return null;
  // The caret goes to the nearest words, however far off the pointer is.
  const place = placed.find((one) => one.mark === mark);
  const boxes = place === undefined ? [] : [...(rangeOf(frame.index, Math.max(place.start, offset - 1), Math.min(place.end, offset + 1))?.getClientRects() ?? [])];
  const near = boxes.some((box) => clientX >= box.left - 4 && clientX <= box.right + 4 && clientY >= box.top - 3 && clientY <= box.bottom + 3);
  return near ? mark.id : null;
}
