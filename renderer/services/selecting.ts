// Which rows are chosen, by pointer and by keys.

import type { ArticleRow } from '../../preload/contract/article.ts';
import { indexOfRow, rowAt } from '../lib/row-windows.ts';
import { listing, noSelection, selection } from '../state/listing.ts';
import { ask } from './ask.ts';
import { rowsBetween } from './listing.ts';

/** Rows of a stretch that are asked for one by one. */
const longestHeld = 1000;

/** Chooses one row; one that is not held yet is chosen as soon as it is, if the cursor is still there. */
export async function chooseOnly(index: number): Promise<void> {
  const row = rowAt(listing.get().windows, index);
  choose(index, row);
  if (row !== null) return;
  const [late] = await rowsBetween(index, index);
  if (late !== undefined && selection.get().cursor === index) choose(index, late);
}

function choose(index: number, row: ArticleRow | null): void {
  selection.set({ ids: new Set(row === null ? [] : [row.id]), cursor: index, cursorId: row?.id ?? null, anchor: index });
}

/** For an article that is opened from elsewhere: the list goes along where it has it; else nothing stays chosen, so that no command meets another one. */
export function chooseArticle(id: string): void {
  const index = indexOfRow(listing.get().windows, id);
  if (index === null) chooseNone();
  else void chooseOnly(index);
}

export function toggleChosen(index: number): void {
  const row = rowAt(listing.get().windows, index);
  if (row === null) return;
  const ids = new Set(selection.get().ids);
  if (!ids.delete(row.id)) ids.add(row.id);
  selection.set({ ids, cursor: index, cursorId: row.id, anchor: index });
}

/** Chooses all rows between the anchor and a row. */
export async function chooseTo(index: number): Promise<void> {
  const { anchor } = selection.get();
  selection.change({ cursor: index });
  const ids = await idsBetween(anchor, index);
  if (selection.get().cursor !== index) return;
  const cursorId = rowAt(listing.get().windows, index)?.id ?? null;
  selection.set({ ids: new Set(ids), cursor: index, cursorId, anchor });
}

/** Both inclusive. A long stretch is not held as rows. */
async function idsBetween(from: number, to: number): Promise<readonly string[]> {
  if (Math.abs(to - from) < longestHeld) return (await rowsBetween(from, to)).map(({ id }) => id);
  return (await allIds()).slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** All that the list shows, also what was never in view. */
export async function chooseAll(): Promise<void> {
  const ids = await allIds();
  if (ids.length > 0) selection.change({ ids: new Set(ids), anchor: 0 });
}

async function allIds(): Promise<readonly string[]> {
  const { place, tag, query, sort, typing } = listing.get().question;
  const all = await ask('allIds', { place, tag, query, sort, typing });
  return all.ok ? all.value : [];
}

export function chooseNone(): void {
  selection.set({ ...noSelection, cursor: selection.get().cursor });
}

/** The row to go to when the chosen ones leave the list: the next that stays, else the one before. */
export function neighbourOf(leaving: ReadonlySet<string>): { readonly id: string; readonly index: number } | null {
  const { windows } = listing.get();
  const { cursor } = selection.get();
  const total = windows.total ?? 0;
  for (let index = cursor; index < total; index += 1) {
    const row = rowAt(windows, index);
    if (row === null) break;
    if (!leaving.has(row.id)) return { id: row.id, index };
  }
  for (let index = cursor; index >= 0; index -= 1) {
    const row = rowAt(windows, index);
    if (row !== null && !leaving.has(row.id)) return { id: row.id, index };
  }
  return null;
}
