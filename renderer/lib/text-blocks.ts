// The blocks of a page's text: paragraphs, headings, items of lists, cells. By the elements' names, as their layout would
// have to be asked for one by one.

import type { Stretch } from './sentences.ts';
import type { TextIndex } from './text-index.ts';

export interface TextBlock extends Stretch {
  readonly element: Element;
}

const inline: ReadonlySet<string> = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q RB RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(' '),
);

/** In the order of the text; neighbouring text of one block is one. */
export function blocksOf(index: TextIndex): readonly TextBlock[] {
  const blocks: { element: Element; start: number; end: number }[] = [];
  index.nodes.forEach((node, place) => {
    const start = index.starts[place] ?? 0;
    const end = start + node.data.length;
    const element = blockOf(node);
    const last = blocks.at(-1);
    if (last?.element === element) last.end = end;
    else if (element !== null) blocks.push({ element, start, end });
  });
  return blocks.filter(({ start, end }) => index.text.slice(start, end).trim() !== '');
}

function blockOf(node: Text): Element | null {
  let element = node.parentElement;
  while (element !== null && inline.has(element.nodeName)) element = element.parentElement;
  return element;
}
