// The list's keys: they move the cursor, stretch the selection, open and delete.

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { focusArticle } from '../../lib/focus-article.ts';
import { rowAt } from '../../lib/row-windows.ts';
import { isPrimary } from '../../lib/keys.ts';
import { runOnArticles } from '../../services/commands.ts';
import { openHit, rememberSearch } from '../../services/searching.ts';
import { chooseAll, chooseNone, chooseOnly, chooseTo, toggleChosen } from '../../services/selecting.ts';
import { listing, selection } from '../../state/listing.ts';
import { platformOf, session } from '../../state/session.ts';
import { panes } from '../../state/surface.ts';

interface GridKeys {
  readonly total: number;
  readonly page: () => number;
  readonly reveal: (index: number) => void;
}

/** An article under a cursor that rests for so long (ms) is opened beside the list. */
const rest = 140;

export function useGridKeys({ total, page, reveal }: GridKeys): (event: KeyboardEvent) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(openCursor, rest);
  };
  return (event) => {
    const { cursor } = selection.get();
    const next = target(event.key, cursor, total, page);
    if (next !== null) {
      event.preventDefault();
      reveal(next);
      if (event.shiftKey) return void chooseTo(next);
      void chooseOnly(next).then(follow);
    } else if (act(event, cursor)) event.preventDefault();
  };
}

/** Where a key leads, or null for one that does not move. */
export function target(key: string, cursor: number, total: number, page: () => number): number | null {
  if (total === 0) return null;
  const none = selection.get().cursorId === null;
  const clamp = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return none ? cursor : clamp(cursor + 1);
    case 'ArrowUp':
      return clamp(cursor - 1);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    case 'PageDown':
      return clamp(cursor + page());
    case 'PageUp':
      return clamp(cursor - page());
    default:
      return null;
  }
}

function act(event: KeyboardEvent, cursor: number): boolean {
  const primary = isPrimary(event, platformOf(session.get()));
  const ids = [...selection.get().ids];
  switch (event.key) {
    case 'Enter':
      enter(cursor);
      return true;
    case ' ':
      if (primary) toggleChosen(cursor);
      return true;
    case 'Delete':
    case 'Backspace':
      if (ids.length > 0) runOnArticles('delete', ids);
      return true;
    case 'Escape':
      chooseNone();
      return true;
    case 'a':
      if (primary) void chooseAll();
      return primary;
    default:
      return false;
  }
}

function openCursor(): void {
  const { cursor, ids } = selection.get();
  const row = rowAt(listing.get().windows, cursor);
  if (row !== null && ids.size === 1) void openHit(row);
}

/** Opens the article and goes on into it. */
function enter(cursor: number): void {
  const row = rowAt(listing.get().windows, cursor);
  if (row === null) return;
  void chooseOnly(cursor);
  panes.change({ showing: 'article' });
  rememberSearch();
  void openHit(row).then(() => focusArticle());
}
