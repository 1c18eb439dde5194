// The frame that shows an article: what its user sees in it. Nothing in it runs; it is looked at from the window.

import type { ViewName } from '../../../preload/contract/mark.ts';
import type { PageDriver, Point } from '../page-driver.ts';
import { waitUntil } from '../wait.ts';
import { choose } from './article-list.ts';
import { say } from './words.ts';

/** The frame's window, for functions that run in the page. */
export type FrameView = Window & typeof globalThis;

/** Runs a function in the window's world with the frame's window; it uses nothing outside itself. */
export function inFrame<T, V extends unknown[]>(
  page: PageDriver,
  look: (view: FrameView, ...values: V) => T,
  ...values: V
): Promise<Awaited<T>> {
  const view = "document.querySelector('.article-frame').contentWindow";
  return page.evaluate<T, []>(`(${String(look)})(${view}, ...${JSON.stringify(values)})`);
}

/** Opens an article from the list; fulfilled when its page is shown. */
export async function openArticle(page: PageDriver, title: string): Promise<void> {
  await choose(page, title);
  await isShown(page, title, 'reader');
}

/** Waits until the frame shows the article in this view, ready to be read. */
export async function isShown(page: PageDriver, title: string, view: ViewName): Promise<void> {
  const ready = `.frame-box[data-view=${view}] .article-frame[data-ready]`;
  // In one look: the frame that is ready may be that of the article before. Between two articles there is none.
  const look = `document.querySelector(${JSON.stringify(ready)})?.contentDocument.querySelector('h1')?.textContent ?? ''`;
  let shown = '';
  const isIt = async (): Promise<true | null> => ((shown = await page.evaluate<string, []>(look).catch(() => '')) === title ? true : null);
  await waitUntil(`the page of "${title}"`, isIt).catch((error: unknown) => {
    throw new Error(`"${shown}" is shown`, { cause: error });
  });
}

export async function showView(page: PageDriver, title: string, view: ViewName): Promise<void> {
  await page.click(`text=${say(view === 'reader' ? 'view-reader' : 'view-original')}`);
  await isShown(page, title, view);
}

export interface ShownPicture {
  /** As the page has it. */
  readonly source: string;
  /** As it was loaded. */
  readonly address: string;
  /** Of the decoded picture; 0 where it could not be decoded. */
  readonly width: number;
}

/** Every picture of the article's page, decoded. */
export function pictures(page: PageDriver): Promise<readonly ShownPicture[]> {
  return inFrame(page, (view) =>
    Promise.all(
      [...view.document.images].map(async (image) => {
        image.loading = 'eager';
        const decoded = await image.decode().then(() => true, () => false);
        return { source: image.getAttribute('src') ?? '', address: image.currentSrc, width: decoded ? image.naturalWidth : 0 };
      }),
    ),
  );
}

export interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

/**
 * Where words that stand in one text node begin and end, in the window's pixels; they are scrolled into sight. Waits until
 * they stand still: a font or a picture that comes late moves them, and a drag would take other words.
 */
export async function placeOf(page: PageDriver, words: string): Promise<Stretch> {
  let before = '';
  return waitUntil(`"${words}" to stand still`, async () => {
    const place = await placeNow(page, words);
    const same = JSON.stringify(place) === before;
    before = JSON.stringify(place);
    return same ? place : null;
  });
}

function placeNow(page: PageDriver, words: string): Promise<Stretch> {
  return inFrame(page, async (view, wanted) => {
    await view.document.fonts.ready;
    await new Promise((drawn) => void view.requestAnimationFrame(() => view.requestAnimationFrame(drawn)));
    const walker = view.document.createTreeWalker(view.document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node !== null && !(node.nodeValue ?? '').includes(wanted)) node = walker.nextNode();
    if (node === null) throw new Error(`the page does not have "${wanted}"`);
    const range = view.document.createRange();
    const start = (node.nodeValue ?? '').indexOf(wanted);
    range.setStart(node, start);
    range.setEnd(node, start + wanted.length);
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const boxes = [...range.getClientRects()];
    const [first, last] = [boxes[0], boxes.at(-1)];
    const outside = document.querySelector('.article-frame')?.getBoundingClientRect();
    if (first === undefined || last === undefined || outside === undefined) throw new Error('the words are not shown');
    return {
      from: { x: outside.x + first.left + 1, y: outside.y + (first.top + first.bottom) / 2 },
      to: { x: outside.x + last.right - 1, y: outside.y + (last.top + last.bottom) / 2 },
    };
  }, words);
}

/** The words that are painted as marks of a colour. */
export function painted(page: PageDriver, color: string): Promise<readonly string[]> {
  const look = (view: FrameView, name: string): string[] => {
    const ranges = [...(view.CSS.highlights.get(`offprint-${name}`) ?? [])];
    return ranges.map((range) => (range as Range).toString());
  };
  return inFrame(page, look, color);
}
