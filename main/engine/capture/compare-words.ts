// What was changed inside one paragraph, by words.

import { diffArrays } from 'diff';
import type { ChangePart, TextEdit } from '../../../preload/contract/calls.ts';

/** Beyond so many edits a paragraph counts as replaced as a whole: looking further costs seconds and shows a mosaic. */
const mostEdits = 1_000;

/** Not a space, not a mark. */
export function isWord(segment: string): boolean {
  return /[\p{L}\p{N}]/u.test(segment);
}

export type Words = (text: string) => string[];

/** Words with the spaces and marks between them, so that joined they are the text again. */
export function wordsIn(language: string | null): Words {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'word' });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What a page declares as its language may be none. */
function supported(language: string | null): string | undefined {
  try {
    return language === null ? undefined : Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}

export interface ComparedWords {
  /** Joined without what was deleted they are the later text, white space aside; without what was inserted, the earlier. */
  readonly parts: readonly ChangePart[];
  /** In the order of the later text; offsets count in it. */
  readonly edits: readonly Omit<TextEdit, 'block'>[];
}

interface Change {
  start: number;
  end: number;
  deleted: string;
}

export function compareWords(before: string, after: string, words: Words): ComparedWords {
  const [old, now] = [words(before), words(after)];
  const runs = diffArrays(old.map(asOneSpace), now.map(asOneSpace), { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  const changes: Change[] = [];
  let [place, i, j] = [0, 0, 0];
  let open: Change | null = null;
  for (const { removed, added, value } of runs) {
    if (!removed && !added) {
      const length = now.slice(j, j + value.length).join('').length;
      // One space that stayed does not part two changes: `the old mill` for `a new dam` reads better whole.
      if (open !== null && value.length === 1 && value[0] === ' ') {
        open.deleted += ' ';
        open.end += length;
      } else open = null;
      place += length;
      i += value.length;
      j += value.length;
      continue;
    }
    if (open === null) changes.push((open = { start: place, end: place, deleted: '' }));
    if (removed) open.deleted += old.slice(i, (i += value.length)).map(asOneSpace).join('');
    else {
      const length = now.slice(j, (j += value.length)).join('').length;
      place += length;
      open.end = place;
    }
  }
  const edits = changes.map((change) => tidied(change, after)).filter(({ start, end, deleted }) => deleted.trim() !== '' || after.slice(start, end).trim() !== '');
  return { edits, parts: partsOf(after, edits) };
}

/** A space that both sides of a change end with is none of it. */
function tidied({ start, end, deleted }: Change, after: string): Change {
  const both = deleted.endsWith(' ') && end > start && /\s$/.test(after.slice(start, end));
  return both ? { start, end: end - 1, deleted: deleted.slice(0, -1) } : { start, end, deleted };
}

function asOneSpace(word: string): string {
  return /^\s+$/.test(word) ? ' ' : word;
}

function partsOf(after: string, edits: readonly Change[]): ChangePart[] {
  const parts: ChangePart[] = [];
  let from = 0;
  const add = (change: ChangePart['change'], text: string): void => {
    if (text !== '') parts.push({ change, text: text.replace(/\s+/g, ' ') });
  };
  for (const { start, end, deleted } of edits) {
    add('same', after.slice(from, start));
    add('deleted', deleted);
    add('inserted', after.slice(start, end));
    from = end;
  }
  add('same', after.slice(from));
  return parts;
}
