// Asked of each frame again and again while a page settles, in our own world: is anything still to come?

import type { PageDocument } from './page-dom.ts';

interface OwnWorld {
  offprintChangedAt?: number;
}

declare const document: PageDocument;
declare const performance: { now(): number };
declare const window: OwnWorld;
declare class MutationObserver {
  constructor(changed: () => void);
  observe(root: PageDocument, options: object): void;
}
declare class Event {
  constructor(name: string, options: object);
  readonly type: string;
}

export interface PageState {
  /** Milliseconds since the DOM last changed. */
  readonly unchangedMs: number;
  readonly fontsLoad: boolean;
  /** Pictures that have begun to load and are not there yet. */
  readonly picturesLoad: boolean;
  /** A timer that the page has set is still to come. */
  readonly timersRun: boolean;
  readonly height: number;
}

/** @param question see watch-page.ts */
export function pageState(question: string): PageState {
  if (window.offprintChangedAt === undefined) {
    window.offprintChangedAt = performance.now();
    new MutationObserver(() => void (window.offprintChangedAt = performance.now())).observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['src', 'srcset', 'style', 'class', 'href', 'poster'],
      characterData: true,
    });
  }
  let picturesLoad = false;
  for (const picture of document.images) {
    // Whoever is saved is read to the end: nothing waits for the reader to come near.
    if (picture.loading === 'lazy') picture.loading = 'eager';
    if (picture.complete === false && picture.getAttribute('src') !== null) picturesLoad = true;
  }
  return {
    unchangedMs: performance.now() - window.offprintChangedAt,
    fontsLoad: document.fonts.status === 'loading',
    picturesLoad,
    timersRun: !document.dispatchEvent(new Event(question, { cancelable: true })),
    height: document.scrollingElement?.scrollHeight ?? 0,
  };
}
