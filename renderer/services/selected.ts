// What the keys do with what is selected in the article: words, or a picture. The bar over it says how.

import { marks } from '../state/reader.ts';
import { writeNote } from './marking.ts';
import { selectSentence } from './sentences.ts';

export interface SelectedActions {
  /** Marks it in the colour that was used last. */
  readonly mark: () => void;
  /** Marks it and puts the caret into the note. */
  readonly note: () => void;
}

let actions: SelectedActions | null = null;

/** The bar is there; the answer takes it away. */
export function offerActions(offered: SelectedActions): () => void {
  actions = offered;
  return () => {
    if (actions === offered) actions = null;
  };
}

/** With nothing selected the first sentence in sight is, so that the key pressed again marks it. */
export function markByKey(): void {
  if (actions === null) selectSentence(1);
  else actions.mark();
}

/** A note on what is selected, else on the mark that is chosen. */
export function noteByKey(): void {
  const { chosen } = marks.get();
  if (actions !== null) actions.note();
  else if (chosen !== null) writeNote(chosen);
  else selectSentence(1);
}
