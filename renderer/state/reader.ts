// The open article, how it is shown, and its marks.

import type { AnchorState } from '../../preload/contract/anchor.ts';
import type { ArticleRow, ArticleView, CaptureView } from '../../preload/contract/article.ts';
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
  /** The outline of the headings lies open. */
  readonly outlineOpen: boolean;
}

export const closedReader: Reader = {
  id: null,
  article: null,
  failure: null,
  view: 'reader',
  captureId: null,
  marksOpen: false,
  checkOpen: false,
  outlineOpen: false,
};

export const reader = createStore<Reader>(closedReader);

export function shownCapture({ article, captureId }: Reader): CaptureView | null {
  if (article === null) return null;
  const wanted = captureId ?? article.shown;
  return article.captures.find((capture) => capture.id === wanted) ?? article.captures.at(-1) ?? null;
}

/** Articles about the same as one, the nearest first. */
export const related = createStore<{ readonly id: string | null; readonly rows: readonly ArticleRow[] }>({ id: null, rows: [] });

/** What is being tried again: `<captureId> <url>`, or the capture's id alone for all that it is missing. */
export const retrying = createStore<ReadonlySet<string>>(new Set());
/** Articles that are being mended. */
export const mending = createStore<ReadonlySet<string>>(new Set());

/** Captures that came out worse, and of which the user has heard. */
export const dismissed = createStore<ReadonlySet<string>>(new Set());

export type MarkState = AnchorState | 'gone';

/** How a mark was found in the view that is shown. */
export interface FoundMark {
  readonly state: MarkState;
  /** False where its place is a guess. */
  readonly sure: boolean;
}

export interface Marks {
  readonly articleId: string | null;
  readonly list: readonly Annotation[];
  /** A mark that is not here has not been looked for yet. */
  readonly states: ReadonlyMap<string, FoundMark>;
  readonly chosen: string | null;
  /** The mark under the pointer, in the text or in the panel. */
  readonly hovered: string | null;
  /** Rises with each wish to see the chosen mark, so that asking twice scrolls twice. */
  readonly scrolls: number;
  /** The mark whose note is to be written next. */
  readonly noting: string | null;
  /** The mark that waits for the words which it is put on. */
  readonly attaching: string | null;
  /** The colour used last: the one that a key gives. */
  readonly color: MarkColor;
}

export const noMarks: Marks = {
  articleId: null,
  list: [],
  states: new Map(),
  chosen: null,
  hovered: null,
  scrolls: 0,
  noting: null,
  attaching: null,
  color: 'yellow',
};

export const marks = createStore<Marks>(noMarks);

/** Where the page in the frame is scrolled to, and where each mark stands in it: CSS pixels from its top. */
export interface Margin {
  readonly scrollTop: number;
  readonly height: number;
  /** Of marks that have a place, in the order of the text; null where there are too many to line up beside it. */
  readonly tops: ReadonlyMap<string, number> | null;
}

export const margin = createStore<Margin>({ scrollTop: 0, height: 0, tops: new Map() });
