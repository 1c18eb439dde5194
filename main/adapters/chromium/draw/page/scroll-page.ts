// Scrolls through the page to wake what waits for a reader to come near, and back to its head.

import type { PageDocument, PageElement } from './page-dom.ts';

declare const document: PageDocument;
declare const performance: { now(): number };
declare const window: { readonly innerHeight: number };
declare function setTimeout(work: () => void, ms: number): unknown;
declare function requestAnimationFrame(work: () => void): unknown;

/**
 * @param budgetMs ends where it is when the time is over
 * @param furthest screens: a page that grows for ever is left there
 * @returns screens that were passed
 */
export async function scrollPage(budgetMs: number, furthest: number): Promise<number> {
  const started = performance.now();
  const step = Math.max(200, Math.floor(window.innerHeight * 0.8));
  const isLate = (): boolean => performance.now() - started > budgetMs;
  // A frame is drawn, so that observers are told, and what listens to scrolling has run.
  const drawn = (): Promise<void> =>
    new Promise((resolve) => {
      let done = false;
      const end = (): void => {
        if (!done) setTimeout(resolve, 0);
        done = true;
      };
      requestAnimationFrame(() => requestAnimationFrame(end));
      setTimeout(end, 100);
    });
  const pass = async (box: PageElement): Promise<number> => {
    let screens = 0;
    for (let top = step; screens < furthest && !isLate(); top += step) {
      box.scrollTop = top;
      await drawn();
      screens += 1;
      if (top >= box.scrollHeight - box.clientHeight) break;
    }
    return screens;
  };
  const root = document.scrollingElement;
  if (root === null) return 0;
  let screens = await pass(root);
  // Where the page itself does not scroll, a box in it does.
  if (root.scrollHeight <= window.innerHeight + step) {
    for (const box of document.getElementsByTagName('*')) {
      if (box === root || box.clientHeight < window.innerHeight / 2 || box.scrollHeight < box.clientHeight + step) continue;
      screens += await pass(box);
      box.scrollTop = 0;
    }
  }
  root.scrollTop = 0;
  await drawn();
  return screens;
}
