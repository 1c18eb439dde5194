// Very many marks as a plain list: only those in view are drawn.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { useStore } from '../../lib/store.ts';
import { marks } from '../../state/reader.ts';
import { MarkCard } from './mark-card.tsx';

export function ListedCards({ list }: { readonly list: readonly Annotation[] }) {
  const { chosen, hovered, noting, states } = useStore(marks);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => list[index]?.id ?? index,
    overscan: 8,
  });
  useEffect(() => {
    const index = chosen === null ? -1 : list.findIndex(({ id }) => id === chosen);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [chosen, list, virtual]);
  return (
    <div ref={scroller} className="marks-listed">
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const mark = list[index];
          return mark === undefined ? null : (
            <div key={key} ref={virtual.measureElement} data-index={index} className="margin-card" style={{ top: start }}>
              <MarkCard mark={mark} found={states.get(mark.id) ?? null} chosen={mark.id === chosen} hovered={mark.id === hovered} noting={mark.id === noting} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
