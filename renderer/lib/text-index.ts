// Where the characters of a view's text (preload/contract/view-text.ts) stand in its document. Offsets are UTF-16 units.
// Nothing here changes the document.

import { isSkippedInViewText } from '../../preload/contract/view-text.ts';

export interface TextIndex {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node begins in `text`, rising. */
  readonly starts: readonly number[];
}

export function indexText(view: Document): TextIndex {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  // 1 is SHOW_ELEMENT, 4 is SHOW_TEXT; a rejected element's children are not visited.
  const walker = view.createTreeWalker(view.body, 1 | 4, (node) =>
    isSkippedInViewText(node.nodeName) ? 2 : node.nodeType === 3 ? 1 : 3,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const data = node.nodeValue ?? '';
    nodes.push(node as Text);
    starts.push(length);
    pieces.push(data);
    length += data.length;
  }
  return { text: pieces.join(''), nodes, starts };
}

/** The last place in `sorted` whose value is at most `value`; 0 where none is. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The document's range for offsets `start` to `end`, or null when the text does not reach so far. */
export function rangeOf(index: TextIndex, start: number, end: number): Range | null {
  if (start < 0 || end > index.text.length || start >= end) return null;
  const first = lastAtMost(index.starts, start);
  // The end belongs to the node of the last character, not to the one that begins there.
  const last = lastAtMost(index.starts, end - 1);
  const [from, to] = [index.nodes[first], index.nodes[last]];
  if (from === undefined || to === undefined) return null;
  const range = from.ownerDocument.createRange();
  range.setStart(from, start - (index.starts[first] ?? 0));
  range.setEnd(to, end - (index.starts[last] ?? 0));
  return range;
}

/** The offsets of a document's range, without white space at its ends; null when nothing else is in it. */
export function offsetsOf(index: TextIndex, range: Range): { readonly start: number; readonly end: number } | null {
  const start = offsetAt(index, range.startContainer, range.startOffset);
  const end = offsetAt(index, range.endContainer, range.endOffset);
  const inside = index.text.slice(start, end);
  if (inside.trim() === '') return null;
  return { start: start + (inside.length - inside.trimStart().length), end: end - (inside.length - inside.trimEnd().length) };
}

/** The offset of a boundary point; one outside all text stands before the next text node. */
export function offsetAt(index: TextIndex, container: Node, offset: number): number {
  const point = (container.ownerDocument ?? (container as Document)).createRange();
  point.setStart(container, offset);
  let low = 0;
  let high = index.nodes.length;
  // The first node that begins after the point.
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const node = index.nodes[middle];
    if (node !== undefined && point.comparePoint(node, 0) > 0) high = middle;
    else low = middle + 1;
  }
  const before = index.nodes[low - 1];
  if (before !== undefined && before === container) return (index.starts[low - 1] ?? 0) + offset;
  return low < index.nodes.length ? (index.starts[low] ?? 0) : index.text.length;
}
