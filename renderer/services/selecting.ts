// Which rows are chosen, by pointer and by keys.

import type { ArticleRow } from '../../preload/contract/article.ts';
import { rowAt } from '../lib/row-windows.ts';
import { listing, noSelection, selection } from '../state/listing.ts';
import { rowsBetween } from './listing.ts';

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
  const rows = await rowsBetween(anchor, index);
  if (selection.get().cursor !== index) return;
  const cursorId = rowAt(listing.get().windows, index)?.id ?? null;
  selection.set({ ids: new Set(rows.map((row) => row.id)), cursor: index, cursorId, anchor });
}

export async function chooseAll(): Promise<void> {
  const { total } = listing.get().windows;
  if (total === null || total === 0) return;
  const rows = await rowsBetween(0, total - 1);
  selection.change({ ids: new Set(rows.map((row) => row.id)), anchor: 0 });
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
