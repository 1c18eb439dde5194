// Where cards stand in the margin: each beside its mark, none over another. Pure.

export interface Card {
  readonly id: string;
  /** Where its mark stands. */
  readonly top: number;
  readonly height: number;
}

const gap = 6;

/**
 * The tops of cards that are given in order. The anchor stands exactly beside its mark; those after it are pushed down,
 * those before it up, as far as they must.
 */
export function layOutCards(cards: readonly Card[], anchor: number): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let floor = Number.NEGATIVE_INFINITY;
  for (const { id, top, height } of cards.slice(anchor)) {
    const at = Math.max(top, floor);
    tops.set(id, at);
    floor = at + height + gap;
  }
  let ceiling = cards[anchor]?.top ?? Number.POSITIVE_INFINITY;
  for (const { id, top, height } of cards.slice(0, anchor).toReversed()) {
    ceiling = Math.min(top, ceiling - height - gap);
    tops.set(id, ceiling);
  }
  return tops;
}
