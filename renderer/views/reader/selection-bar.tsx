// The small bar over selected text: colours, a note, a copy, a search; or a mark that waits for these words.

import { useEffect, useRef, useState } from 'react';
import { describeSelection } from '../../../preload/contract/anchor.ts';
import { markColors, type MarkColor } from '../../../preload/contract/mark.ts';
import { usePart } from '../../lib/store.ts';
import { searchFor } from '../../services/listing.ts';
import { copyQuote } from '../../services/quoting.ts';
import { addMark, placeMark, writeNote } from '../../services/marking.ts';
import { offerActions } from '../../services/selected.ts';
import { shownPage } from '../../services/placing.ts';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { ColorDots } from '../marks/color-dots.tsx';
import type { LoadedFrame } from './page-frame.tsx';
import type { SelectedText } from './use-frame-selection.ts';

interface SelectionBarProps {
  readonly frame: LoadedFrame;
  readonly selected: SelectedText;
}

export function SelectionBar({ frame, selected }: SelectionBarProps) {
  const attaching = usePart(marks, (value) => value.attaching);
  return <Bar key={attaching} frame={frame} selected={selected} attaching={attaching} />;
}

function Bar({ frame, selected, attaching }: SelectionBarProps & { readonly attaching: string | null }) {
  const { say } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => setSize({ width: bar.current?.offsetWidth ?? 0, height: bar.current?.offsetHeight ?? 0 }), []);
  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label={say('mark-text')} style={placeOf(selected, size, frame.window)}>
      {attaching === null ? <MarkTools frame={frame} selected={selected} /> : <AttachTool frame={frame} selected={selected} markId={attaching} />}
    </div>
  );
}

function MarkTools({ frame, selected }: SelectionBarProps) {
  const { say } = useWords();
  const { start, end } = selected;
  const words = frame.index.text.slice(start, end);
  const mark = async (color: MarkColor): Promise<string | null> => {
    // What is selected now: a key may be quicker than this bar is drawn.
    const now = shownPage()?.selected() ?? { start, end };
    const id = await addMark(frame.index.text, now.start, now.end, color);
    if (id !== null) frame.window.getSelection()?.removeAllRanges();
    return id;
  };
  const note = async (): Promise<void> => {
    const id = await mark(marks.get().color);
    if (id !== null) writeNote(id);
  };
  useEffect(() => offerActions({ mark: () => void mark(marks.get().color), note: () => void note() }));
  useEscape(frame);
  return (
    <>
      <ColorDots colors={markColors} chosen={null} onChoose={(color) => void mark(color)} />
      <span className="bar-line" />
      <IconButton icon="note" size={16} label={say('add-note')} onPress={() => void note()} />
      <IconButton icon="copy" size={16} label={say('copy-quote')} onPress={() => void copyQuote(words)} />
      <IconButton icon="search" size={16} label={say('search-selected')} onPress={() => searchFor(words)} />
    </>
  );
}

function AttachTool({ frame, selected, markId }: SelectionBarProps & { readonly markId: string }) {
  const { say } = useWords();
  const attach = async (): Promise<void> => {
    await placeMark(markId, describeSelection(frame.index.text, selected.start, selected.end));
    frame.window.getSelection()?.removeAllRanges();
  };
  return (
    <Button tone="primary" icon="marker" onPress={() => void attach()}>
      {say('mark-attach-here')}
    </Button>
  );
}

/** Escape lets go of the selection. H and N are the window's (services/keys.ts). */
function useEscape(frame: LoadedFrame): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') frame.window.getSelection()?.removeAllRanges();
    };
    frame.window.addEventListener('keydown', keys);
    return () => frame.window.removeEventListener('keydown', keys);
  }, [frame]);
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
