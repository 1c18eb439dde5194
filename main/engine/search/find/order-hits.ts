// Hits in the order that is asked for: the first ones without sorting the others.

import type { SortOrder } from '../../../../preload/contract/calls.ts';
import type { Ground } from '../store/ground.ts';
import type { Matches } from './match-query.ts';
import type { Remembered } from './remembered.ts';

/** Whether the hit at one place of the matches comes before the one at another. */
type Before = (one: number, other: number) => boolean;

/** Up to so many first ones are chosen rather than all sorted. */
const mostChosen = 1000;

/** The numbers of the articles from the first to the last-but-`end`th in order; at least `end` of them, or all. */
export function firstOf(ground: Ground, remembered: Remembered, matches: Matches, sort: SortOrder, end: number): Int32Array {
  const before = beforeOf(ground, remembered, matches, sort);
  const count = matches.docs.length;
  const places = end < mostChosen && end * 4 < count ? chosen(count, end, before) : sorted(count, before);
  return Int32Array.from(places, (place) => matches.docs[place] as number);
}

function sorted(count: number, before: Before): readonly number[] {
  return Array.from({ length: count }, (_, at) => at).sort((one, other) => (before(one, other) ? -1 : 1));
}

/**
 * A heap of the best so far, its worst on top: most hits cost one comparison. From behind, where the articles that were
 * put in last are: as newer ones come first where nothing else tells, those before them are seldom better.
 */
function chosen(count: number, wanted: number, before: Before): readonly number[] {
  const heap: number[] = [];
  for (let place = count - 1; place >= 0 && wanted > 0; place -= 1) {
    if (heap.length < wanted) {
      heap.push(place);
      raise(heap, heap.length - 1, before);
    } else if (before(place, heap[0] as number)) {
      heap[0] = place;
      sink(heap, before);
    }
  }
  return heap.sort((one, other) => (before(one, other) ? -1 : 1));
}

function raise(heap: number[], from: number, before: Before): void {
  let at = from;
  while (at > 0) {
    const above = (at - 1) >>> 1;
    if (!before(heap[above] as number, heap[at] as number)) return;
    [heap[above], heap[at]] = [heap[at] as number, heap[above] as number];
    at = above;
  }
}

function sink(heap: number[], before: Before): void {
  let at = 0;
  for (;;) {
    let below = at * 2 + 1;
    if (below >= heap.length) return;
    if (below + 1 < heap.length && before(heap[below] as number, heap[below + 1] as number)) below += 1;
    if (!before(heap[at] as number, heap[below] as number)) return;
    [heap[below], heap[at]] = [heap[at] as number, heap[below] as number];
    at = below;
  }
}

function beforeOf({ columns, database }: Ground, remembered: Remembered, { docs, scores, ranked }: Matches, sort: SortOrder): Before {
  const { saved, published } = columns;
  const newer = (one: number, other: number): boolean => {
    const [first, second] = [docs[one] as number, docs[other] as number];
    const [firstSaved, secondSaved] = [saved[first] as number, saved[second] as number];
    return firstSaved === secondSaved ? first > second : firstSaved > secondSaved;
  };
  switch (sort) {
    case 'relevance':
      return ranked ? (one, other) => (scores[one] === scores[other] ? newer(one, other) : (scores[one] as number) > (scores[other] as number)) : newer;
    case 'newest':
      return newer;
    case 'oldest':
      return (one, other) => newer(other, one);
    case 'published':
      return by((place) => -(published[docs[place] as number] as number), newer);
    case 'title': {
      const ranks = remembered.titleRanks(() => titleRanks(database, columns.end));
      return by((place) => ranks[docs[place] as number] as number, newer);
    }
  }
}

function by(key: (place: number) => number, then: Before): Before {
  return (one, other) => {
    const [first, second] = [key(one), key(other)];
    return first === second ? then(one, other) : first < second;
  };
}

function titleRanks(database: Ground['database'], end: number): Int32Array {
  const ranks = new Int32Array(end);
  let [rank, before] = [0, ''];
  for (const { doc, title } of database.each<{ doc: number; title: string }>('SELECT doc, title_order AS title FROM article ORDER BY title_order')) {
    if (title !== before) rank += 1;
    before = title;
    ranks[doc] = rank;
  }
  return ranks;
}
