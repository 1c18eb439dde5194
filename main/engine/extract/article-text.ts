// The words of an article alone: paragraphs apart by a blank line, no captions, for search, counting and excerpts.

import { isTag, isText, type AnyNode, type ParentNode } from 'domhandler';

const blocks = new Set(
  'address article aside blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 header footer hr li main ol p pre section table tr ul center'.split(' '),
);
const silent = new Set(['script', 'style', 'noscript', 'template', 'figcaption', 'button', 'select', 'svg', 'math']);

/** Characters of an excerpt. */
const excerptLength = 200;

export function articleText(root: ParentNode): string {
  const paragraphs: string[] = [''];
  const stack: AnyNode[] = root.children.toReversed();
  // Marks the end of a block; a stack, not recursion: some pages nest tens of thousands deep.
  const ends = new Set<AnyNode>();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ends.has(node)) {
      paragraphs.push('');
    } else if (isText(node)) {
      paragraphs[paragraphs.length - 1] += node.data;
    } else if (isTag(node) && !silent.has(node.name)) {
      if (node.name === 'br') paragraphs.push('');
      if (node.name === 'td' || node.name === 'th') paragraphs[paragraphs.length - 1] += ' ';
      if (blocks.has(node.name)) {
        paragraphs.push('');
        ends.add(node);
        stack.push(node);
      }
      for (const child of node.children.toReversed()) stack.push(child);
    }
  }
  return paragraphs
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export function excerptOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const cut = Array.from(flat.slice(0, excerptLength * 2)).slice(0, excerptLength).join('');
  return cut.length < flat.length ? `${cut}…` : flat;
}
