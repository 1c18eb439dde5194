// The small bar over selected text: colours, a note, a copy.

import { useEffect, useRef, useState } from 'react';
import { markColors, type MarkColor } from '../../../preload/contract/mark.ts';
import { copyQuote } from '../../services/quoting.ts';
import { addMark, writeNote } from '../../services/marking.ts';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { ColorDots } from '../marks/color-dots.tsx';
import type { LoadedFrame } from './page-frame.tsx';
import type { SelectedText } from './use-frame-selection.ts';

interface SelectionBarProps {
  readonly frame: LoadedFrame;
  readonly selected: SelectedText;
}

export function SelectionBar({ frame, selected }: SelectionBarProps) {
  const { say } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => setSize({ width: bar.current?.offsetWidth ?? 0, height: bar.current?.offsetHeight ?? 0 }), []);
  const { start, end } = selected;
  const mark = async (color: MarkColor): Promise<string | null> => {
    const id = await addMark(frame.index.text, start, end, color);
    if (id !== null) frame.window.getSelection()?.removeAllRanges();
    return id;
  };
  const note = async (): Promise<void> => {
    const id = await mark(marks.get().color);
    if (id !== null) writeNote(id);
  };
  useMarkKeys(frame, () => void mark(marks.get().color), () => void note());
  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label={say('mark-text')} style={placeOf(selected, size, frame.window)}>
      <ColorDots colors={markColors} chosen={null} onChoose={(color) => void mark(color)} />
      <span className="bar-line" />
      <IconButton icon="note" size={16} label={say('add-note')} onPress={() => void note()} />
      <IconButton icon="copy" size={16} label={say('copy-quote')} onPress={() => void copyQuote(frame.index.text.slice(start, end))} />
    </div>
  );
}

/** With text selected, H marks it in the last colour and N adds a note to it. */
function useMarkKeys(frame: LoadedFrame, mark: () => void, note: () => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'h') mark();
      else if (event.key === 'n') note();
      else if (event.key === 'Escape') frame.window.getSelection()?.removeAllRanges();
    };
    frame.window.addEventListener('keydown', keys);
    return () => frame.window.removeEventListener('keydown', keys);
  });
}

const gap = 10;
const edge = 8;

/** Above the selection where there is room, else below; never outside the frame. */
function placeOf({ box }: SelectedText, size: { width: number; height: number }, inner: Window): { left: number; top: number } {
  const middle = box.left + box.width / 2 - size.width / 2;
  const above = box.top - size.height - gap;
  const below = Math.min(box.bottom + gap, inner.innerHeight - size.height - edge);
  return {
    left: Math.max(edge, Math.min(middle, inner.innerWidth - size.width - edge)),
    top: above >= edge ? above : Math.max(edge, below),
  };
}
