// Fits what is printed to its pages, in the open page before it is printed: tables and formulas wider than the text, and
// pictures that would go overleaf for a little too much height and leave a hole behind.

import type { SealedPage } from '../model/ports.ts';
import { ruler } from './print-columns.ts';
import type { Sheet } from './print-paper.ts';

/** A picture is made smaller by no more than this to stay on its page: below, a hole is the lesser evil. */
const smallestShare = 0.6;
/** CSS pixels. What was measured on the screen may differ from print by a hair. */
const slack = 3;
/** So many pictures are fitted: each costs a layout of the whole text. */
const mostFitted = 400;

/** Where a picture with its caption stands, in CSS pixels. */
interface Plate {
  readonly index: number;
  /** It begins a column or page, and what is before it ends in an earlier one. */
  readonly wentOver: boolean;
  /** What is left of the earlier one. */
  readonly room: number;
  /** What must fit there: the headings over it, the picture, its caption. */
  readonly height: number;
  readonly pictureHeight: number;
}

/** Else Chromium would make everything on all pages smaller until the widest table fits. */
export async function fitWideBlocks(page: SealedPage): Promise<void> {
  await page.evaluate(`(() => {
    for (const table of document.querySelectorAll('table, math, svg')) {
      if (table.parentElement.closest('table, math, svg') !== null) continue;
      const room = table.parentElement.clientWidth;
      // Each part of a table that goes on overleaf has a box of its own.
      const width = Math.max(...[...table.getClientRects()].map((box) => box.width));
      if (room > 0 && width > room + 1) table.style.zoom = String(Math.max(0.45, room / width));
    }
  })()`);
}

/** A picture keeps its own shape under the greatest height, so that its box is what is seen of it. */
export async function shapePictures(page: SealedPage): Promise<void> {
  await page.evaluate(`(() => {
    for (const image of document.images) {
      const box = image.getBoundingClientRect();
      const ratio = image.naturalWidth / image.naturalHeight;
      if (!(ratio > 0) || box.height === 0 || Math.abs(box.width / box.height - ratio) < 0.01 * ratio) continue;
      const width = Math.min(box.width, box.height * ratio);
      image.style.width = width + 'px';
      image.style.height = width / ratio + 'px';
    }
  })()`);
}

/** The pages must lie side by side (print-columns.ts). */
export async function fitPictures(page: SealedPage, sheet: Sheet): Promise<void> {
  let next = 0;
  for (let fitted = 0; fitted < mostFitted; fitted += 1) {
    const plates = await page.evaluate<readonly Plate[]>(measurePlates(sheet));
    const plate = plates.find((one) => one.index >= next && fitsWhenSmaller(one));
    if (plate === undefined) return;
    next = plate.index + 1;
    await page.evaluate(makeSmaller(plate.index, plate.pictureHeight - (plate.height - plate.room) - slack, sheet));
  }
}

function fitsWhenSmaller({ wentOver, room, height, pictureHeight }: Plate): boolean {
  return wentOver && pictureHeight - (height - room) - slack >= pictureHeight * smallestShare;
}

/** What the expressions below share. A column has a number: eight for each page. */
const measuring = `
  const plates = [...document.querySelectorAll('figure, .offprint-plate')].filter(
    (plate) => plate.querySelectorAll('img').length === 1 && plate.parentElement.closest('figure, .offprint-plate') === null);
  const before = (element) => {
    let at = element;
    while (at !== null && at !== document.body && at.previousElementSibling === null) at = at.parentElement;
    return at === null || at === document.body ? null : at.previousElementSibling;
  };
  const isHeading = (element) => element.matches('h1, h2, h3, h4, h5, h6, .offprint-heading');
  const columnOf = (box, text) => {
    const page = pageOf(box);
    const inner = text === null ? 1 : Number.parseInt(getComputedStyle(text).columnCount, 10) || 1;
    const share = (box.left - body.left - page * step) / (width / inner);
    return page * 8 + Math.max(0, Math.min(inner - 1, Math.floor(share + 0.02)));
  };
  const marginOf = (element, edge) => Number.parseFloat(getComputedStyle(element)[edge]) || 0;
  const describe = (plate, index) => {
    const text = plate.closest('.offprint-text');
    let first = plate;
    for (let above = before(first); above !== null && isHeading(above); above = before(first)) first = above;
    const previous = before(first);
    const box = plate.getClientRects()[0];
    const top = first.getClientRects()[0];
    const end = previous === null ? undefined : [...previous.getClientRects()].at(-1);
    const pictureHeight = plate.querySelector('img').getBoundingClientRect().height;
    if (box === undefined || top === undefined || end === undefined) return { index, wentOver: false, room: 0, height: 0, pictureHeight };
    const gap = Math.max(marginOf(first, 'marginTop'), marginOf(previous, 'marginBottom'));
    const wentOver = columnOf(top, text) > columnOf(end, text) && columnOf(top, text) === columnOf(box, text);
    return { index, wentOver, room: body.top + height - end.bottom - gap, height: box.bottom - top.top, pictureHeight };
  };`;

function measurePlates(sheet: Sheet): string {
  return `(() => { ${ruler(sheet)} ${measuring} return plates.map(describe); })()`;
}

/** Gives a picture its height and a width that goes with it; takes both back where it goes overleaf all the same. */
function makeSmaller(index: number, pictureHeight: number, sheet: Sheet): string {
  return `(() => { ${ruler(sheet)} ${measuring}
    const plate = plates[${index}];
    const picture = plate.querySelector('img');
    const { width: wide, height: high } = picture.getBoundingClientRect();
    const old = picture.getAttribute('style');
    picture.style.height = '${pictureHeight}px';
    picture.style.width = ${pictureHeight} * wide / high + 'px';
    if (!describe(plate, ${index}).wentOver) return;
    if (old === null) picture.removeAttribute('style'); else picture.setAttribute('style', old);
  })()`;
}
