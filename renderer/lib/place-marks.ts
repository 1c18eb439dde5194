// Finds where marks stand in a view's text, in small slices of time: the window answers meanwhile.

import { createAnchor } from '../../preload/contract/anchor.ts';
import type { Annotation } from '../../preload/contract/mark.ts';
import type { PlacedMark } from './frame-paint.ts';

/** Milliseconds that a slice may take. */
const slice = 24;

export interface Placing {
  /** In the order of the text; what was looked for so far. */
  readonly placed: readonly PlacedMark[];
  /** Ids of the marks that were looked for. */
  readonly tried: ReadonlySet<string>;
}

/** Where marks were found, by what they were then: a mark that was changed is looked for again. */
export type KnownPlaces = ReadonlyMap<string, Omit<PlacedMark, 'mark'> | null>;

export interface Placer {
  /** Looks for some of those that are left; true while more are. */
  step(): boolean;
  placing(): Placing;
  known(): KnownPlaces;
}

/** @param captureId the capture that the text is of */
export function createPlacer(text: string, captureId: string, marks: readonly Annotation[], before: KnownPlaces): Placer {
  const anchor = createAnchor(text);
  const known = new Map(marks.flatMap((mark) => (before.has(keyOf(mark)) ? [[keyOf(mark), before.get(keyOf(mark)) ?? null] as const] : [])));
  const waiting = marks.filter((mark) => !known.has(keyOf(mark)));
  let next = 0;
  return {
    step() {
      const until = performance.now() + slice;
      for (; next < waiting.length && performance.now() < until; next += 1) {
        const mark = waiting[next];
        if (mark !== undefined) known.set(keyOf(mark), anchor(mark.target.selector, mark.target['offprint:capture'] === captureId));
      }
      return next < waiting.length;
    },
    placing() {
      const tried = marks.filter((mark) => known.has(keyOf(mark)));
      const placed = tried.flatMap((mark) => {
        const place = known.get(keyOf(mark)) ?? null;
        return place === null ? [] : [{ mark, ...place }];
      });
      return { placed: placed.sort((one, other) => one.start - other.start), tried: new Set(tried.map(({ id }) => id)) };
    },
    known: () => known,
  };
}

function keyOf({ id, modified }: Annotation): string {
  return `${id} ${modified}`;
}
