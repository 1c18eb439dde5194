// Writes what was changed into a reader's page that is shown for nothing else: words that went are put back as deleted,
// words that came are highlighted, pictures stand beside what they were. Answers the places to go to, in order.

import type { CaptureDiff, PictureEdit, TextEdit } from '../../preload/contract/calls.ts';
import { currentHighlight, insertedHighlight } from './changes-sheet.ts';
import type { FrameWindow } from './frame-paint.ts';
import { lastAtMost, type TextIndex } from './text-index.ts';

/** The words that stand at pictures. */
export interface ChangeNames {
  readonly before: string;
  readonly now: string;
  readonly added: string;
  readonly removed: string;
  readonly elsewhere: string;
}

export interface Stop {
  /** What is looked at: inserted words, or an element. */
  readonly range: Range | null;
  readonly element: HTMLElement | null;
}

const upFromCapture = '../../../../../';
/** What stays whole: something that went stands before it, never in it. */
const wholes = 'figure, table, ul, ol, dl, pre, blockquote, p, h1, h2, h3, h4, h5, h6, header';
const blockElements: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre']);

export function writeChanges(view: FrameWindow, index: TextIndex, diff: CaptureDiff, names: ChangeNames): readonly Stop[] {
  const writer: Writer = { index, names, page: view.document, put: new Map() };
  // From the end to the beginning: what is put in moves nothing that is still to be found.
  const words = diff.edits.toReversed().flatMap((edit) => writeEdit(writer, edit));
  const pictures = writePictures(writer, diff.pictures);
  const stops = [...words, ...pictures].toSorted((a, b) => order(a, b));
  view.CSS.highlights.set(insertedHighlight, new view.Highlight(...stops.flatMap(({ range }) => range ?? [])));
  return stops;
}

/** Marks the place that the user is at, and says where it is in the frame. */
export function showStop(view: FrameWindow, stops: readonly Stop[], at: number | null): DOMRect | null {
  for (const { element } of stops) element?.removeAttribute('data-current');
  const stop = at === null ? undefined : stops[at];
  const highlight = new view.Highlight(...(stop?.range == null ? [] : [stop.range]));
  highlight.priority = 1;
  view.CSS.highlights.set(currentHighlight, highlight);
  stop?.element?.setAttribute('data-current', '');
  return (stop?.element ?? stop?.range)?.getBoundingClientRect() ?? null;
}

interface Writer {
  readonly index: TextIndex;
  readonly names: ChangeNames;
  readonly page: Document;
  /** What was put in last before an element, so that what is put before that stands first. */
  readonly put: Map<Element | null, Element>;
}

function writeEdit(writer: Writer, edit: TextEdit): Stop[] {
  const { page } = writer;
  if (edit.block !== null && edit.deleted !== '') return [{ range: null, element: putBlock(writer, edit) }];
  const place = splitAt(writer.index, edit.start, edit.end);
  if (place === null) return [];
  const deleted = edit.deleted === '' ? null : page.createElement('del');
  if (deleted !== null) {
    deleted.className = 'offprint-deleted';
    deleted.textContent = edit.deleted;
    place.before.parentNode?.insertBefore(deleted, place.before);
  }
  return [{ range: place.range, element: deleted }];
}

/** The text node that begins at `start`, made by a cut where there is none, and the range up to `end`. */
function splitAt(index: TextIndex, start: number, end: number): { readonly before: Text; readonly range: Range | null } | null {
  const first = lastAtMost(index.starts, start);
  const node = index.nodes[first];
  if (node === undefined) return null;
  const offset = Math.min(start - (index.starts[first] ?? 0), node.data.length);
  const last = lastAtMost(index.starts, Math.max(start, end - 1));
  const before = offset === 0 ? node : node.splitText(offset);
  if (start >= end) return { before, range: null };
  const endNode = last === first ? before : index.nodes[last];
  if (endNode === undefined) return null;
  const range = before.ownerDocument.createRange();
  range.setStart(before, 0);
  range.setEnd(endNode, Math.min(endNode.data.length, end - (index.starts[last] ?? 0) - (last === first ? offset : 0)));
  return { before, range };
}

function putBlock(writer: Writer, { start, deleted, block }: TextEdit): HTMLElement {
  const { page } = writer;
  const next = elementAt(writer, start);
  const item = block === 'li' ? (next?.closest('li') ?? null) : null;
  const element = page.createElement(item !== null ? 'li' : blockElements.has(block ?? '') ? (block ?? 'p') : 'p');
  const words = page.createElement('del');
  words.className = 'offprint-deleted';
  words.textContent = deleted;
  element.append(words);
  putBefore(writer, item ?? wholeOf(next), element);
  return words;
}

/** The element that holds the letter at an offset; null at the end of the text. */
function elementAt({ index }: Writer, start: number): Element | null {
  if (start >= index.text.length) return null;
  return index.nodes[lastAtMost(index.starts, start)]?.parentElement ?? null;
}

/** The outermost thing that nothing may be put into. */
function wholeOf(element: Element | null): Element | null {
  let whole = element?.closest(wholes) ?? null;
  for (let outer = whole?.parentElement?.closest(wholes) ?? null; outer !== null; outer = outer.parentElement?.closest(wholes) ?? null) whole = outer;
  return whole;
}

function putBefore({ page, put }: Writer, next: Element | null, element: Element): void {
  const after = put.get(next) ?? next;
  if (after === null) (page.querySelector('article') ?? page.body).append(element);
  else after.before(element);
  put.set(next, element);
}

function writePictures(writer: Writer, pictures: readonly PictureEdit[]): Stop[] {
  const { page } = writer;
  const shown = new Map([...page.images].toReversed().map((image) => [image.getAttribute('src'), image]));
  const elsewhere: HTMLElement[] = [];
  const stops = pictures.map((picture) => {
    const pair = pairOf(writer, picture);
    const image = picture.after === null ? undefined : shown.get(upFromCapture + picture.after);
    if (image !== undefined) {
      image.replaceWith(pair);
    } else if (picture.at !== null) putBefore(writer, wholeOf(elementAt(writer, picture.at)), pair);
    else elsewhere.push(pair);
    return { range: null, element: pair };
  });
  if (elsewhere.length > 0) {
    const heading = page.createElement('h2');
    heading.textContent = writer.names.elsewhere;
    (page.querySelector('article') ?? page.body).append(heading, ...elsewhere);
  }
  return stops;
}

function pairOf({ page, names }: Writer, { change, before, after }: PictureEdit): HTMLElement {
  const pair = page.createElement('span');
  pair.className = 'offprint-pair';
  const side = (path: string | null, name: string): void => {
    if (path === null) return;
    const half = page.createElement('span');
    half.className = 'offprint-side';
    half.dataset['change'] = change;
    const label = page.createElement('span');
    label.className = 'offprint-side-name';
    label.textContent = name;
    const image = page.createElement('img');
    image.alt = '';
    image.src = upFromCapture + path;
    half.append(label, image);
    pair.append(half);
  };
  side(before, change === 'removed' ? names.removed : names.before);
  side(after, change === 'added' ? names.added : names.now);
  return pair;
}

function order(a: Stop, b: Stop): number {
  const [one, other] = [nodeOf(a), nodeOf(b)];
  if (one === null || other === null || one === other) return 0;
  return (one.compareDocumentPosition(other) & 4) === 0 ? 1 : -1;
}

function nodeOf({ element, range }: Stop): Node | null {
  return element ?? range?.startContainer ?? null;
}
