// A reader view as a list of blocks for comparing: the runs of text between block boundaries, with where they stand in the
// view's text (preload/contract/view-text.ts), and the pictures between them.

import { load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { isSkippedInViewText } from '../../../preload/contract/view-text.ts';

const blockNames = new Set(
  ('address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre ' +
    'section summary table tbody td tfoot th thead tr ul').split(' '),
);

export interface TextBlock {
  readonly kind: 'text';
  /** The block element that holds it: `p`, `h2`, `li`, … */
  readonly name: string;
  /** UTF-16 units of the view's text. */
  readonly start: number;
  readonly text: string;
}

export interface PictureBlock {
  readonly kind: 'picture';
  /** As the page has it: the same content has the same link. */
  readonly link: string;
  readonly start: number;
}

export type ViewBlock = TextBlock | PictureBlock;

export interface ViewBlocks {
  readonly blocks: readonly ViewBlock[];
  /** Of the view's text, in UTF-16 units. */
  readonly length: number;
}

/** Notes for missing pictures count in the text, and are no block: what they say is not the article's. */
export function viewBlocks(html: string): ViewBlocks {
  const $ = load(html, { scriptingEnabled: false });
  const blocks: ViewBlock[] = [];
  let length = 0;
  let open: { name: string; start: number; pieces: string[] } | null = null;
  const close = (): void => {
    const text = open?.pieces.join('') ?? '';
    if (open !== null && text.trim() !== '') blocks.push({ kind: 'text', name: open.name, start: open.start, text });
    open = null;
  };
  const enclosing: Element[] = [];
  const waiting: (AnyNode | { readonly ends: Element })[] = $('body').first().contents().toArray().toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('ends' in node) {
      if (enclosing.at(-1) === node.ends) enclosing.pop();
      close();
    } else if (isText(node)) {
      const place = { name: enclosing.at(-1)?.name ?? 'p', start: length, pieces: [] };
      open ??= place;
      open.pieces.push(node.data);
      length += node.data.length;
    } else if (isTag(node) && isNote(node)) {
      close();
      length += textLength(node);
    } else if (isTag(node) && !isSkippedInViewText(node.name)) {
      if (node.name === 'img' && node.attribs['src'] !== undefined) {
        close();
        blocks.push({ kind: 'picture', link: node.attribs['src'], start: length });
      }
      if (blockNames.has(node.name)) {
        close();
        enclosing.push(node);
        waiting.push({ ends: node });
      }
      for (const child of node.children.toReversed()) waiting.push(child);
    }
  }
  close();
  return { blocks, length };
}

function isNote({ attribs }: Element): boolean {
  return (attribs['class'] ?? '').split(/\s+/).includes('offprint-missing');
}

function textLength(note: Element): number {
  return note.children.reduce((sum, child) => sum + (isText(child) ? child.data.length : isTag(child) ? textLength(child) : 0), 0);
}
