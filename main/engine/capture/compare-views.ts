// A page job: what was changed between the reader views of two captures. Blocks first, then words inside those that
// changed, so that a long article costs little. Runs in the bounded worker.

import { diffArrays } from 'diff';
import type { ChangedPassage, TextEdit } from '../../../preload/contract/calls.ts';
import type { ComparedViews } from '../model/page-jobs.ts';
import { compareWords, isWord, wordsIn, type Words } from './compare-words.ts';
import { pairBlocks } from './pair-blocks.ts';
import { viewBlocks, type PictureBlock, type TextBlock, type ViewBlock } from './view-blocks.ts';

/** Beyond so many edits a stretch counts as replaced as a whole: comparing it further would cost much and say little. */
const mostEdits = 4_000;

export interface CompareRequest {
  /** The stored reader pages. */
  readonly before: string;
  readonly after: string;
  readonly language: string | null;
}

interface Findings {
  readonly words: Words;
  readonly hunks: ChangedPassage[];
  readonly edits: TextEdit[];
  readonly gone: { link: string; at: number }[];
}

export function compareViews(request: CompareRequest): ComparedViews {
  const [before, after] = [viewBlocks(request.before), viewBlocks(request.after)];
  const findings: Findings = { words: wordsIn(request.language), hunks: [], edits: [], gone: [] };
  for (const run of changedRuns(before.blocks, after.blocks)) {
    compareRun(run, run.next?.start ?? after.length, findings);
  }
  const count = (change: 'inserted' | 'deleted'): number => findings.hunks.reduce((sum, { parts }) => sum + countWords(parts, change, findings.words), 0);
  return { inserted: count('inserted'), deleted: count('deleted'), hunks: findings.hunks, edits: findings.edits, gone: findings.gone };
}

interface Run {
  readonly before: ViewBlock[];
  readonly after: ViewBlock[];
  /** The block of the later view that follows. */
  next: ViewBlock | null;
}

/** Runs of blocks that are not the same on both sides. */
function changedRuns(before: readonly ViewBlock[], after: readonly ViewBlock[]): Run[] {
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: mostEdits });
  if (changes === undefined) return [{ before: [...before], after: [...after], next: null }];
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  let open: Run | null = null;
  for (const { removed, added, value } of changes) {
    if (!removed && !added) {
      if (open !== null) open.next = after[j] ?? null;
      open = null;
      i += value.length;
      j += value.length;
      continue;
    }
    if (open === null) runs.push((open = { before: [], after: [], next: null }));
    if (removed) open.before.push(...before.slice(i, (i += value.length)));
    else open.after.push(...after.slice(j, (j += value.length)));
  }
  return runs;
}

/** White space aside; a heading that became a paragraph is a change of look, not of words. */
function keyOf(block: ViewBlock): string {
  return block.kind === 'picture' ? `\0${block.link}` : block.text.replace(/\s+/g, ' ').trim();
}

function compareRun(run: Run, end: number, findings: Findings): void {
  const isWords = (block: ViewBlock): block is TextBlock => block.kind === 'text';
  const isPicture = (block: ViewBlock): block is PictureBlock => block.kind === 'picture';
  const pairs = pairBlocks(run.before.filter(isWords), run.after.filter(isWords), ({ text }) => findings.words(text).filter(isWord));
  // Where in the later text a block that went would stand: before the next one that is there.
  let next = end;
  const places = pairs.toReversed().map(({ after }) => (next = after?.start ?? next)).toReversed();
  pairs.forEach(({ before, after }, place) => noteBlock(before, after, places[place] ?? end, findings));
  const shown = new Set(run.after.filter(isPicture).map(({ link }) => link));
  for (const { link } of run.before.filter(isPicture)) if (!shown.has(link)) findings.gone.push({ link, at: run.after[0]?.start ?? end });
}

function noteBlock(before: TextBlock | null, after: TextBlock | null, at: number, { words, hunks, edits }: Findings): void {
  if (before !== null && after !== null) {
    const compared = compareWords(before.text, after.text, words);
    if (compared.edits.length === 0) return;
    hunks.push({ parts: compared.parts });
    edits.push(...compared.edits.map((edit) => ({ ...edit, start: edit.start + after.start, end: edit.end + after.start, block: null })));
  } else if (before !== null) {
    const deleted = before.text.replace(/\s+/g, ' ').trim();
    hunks.push({ parts: [{ change: 'deleted', text: deleted }] });
    edits.push({ start: at, end: at, deleted, block: before.name });
  } else if (after !== null) {
    const lead = after.text.length - after.text.trimStart().length;
    const text = after.text.trim();
    hunks.push({ parts: [{ change: 'inserted', text: text.replace(/\s+/g, ' ') }] });
    edits.push({ start: after.start + lead, end: after.start + lead + text.length, deleted: '', block: after.name });
  }
}

function countWords(parts: ChangedPassage['parts'], change: 'inserted' | 'deleted', words: Words): number {
  const changed = parts.filter((part) => part.change === change);
  return changed.reduce((sum, { text }) => sum + words(text).filter(isWord).length, 0);
}
