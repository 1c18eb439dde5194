// How far articles are read: noted while one scrolls, kept in the library when one rests or leaves.

import type { ReadingProgress } from '../../preload/contract/article.ts';
import type { Selector } from '../../preload/contract/mark.ts';
import { reader } from '../state/reader.ts';
import { ask } from './ask.ts';

/** Milliseconds of rest before what is on disk is written again. */
const rest = 4000;
/** What is read by less than this more, or again, is not written. */
const least = 0.004;

interface Noted {
  readonly id: string;
  readonly progress: ReadingProgress;
}

let noted: Noted | null = null;
/** What is on disk, by article. */
const kept = new Map<string, ReadingProgress>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Where the article was left: in this window, else when it was read last. Null for one that was not begun or is finished. */
export function placeLeft(id: string): readonly Selector[] | null {
  const { article } = reader.get();
  const progress = noted?.id === id ? noted.progress : (kept.get(id) ?? (article?.id === id ? article.progress : null));
  return progress === null || progress.selector.length === 0 || progress.read >= 0.995 ? null : progress.selector;
}

/** @param read null in a view where the share of the words is not known: it stays what it was. */
export function noteProgress(id: string, read: number | null, selector: readonly Selector[]): void {
  if (noted !== null && noted.id !== id) void keepNoted();
  noted = { id, progress: { read: Math.round(1000 * (read ?? lastRead(id))) / 1000, selector } };
  clearTimeout(timer);
  timer = setTimeout(() => void keepNoted(), rest);
}

/** Writes what was noted and is not on disk yet. */
export async function keepNoted(): Promise<void> {
  clearTimeout(timer);
  const now = noted;
  noted = null;
  if (now === null) return;
  const before = kept.get(now.id) ?? (reader.get().article?.id === now.id ? reader.get().article?.progress : null) ?? null;
  if (before === null ? now.progress.selector.length === 0 : Math.abs(before.read - now.progress.read) < least && before.selector.length > 0 === now.progress.selector.length > 0) return;
  kept.set(now.id, now.progress);
  // Nobody asked for it: a library that cannot be written is said elsewhere.
  await ask('keepProgress', { id: now.id, progress: now.progress });
}

/** Another library has other articles. */
export function forgetProgress(): void {
  kept.clear();
  noted = null;
}

function lastRead(id: string): number {
  const { article } = reader.get();
  return kept.get(id)?.read ?? (article?.id === id ? article.progress?.read : undefined) ?? 0;
}
