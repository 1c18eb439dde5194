// The list itself: a virtual grid with one column. Only rows in view are drawn, and only windows in view are asked for.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { rowAt } from '../../lib/row-windows.ts';
import { useStore } from '../../lib/store.ts';
import { showRows } from '../../services/listing.ts';
import { openHit, rememberSearch } from '../../services/searching.ts';
import { chooseOnly, chooseTo, toggleChosen } from '../../services/selecting.ts';
import { onReveal } from '../../services/stepping.ts';
import { listing, selection, subjectOf } from '../../state/listing.ts';
import { panes } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { ArticleLine } from './article-line.tsx';
import { RowMenu, type MenuPoint } from './row-menu.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useHurry } from './use-hurry.ts';

/** CSS pixels; list.css lays a row out in exactly this. */
const rowHeight = 124;

export function ArticleGrid() {
  const { say } = useWords();
  const { windows, answered } = useStore(listing);
  const { ids, cursor } = useStore(selection);
  const scroller = useRef<HTMLDivElement>(null);
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const total = windows.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const hurried = useHurry(scroller);
  const drawn = virtual.getVirtualItems();
  const [from, to] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => showRows(from, to), [from, to, answered]);
  const subject = subjectOf(answered);
  useEffect(() => onReveal((index) => virtual.scrollToIndex(index)), [virtual]);
  useEffect(() => {
    // Not returned: scrollTo answers a promise in newer Chromium, and an effect may only answer its undoing.
    void scroller.current?.scrollTo({ top: 0 });
  }, [subject]);
  const onKeyDown = useGridKeys({ total, page: pageRows(scroller), reveal: (index) => virtual.scrollToIndex(index) });

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={say('articles')}
      aria-multiselectable="true"
      aria-rowcount={total}
      data-several={ids.size > 1 || undefined}
      aria-activedescendant={total > 0 ? `row-${cursor}` : undefined}
      onKeyDown={onKeyDown}
      onClick={press}
      onContextMenu={(event) => setMenuAt(menuPoint(event))}
    >
      <div className="grid-rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = rowAt(windows, index);
          return (
            <div
              key={index}
              id={`row-${index}`}
              className="row"
              role="row"
              aria-rowindex={index + 1}
              aria-selected={row !== null && ids.has(row.id)}
              data-cursor={index === cursor || undefined}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
            >
              {row === null ? <div className="row-waiting" role="gridcell" aria-label={say('waiting')} /> : <ArticleLine row={row} hurried={hurried} />}
            </div>
          );
        })}
      </div>
      {menuAt === null ? null : <RowMenu at={menuAt} onClose={() => setMenuAt(null)} />}
    </div>
  );
}

/** One row less than fits, so that a page turned keeps a row in sight. */
function pageRows(scroller: { readonly current: HTMLElement | null }): () => number {
  return () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
}

/** The row under the pointer, or null beside all rows. */
function rowUnder(event: MouseEvent): number | null {
  const row = (event.target as Element).closest('[role=row]');
  return row === null ? null : Number(row.getAttribute('aria-rowindex')) - 1;
}

function press(event: MouseEvent): void {
  const index = rowUnder(event);
  if (index === null) return;
  if (event.shiftKey) return void chooseTo(index);
  if (event.ctrlKey || event.metaKey) return toggleChosen(index);
  void chooseOnly(index);
  const row = rowAt(listing.get().windows, index);
  if (row === null) return;
  panes.change({ showing: 'article' });
  rememberSearch();
  void openHit(row);
}

/** A row outside the selection becomes the selection before its menu opens. */
function menuPoint(event: MouseEvent): MenuPoint | null {
  event.preventDefault();
  const index = rowUnder(event);
  if (index === null) return null;
  const row = rowAt(listing.get().windows, index);
  if (row !== null && !selection.get().ids.has(row.id)) void chooseOnly(index);
  return { x: event.clientX, y: event.clientY };
}
