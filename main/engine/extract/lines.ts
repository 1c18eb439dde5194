// An article as the lines that a reader sees, one after another: paragraphs, headings, list items, cells, runs between
// line breaks. What is judged line by line (furniture-lines.ts, announced.ts) is judged on these.

import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { charsIn } from './measure.ts';
import { cut, isBlock } from './page-tree.ts';

export interface Line {
  /** What makes the line, together. */
  readonly nodes: readonly AnyNode[];
  /** The block that it stands in. */
  readonly block: Element;
  readonly text: string;
  readonly chars: number;
  readonly linkChars: number;
  /** 1 to 6 for a heading, 7 for a short line all in bold, 0 for others. */
  readonly level: number;
  readonly pictures: number;
  /** Inside a list, a table, code, a quote or a caption, by the innermost. */
  readonly within: 'li' | 'td' | 'pre' | 'blockquote' | 'figcaption' | null;
}

interface Open {
  nodes: AnyNode[];
  text: string;
  linkChars: number;
  boldChars: number;
  pictures: number;
}

const withins = new Map<string, Line['within']>([
  ['li', 'li'], ['dd', 'li'], ['dt', 'li'], ['td', 'td'], ['th', 'td'], ['pre', 'pre'], ['blockquote', 'blockquote'], ['figcaption', 'figcaption'],
]);

export function linesOf(root: Element): Line[] {
  const lines: Line[] = [];
  let open: Open = empty();

  function close(block: Element, level: number, within: Line['within']): void {
    const text = open.text.replace(/\s+/g, ' ').trim();
    if (text !== '' || open.pictures > 0) {
      const chars = charsIn(text);
      const isBold = text !== '' && open.boldChars >= text.length * 0.9 && text.length <= 80;
      lines.push({ nodes: open.nodes, block, text, chars, linkChars: open.linkChars, level: level > 0 ? level : isBold ? 7 : 0, pictures: open.pictures, within });
    }
    open = empty();
  }

  /** Inline content goes to the open line; blocks inside it end the line and begin another. */
  function read(element: Element, state: { block: Element; level: number; within: Line['within']; linked: boolean; bold: boolean; top: boolean }): void {
    for (const child of element.children) {
      if (isText(child)) take(child.data, state);
      if (isTag(child)) readElement(child, state);
      if (state.top && !isBlock(child)) open.nodes.push(child);
    }
  }

  function readElement(child: Element, state: Parameters<typeof read>[1]): void {
    if (child.name === 'br' || isBlock(child)) close(state.block, state.level, state.within);
    if (isBlock(child)) {
      const level = /^h[1-6]$/.test(child.name) ? Number(child.name.slice(1)) : state.level;
      const within = withins.get(child.name) ?? state.within;
      read(child, { block: child, level, within, linked: state.linked, bold: state.bold, top: true });
      close(child, level, within);
      return;
    }
    if (child.name === 'img' || child.name === 'video') open.pictures += 1;
    const linked = state.linked || child.name === 'a';
    const bold = state.bold || child.name === 'b' || child.name === 'strong';
    read(child, { ...state, linked, bold, top: false });
  }

  function take(data: string, { linked, bold }: { readonly linked: boolean; readonly bold: boolean }): void {
    const text = data.replace(/\s+/g, ' ');
    open.text += text;
    if (text.trim() === '') return;
    if (linked) open.linkChars += charsIn(text.trim());
    if (bold) open.boldChars += text.length;
  }

  read(root, { block: root, level: 0, within: null, linked: false, bold: false, top: true });
  close(root, 0, null);
  return lines;
}

function empty(): Open {
  return { nodes: [], text: '', linkChars: 0, boldChars: 0, pictures: 0 };
}

export function cutLine(line: Line): void {
  for (const node of line.nodes) cut(node);
}
