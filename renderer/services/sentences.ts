// Selecting without a pointer: sentence by sentence, from what is selected or from the top of what is in sight.

import type { Stretch } from '../lib/sentences.ts';
import { shownPage } from './placing.ts';

/** Selects the next (1) or the previous (-1) sentence; with nothing selected, the first one in sight. */
export function selectSentence(by: 1 | -1): void {
  const page = shownPage();
  if (page === null) return;
  const sentences = page.sentences();
  const selected = page.selected();
  const chosen = selected === null ? firstFrom(sentences, page.topOffset()) : beside(sentences, selected, by);
  if (chosen === undefined) return;
  page.select(chosen);
  page.reveal(chosen);
}

function beside(sentences: readonly Stretch[], { start, end }: Stretch, by: 1 | -1): Stretch | undefined {
  return by === 1 ? (sentences.find((one) => one.start >= end) ?? sentences.at(-1)) : (sentences.findLast((one) => one.end <= start) ?? sentences[0]);
}

/** One that began above is not the first in sight, unless there is no other. */
function firstFrom(sentences: readonly Stretch[], offset: number): Stretch | undefined {
  return sentences.find(({ start }) => start >= offset) ?? sentences.at(-1);
}
