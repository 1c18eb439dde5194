// One mark: its words, its note, its colour.

import { useEffect, useRef } from 'react';
import { markColors, noteOf, quoteOf, type Annotation } from '../../../preload/contract/mark.ts';
import { copyQuote } from '../../services/quoting.ts';
import { editMark, removeMark, showMark } from '../../services/marking.ts';
import type { MarkState } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { ColorDots } from './color-dots.tsx';
import { NoteField } from './note-field.tsx';

interface MarkCardProps {
  readonly mark: Annotation;
  readonly state: MarkState | null;
  readonly chosen: boolean;
  readonly noting: boolean;
}

export function MarkCard({ mark, state, chosen, noting }: MarkCardProps) {
  const { say } = useWords();
  const card = useRef<HTMLLIElement>(null);
  const quote = quoteOf(mark)?.exact ?? '';
  const color = mark.target.styleClass;
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={card} className="mark-card" data-color={color} data-chosen={chosen || undefined}>
      <button type="button" className="mark-quote" disabled={state === 'gone'} onClick={() => showMark(mark.id)}>
        {quote.replace(/\s+/g, ' ').trim()}
      </button>
      {state === 'changed' ? <p className="mark-state">{say('mark-changed')}</p> : null}
      <NoteField note={noteOf(mark)} focus={noting} onSave={(note) => void editMark(mark.id, { note })} />
      <div className="mark-tools">
        <ColorDots colors={markColors} chosen={color} onChoose={(next) => void editMark(mark.id, { color: next })} />
        <span className="bar-space" />
        <IconButton icon="copy" size={15} label={say('copy-quote')} onPress={() => void copyQuote(quote)} />
        <IconButton icon="trash" size={15} label={say('remove-mark')} onPress={() => void removeMark(mark.id)} />
      </div>
    </li>
  );
}
