// What is true or not of an article, one bit each, and conditions on several of them at once.

import type { IndexedArticle } from '../index-types.ts';

export const flag = {
  present: 1, archived: 2, trashed: 4, read: 8, starred: 16, partial: 32, damaged: 64, mark: 128, note: 256, image: 512, video: 1024, missing: 2048,
} as const;

/** Holds of an article whose flags under the mask are the value. */
export interface FlagCondition {
  readonly mask: number;
  readonly value: number;
}

export function flagsOf({ row, notes, hasVideo }: Pick<IndexedArticle, 'row' | 'notes' | 'hasVideo'>): number {
  const facts: readonly (readonly [boolean, number])[] = [
    [row.archived, flag.archived],
    [row.deletedAt !== null, flag.trashed],
    [row.read, flag.read],
    [row.starred, flag.starred],
    [row.status === 'partial', flag.partial],
    [row.status === 'damaged', flag.damaged],
    [row.marks > 0, flag.mark],
    [notes.trim() !== '', flag.note],
    [row.images.found > 0, flag.image],
    [hasVideo, flag.video],
    [row.images.saved < row.images.found, flag.missing],
  ];
  return facts.reduce<number>((flags, [holds, bit]) => (holds ? flags | bit : flags), flag.present);
}
