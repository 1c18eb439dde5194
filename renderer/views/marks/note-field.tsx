// A mark's note: read as Markdown, written as text. Saved when the field is left or with Control-Enter.

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { NoteText } from './note-text.tsx';

interface NoteFieldProps {
  readonly note: string;
  /** The mark is chosen: a place to write is offered. */
  readonly offered: boolean;
  /** The caret is wanted here. */
  readonly focus: boolean;
  /** Answers whether it was saved: what was not stays in the field. */
  readonly onSave: (note: string) => Promise<boolean>;
}

export function NoteField({ note, offered, focus, onSave }: NoteFieldProps) {
  const { say } = useWords();
  const [writing, setWriting] = useState(focus);
  const [wanted, setWanted] = useState(focus);
  if (wanted !== focus) {
    setWanted(focus);
    if (focus) setWriting(true);
  }
  useEffect(() => {
    if (focus) marks.change({ noting: null });
  }, [focus]);
  if (writing) {
    const leave = async (text: string | null): Promise<void> => {
      if (text === null || text.trim() === note || (await onSave(text.trim()))) setWriting(false);
    };
    return <Writing note={note} onLeave={(text) => void leave(text)} />;
  }
  if (note === '') {
    return offered ? (
      <button type="button" className="note-offer" onClick={() => setWriting(true)}>
        {say('note-placeholder')}
      </button>
    ) : null;
  }
  const click = (): void => {
    // Words of the note that are being selected are not a wish to change it.
    if (window.getSelection()?.isCollapsed !== false) setWriting(true);
  };
  return (
    <div className="note-shown" role="button" tabIndex={0} title={say('edit-note')} onClick={click} onKeyDown={(event) => { if (event.key === 'Enter') setWriting(true); }}>
      <NoteText note={note} />
    </div>
  );
}

function Writing({ note, onLeave }: { readonly note: string; readonly onLeave: (text: string | null) => void }) {
  const { say } = useWords();
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  const givenUp = useRef(false);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    givenUp.current = event.key === 'Escape';
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (done || givenUp.current) field.current?.blur();
  };
  return (
    <textarea
      ref={field}
      className="note-field"
      rows={1}
      aria-label={say('note')}
      placeholder={say('note-placeholder')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={keys}
      onBlur={() => onLeave(givenUp.current ? null : text)}
    />
  );
}
