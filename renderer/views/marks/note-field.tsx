// A mark's note: plain text, saved when the field is left or with Control-Enter.

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';

interface NoteFieldProps {
  readonly note: string;
  /** The caret is wanted here. */
  readonly focus: boolean;
  readonly onSave: (note: string) => void;
}

export function NoteField({ note, focus, onSave }: NoteFieldProps) {
  const { say } = useWords();
  const [text, setText] = useState(note);
  const [known, setKnown] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  const givenUp = useRef(false);
  if (known !== note) {
    setKnown(note);
    // What is being typed is never replaced by what was saved a moment ago.
    if (text.trim() === known) setText(note);
  }
  useEffect(() => {
    if (!focus) return;
    field.current?.focus();
    marks.change({ noting: null });
  }, [focus]);
  const keys = (event: KeyboardEvent): void => {
    givenUp.current = event.key === 'Escape';
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (done || givenUp.current) field.current?.blur();
  };
  const leave = (): void => {
    if (givenUp.current) setText(note);
    else if (text.trim() !== note) onSave(text.trim());
    givenUp.current = false;
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
      onBlur={leave}
    />
  );
}
