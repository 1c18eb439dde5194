// A page job: what was changed between two captures' words. Paragraphs first, then words inside those that changed, so
// that a long article costs little. Runs in the bounded worker.

import { diffArrays } from 'diff';
import type { ChangedPassage, ChangePart } from '../../../preload/contract/calls.ts';

/** Beyond so many edits a passage counts as replaced as a whole: comparing it further would cost much and say little. */
const mostEdits = 4_000;

export interface CompareRequest {
  /** Plain text, paragraphs apart by a blank line. */
  readonly before: string;
  readonly after: string;
  readonly language: string | null;
}

export interface Comparison {
  /** Words, or characters for scripts without spaces. */
  readonly inserted: number;
  readonly deleted: number;
  readonly hunks: readonly ChangedPassage[];
}

export function compareTexts(request: CompareRequest): Comparison {
  const words = wordsIn(request.language);
  const hunks = changedBlocks(paragraphs(request.before), paragraphs(request.after)).map(({ before, after }) => ({
    parts: compareWords(words(before), words(after)),
  }));
  return { inserted: count(hunks, 'inserted', words), deleted: count(hunks, 'deleted', words), hunks };
}

type Words = (text: string) => string[];

function paragraphs(text: string): string[] {
  return text === '' ? [] : text.split('\n\n');
}

/** Runs of paragraphs that are not the same on both sides. */
function changedBlocks(before: string[], after: string[]): { before: string; after: string }[] {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const blocks: { before: string[]; after: string[] }[] = [];
  let open: { before: string[]; after: string[] } | null = null;
  for (const { removed, added, value } of changes) {
    if (!removed && !added) {
      open = null;
      continue;
    }
    if (open === null) blocks.push((open = { before: [], after: [] }));
    (removed ? open.before : open.after).push(...value);
  }
  return blocks.map((block) => ({ before: block.before.join('\n\n'), after: block.after.join('\n\n') }));
}

function compareWords(before: string[], after: string[]): ChangePart[] {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits });
  if (changes === undefined) return [part('deleted', before), part('inserted', after)];
  return changes.map(({ added, removed, value }) => part(added ? 'inserted' : removed ? 'deleted' : 'same', value));
}

function part(change: ChangePart['change'], words: readonly string[]): ChangePart {
  return { change, text: words.join('') };
}

/** Words with the spaces and marks between them, so that joined they are the text again. */
function wordsIn(language: string | null): Words {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function count(hunks: readonly ChangedPassage[], change: ChangePart['change'], words: Words): number {
  const texts = hunks.flatMap(({ parts }) => parts.filter((one) => one.change === change).map(({ text }) => text));
  return texts.reduce((sum, text) => sum + words(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);
}
