// Cuts the text nodes of a page where marks begin and end, and hands each marked part to be wrapped. How it is wrapped is
// the output's matter.

import type { CheerioAPI } from 'cheerio';
import type { Text } from 'domhandler';
import { createAnchor } from '../../../preload/contract/anchor.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { joinNodes, viewNodes } from '../model/view-nodes.ts';
import { placePictureMarks, type PlacedPicture } from './marked-pictures.ts';

export interface PlacedMark {
  readonly mark: Annotation;
  readonly start: number;
  readonly end: number;
}

export interface PlacedMarks {
  /** In the order of the text. */
  readonly placed: readonly PlacedMark[];
  /** On pictures, in the order of the page. */
  readonly pictures: readonly PlacedPicture[];
  /** Marks whose words or picture are gone. */
  readonly lost: readonly Annotation[];
}

/** A piece of one text node that the same marks cover. */
export interface MarkedPart {
  readonly text: string;
  /** The marks over it, in the order of the text; never empty. */
  readonly marks: readonly PlacedMark[];
  /** Those of `marks` that end with this part. */
  readonly ending: readonly PlacedMark[];
}

/** Where each mark stands in the page's text as it is now. */
export function placeMarks($: CheerioAPI, marks: readonly Annotation[]): PlacedMarks {
  const anchor = createAnchor(joinNodes(viewNodes($)));
  const placed: PlacedMark[] = [];
  const pictures = placePictureMarks($, marks);
  const lost: Annotation[] = [];
  for (const mark of marks) {
    if (pictures.some((one) => one.mark === mark)) continue;
    const anchored = anchor(mark.target.selector);
    if (anchored === null) lost.push(mark);
    else placed.push({ mark, start: anchored.start, end: anchored.end });
  }
  placed.sort((one, other) => one.start - other.start || other.end - one.end);
  return { placed, pictures, lost };
}

/** Puts what `wrap` makes of each marked part (HTML) in its place. The words themselves, and so the view's text, stay. */
export function wrapMarkedParts($: CheerioAPI, placed: readonly PlacedMark[], wrap: (part: MarkedPart, node: Text) => string): void {
  const waiting = [...placed];
  let open: PlacedMark[] = [];
  let start = 0;
  for (const node of viewNodes($)) {
    const end = start + node.data.length;
    while (waiting[0] !== undefined && waiting[0].start < end) open.push(...waiting.splice(0, 1));
    const over = open.filter((mark) => mark.end > start);
    if (over.length > 0 && mayBeWrapped($, node)) wrapNode($, node, start, over, wrap);
    open = over.filter((mark) => mark.end > end);
    start = end;
  }
}

function wrapNode($: CheerioAPI, node: Text, start: number, over: readonly PlacedMark[], wrap: (part: MarkedPart, node: Text) => string): void {
  const end = start + node.data.length;
  const edges = [start, end, ...over.flatMap((mark) => [mark.start, mark.end])].filter((edge) => edge >= start && edge <= end);
  const cuts = [...new Set(edges)].sort((one, other) => one - other);
  const pieces = cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? start;
    const text = node.data.slice(from - start, to - start);
    const marks = over.filter((mark) => mark.start < to && mark.end > from);
    if (marks.length === 0) return escapeHtml(text);
    return wrap({ text, marks, ending: marks.filter((mark) => mark.end === to) }, node);
  });
  $(node).replaceWith(pieces.join(''));
}

/** White space between rows or items may hold no element; the parser would move it out of the table. */
const holdsNoText: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'ul', 'ol', 'dl']);
/** An HTML element inside a drawing or a formula would end it. */
const foreign = 'svg, math, select, textarea';

function mayBeWrapped($: CheerioAPI, node: Text): boolean {
  if ($(node).closest(foreign).length > 0) return false;
  if (node.data.trim() !== '') return true;
  return !(node.parent !== null && 'name' in node.parent && holdsNoText.has(node.parent.name));
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
