// From article to article, wherever the focus is: the list goes along.

import { focusArticle } from '../lib/focus-article.ts';
import { indexOfRow, rowAt } from '../lib/row-windows.ts';
import { listing, selection } from '../state/listing.ts';
import { reader } from '../state/reader.ts';
import { panes } from '../state/surface.ts';
import { openArticle } from './reading.ts';
import { chooseOnly } from './selecting.ts';

/** While a key is held down only the article that it comes to rest on is opened (ms). */
const rest = 120;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Brings a row of the list into sight; the list says how when it is drawn. */
let reveal: (index: number) => void = () => undefined;

export function onReveal(how: (index: number) => void): void {
  reveal = how;
}

/** Opens the next (1) or the previous (-1) article of the list. The focus stays in the list or in the article. */
export async function stepArticle(by: 1 | -1): Promise<void> {
  const { windows } = listing.get();
  const total = windows.total ?? 0;
  if (total === 0) return;
  const next = placeBeside(by, total);
  const wasInArticle = document.activeElement?.classList.contains('article-frame') ?? false;
  reveal(next);
  await chooseOnly(next);
  clearTimeout(timer);
  timer = setTimeout(() => void open(next, wasInArticle), rest);
}

/** Where nothing is chosen yet, the first one. */
function placeBeside(by: 1 | -1, total: number): number {
  const { cursor, cursorId } = selection.get();
  const { id } = reader.get();
  const here = cursorId !== null ? cursor : id === null ? null : indexOfRow(listing.get().windows, id);
  return here === null ? 0 : Math.max(0, Math.min(total - 1, here + by));
}

async function open(index: number, focus: boolean): Promise<void> {
  const row = rowAt(listing.get().windows, index);
  if (row === null || selection.get().cursor !== index) return;
  await openArticle(row.id);
  if (focus) focusArticle();
}

/** Goes into the article that the list is at, or the one that is open. */
export async function enterArticle(): Promise<void> {
  const { cursor, cursorId } = selection.get();
  const id = cursorId ?? rowAt(listing.get().windows, cursor)?.id ?? reader.get().id;
  if (id === null) return;
  panes.change({ showing: 'article' });
  await openArticle(id);
  focusArticle();
}
