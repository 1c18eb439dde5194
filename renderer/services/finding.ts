// Finding in the open article. The page in the frame looks for what is asked (use-frame-found.ts), paints it, and scrolls.

import type { TextHit } from '../../preload/contract/calls.ts';
import { findWords, type FoldedText } from '../lib/find-words.ts';
import { finding, noFinding, type Asked } from '../state/finding.ts';
import { ask } from './ask.ts';
import { selectInPage } from './placing.ts';

/** Opens the bar to write into it; what was asked last stands there. */
export function openFind(): void {
  const { focuses } = finding.get();
  finding.change({ open: true, focuses: focuses + 1 });
}

/** Looks for words as they stand; empty for nothing. */
export function findWordsInArticle(text: string): void {
  finding.change({ open: true, asked: text === '' ? null : { kind: 'words', text }, hits: text === '' ? null : finding.get().hits });
}

/**
 * Paints the hits of a query of the list in the article that is open or being opened, scrolls to the first one and shows
 * the bar to go on from there. The focus stays where it is.
 */
export function findQueryInArticle(text: string): void {
  finding.change({ open: true, asked: { kind: 'query', text }, hits: null, at: null });
}

/** Goes to the next hit (1) or the one before (-1), round and round. */
export function stepFound(by: 1 | -1): void {
  const { hits, at, steps, open } = finding.get();
  if (!open) return openFind();
  const count = hits?.length ?? 0;
  if (count > 0) finding.change({ at: at === null ? 0 : (at + by + count) % count, steps: steps + 1 });
}

/** Closes the bar. The hit that the user was at is selected, so that it can be marked at once. */
export function closeFind(): void {
  const { hits, at, asked } = finding.get();
  const hit = at === null ? undefined : hits?.[at];
  finding.set({ ...noFinding, asked: asked?.kind === 'words' ? asked : null });
  selectInPage(asked?.kind === 'words' ? (hit ?? null) : null);
}

/** Another article: nothing is looked for in it. */
export function forgetFound(): void {
  if (finding.get() !== noFinding) finding.set(noFinding);
}

/** What the page found, and whether the hit that the user is at shall be brought into sight. */
export function tellFound(hits: readonly TextHit[], at: number | null, see: boolean): void {
  finding.change({ hits, at, steps: finding.get().steps + (see ? 1 : 0) });
}

/** Where what is asked stands in a view's text. Words that stand nowhere as they are may in other characters (traditional for simplified). */
export async function hitsIn({ kind, text: asked }: Asked, text: string, folded: () => FoldedText): Promise<readonly TextHit[]> {
  if (kind === 'words') {
    const hits = findWords(folded(), asked);
    if (hits.length > 0) return hits;
  }
  const query = kind === 'query' ? asked : `"${asked.replaceAll('"', ' ')}"`;
  const answer = await ask('findInText', { query, typing: kind === 'words', text });
  return answer.ok ? answer.value : [];
}
