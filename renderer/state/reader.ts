// The open article, how it is shown, and its marks.

import type { AnchorState } from '../../preload/contract/anchor.ts';
import type { ArticleView, CaptureView } from '../../preload/contract/article.ts';
import type { Annotation, MarkColor, ViewName } from '../../preload/contract/mark.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { createStore } from '../lib/store.ts';

/** `changes`: two captures compared, in the later one's reader view. */
export type ShownView = ViewName | 'changes';

export interface Reader {
  readonly id: string | null;
  /** Null while it is being asked for, and after a failure. */
  readonly article: ArticleView | null;
  readonly failure: Failure | null;
  readonly view: ShownView;
  /** A capture other than the one that the library shows, or null. */
  readonly captureId: string | null;
  readonly marksOpen: boolean;
  /** What is missing, and how the copy was checked, lies open. */
  readonly checkOpen: boolean;
}

export const closedReader: Reader = {
  id: null,
  article: null,
  failure: null,
  view: 'reader',
  captureId: null,
  marksOpen: false,
  checkOpen: false,
};

export const reader = createStore<Reader>(closedReader);

export function shownCapture({ article, captureId }: Reader): CaptureView | null {
  if (article === null) return null;
  const wanted = captureId ?? article.shown;
  return article.captures.find((capture) => capture.id === wanted) ?? article.captures.at(-1) ?? null;
}

/** What is being tried again: `<captureId> <url>`, or the capture's id alone for all that it is missing. */
export const retrying = createStore<ReadonlySet<string>>(new Set());

/** Captures that came out worse, and of which the user has heard. */
export const dismissed = createStore<ReadonlySet<string>>(new Set());

export type MarkState = AnchorState | 'gone';

export interface Marks {
  readonly articleId: string | null;
  readonly list: readonly Annotation[];
  /** How each was found in the view that is shown; a mark that is not here has not been looked for yet. */
  readonly states: ReadonlyMap<string, MarkState>;
  readonly chosen: string | null;
  /** Rises with each wish to see the chosen mark, so that asking twice scrolls twice. */
  readonly scrolls: number;
  /** The mark whose note is to be written next. */
  readonly noting: string | null;
  /** The colour used last: the one that a key gives. */
  readonly color: MarkColor;
}

export const noMarks: Marks = {
  articleId: null,
  list: [],
  states: new Map(),
  chosen: null,
  scrolls: 0,
  noting: null,
  color: 'yellow',
};

export const marks = createStore<Marks>(noMarks);
