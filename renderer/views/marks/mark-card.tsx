// One mark: its words, its note, its tags, its colour, and how sure its place is.

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { markColors, noteOf, pictureOf, quoteOf, tagsOf, wordsOf, type Annotation } from '../../../preload/contract/mark.ts';
import { isTyping } from '../../lib/keys.ts';
import { copyQuote } from '../../services/quoting.ts';
import { dragMarks } from '../../services/marks-out.ts';
import { attachMark, editMark, hoverMark, removeMark, showMark, stepToMark, writeNote } from '../../services/marking.ts';
import type { FoundMark } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { ColorDots } from './color-dots.tsx';
import { MarkState } from './mark-state.tsx';
import { MarkTags } from './mark-tags.tsx';
import { NoteField } from './note-field.tsx';

interface MarkCardProps {
  readonly mark: Annotation;
  readonly found: FoundMark | null;
  readonly chosen: boolean;
  readonly hovered: boolean;
  readonly noting: boolean;
}

export function MarkCard({ mark, found, chosen, hovered, noting }: MarkCardProps) {
  const { id } = mark;
  return (
    <article
      className="mark-card"
      data-color={mark.target.styleClass}
      data-chosen={chosen || undefined}
      data-hovered={hovered || undefined}
      onPointerEnter={() => hoverMark(id)}
      onPointerLeave={() => hoverMark(null)}
    >
      <Quote mark={mark} chosen={chosen} />
      <MarkState id={id} found={found} />
      <NoteField note={noteOf(mark)} offered={chosen} focus={noting} onSave={(note) => editMark(id, { note })} />
      <MarkTags tags={tagsOf(mark)} offered={chosen} onChange={(tags) => void editMark(id, { tags })} />
      <Tools mark={mark} />
    </article>
  );
}

/** The words: what the keys of the card are pressed on, and what it is dragged by. */
function Quote({ mark, chosen }: { readonly mark: Annotation; readonly chosen: boolean }) {
  const { say } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const words = wordsOf(mark);
  useEffect(() => {
    // Going from card to card by keys, and only then: the article keeps the focus that it has.
    if (chosen && document.activeElement?.closest('.mark-card') != null && !isTyping(document.activeElement)) button.current?.focus({ preventScroll: true });
  }, [chosen]);
  return (
    <button
      ref={button}
      type="button"
      className="mark-quote"
      draggable
      onClick={() => showMark(mark.id)}
      onKeyDown={(event) => pressOnCard(event, mark.id)}
      onDragStart={(event) => dragMarks(event, [mark])}
    >
      {pictureOf(mark) === null ? null : <Icon name="picture" size={15} />}
      {words === '' ? say('marked-picture') : words}
    </button>
  );
}

function Tools({ mark }: { readonly mark: Annotation }) {
  const { say } = useWords();
  const { id } = mark;
  const quote = quoteOf(mark)?.exact ?? wordsOf(mark);
  return (
    <div className="mark-tools">
      <ColorDots colors={markColors} chosen={mark.target.styleClass} onChoose={(color) => void editMark(id, { color })} />
      <span className="bar-space" />
      <IconButton icon="note" size={15} label={say('add-note')} onPress={() => writeNote(id)} />
      <IconButton icon="copy" size={15} label={say('copy-quote')} onPress={() => void copyQuote(quote)} />
      <IconButton icon="trash" size={15} label={say('remove-mark')} onPress={() => void removeMark(id)} />
    </div>
  );
}

/** Up and down go from mark to mark; the others act on this one. */
function pressOnCard(event: KeyboardEvent, id: string): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => stepToMark(1),
    ArrowUp: () => stepToMark(-1),
    n: () => writeNote(id),
    Delete: () => void removeMark(id),
    Backspace: () => void removeMark(id),
    Escape: () => attachMark(null),
  };
  const act = actions[event.key];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
