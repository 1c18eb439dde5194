// Cards that lie beside their marks and go with the text as it scrolls. Only those near what is in view are drawn.

import { useCallback, useState, type WheelEvent } from 'react';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { layOutCards, type Card } from '../../lib/margin-layout.ts';
import { useStore } from '../../lib/store.ts';
import { scrollPage } from '../../services/placing.ts';
import { showMark } from '../../services/marking.ts';
import { margin, marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkCard } from './mark-card.tsx';

interface AlignedCardsProps {
  readonly list: readonly Annotation[];
  readonly tops: ReadonlyMap<string, number>;
}

/** CSS pixels above and below what is in view. */
const beyond = 500;
/** Before a card is measured. */
const usualHeight = 64;
/** The head of the panel lies over the margin. */
const headHeight = 48;
const mostDrawn = 60;

export function AlignedCards({ list, tops }: AlignedCardsProps) {
  const { scrollTop, height } = useStore(margin);
  const { chosen, hovered, noting, states } = useStore(marks);
  const [heights, measured] = useHeights();
  const drawn = cardsInView(list, tops, heights, scrollTop, height, chosen);
  const places = layOutCards(drawn.cards, drawn.anchor);
  const wheel = (event: WheelEvent): void => scrollPage(event.deltaY);
  return (
    <div className="margin" onWheel={wheel}>
      <div className="margin-strip" style={{ transform: `translateY(${-scrollTop}px)` }}>
        {drawn.marks.map((mark) => (
          <div key={mark.id} ref={measured} data-id={mark.id} className="margin-card" data-front={mark.id === chosen || undefined} style={{ top: places.get(mark.id) ?? 0 }}>
            <MarkCard mark={mark} found={states.get(mark.id) ?? null} chosen={mark.id === chosen} hovered={mark.id === hovered} noting={mark.id === noting} />
          </div>
        ))}
      </div>
      <Beyond side="above" tops={tops} />
      <Beyond side="below" tops={tops} />
    </div>
  );
}

/** The heights of cards by their ids, kept up to date; and the ref that a card is measured by. */
function useHeights(): [ReadonlyMap<string, number>, (card: HTMLElement | null) => (() => void) | undefined] {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [sizes] = useState(() => new ResizeObserver((entries) => {
    const sized = entries.map(({ target }) => [(target as HTMLElement).dataset['id'] ?? '', (target as HTMLElement).offsetHeight] as const);
    setHeights((before) => (sized.every(([id, now]) => before.get(id) === now) ? before : new Map([...before, ...sized])));
  }));
  const measured = useCallback((card: HTMLElement | null) => {
    if (card === null) return undefined;
    sizes.observe(card);
    return () => sizes.unobserve(card);
  }, [sizes]);
  return [heights, measured];
}

/** How many marks stand above or below what is in view, and the way to the nearest. */
function Beyond({ side, tops }: { readonly side: 'above' | 'below'; readonly tops: ReadonlyMap<string, number> }) {
  const { say, number } = useWords();
  const { scrollTop, height } = useStore(margin);
  const out = [...tops].filter(([, top]) => (side === 'above' ? top < scrollTop : top > scrollTop + height));
  const nearest = side === 'above' ? out.at(-1) : out[0];
  if (nearest === undefined) return null;
  const name = say(side === 'above' ? 'marks-above' : 'marks-below', { count: out.length, n: number(out.length) });
  return (
    <button type="button" className="margin-beyond" data-side={side} aria-label={name} title={name} onClick={() => showMark(nearest[0])}>
      <Icon name="chevron" size={13} />
      {number(out.length)}
    </button>
  );
}

interface Drawn {
  readonly marks: readonly Annotation[];
  readonly cards: readonly Card[];
  readonly anchor: number;
}

function cardsInView(
  list: readonly Annotation[],
  tops: ReadonlyMap<string, number>,
  heights: ReadonlyMap<string, number>,
  scrollTop: number,
  height: number,
  chosen: string | null,
): Drawn {
  const near = list
    .flatMap((mark) => {
      const top = tops.get(mark.id);
      return top === undefined || top < scrollTop - beyond || top > scrollTop + height + beyond ? [] : [{ mark, top }];
    })
    .sort((one, other) => one.top - other.top);
  const chosenAt = near.findIndex(({ mark }) => mark.id === chosen);
  const firstSeen = near.findIndex(({ top }) => top >= scrollTop);
  const middle = chosenAt >= 0 ? chosenAt : Math.max(0, firstSeen);
  const from = Math.max(0, Math.min(middle - Math.floor(mostDrawn / 2), near.length - mostDrawn));
  const shown = near.slice(from, from + mostDrawn);
  // Nothing hides under the panel's head.
  const floor = scrollTop + headHeight;
  const cards = shown.map(({ mark, top }, place) => ({ id: mark.id, top: place === middle - from && top >= scrollTop ? Math.max(top, floor) : top, height: heights.get(mark.id) ?? usualHeight }));
  return { marks: shown.map(({ mark }) => mark), cards, anchor: middle - from };
}
