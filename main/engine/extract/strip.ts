// What is never part of an article, taken out before anything is measured: scripts, styles, what is not shown.

import type { Element } from 'domhandler';
import { isComment, isTag, type AnyNode } from 'domhandler';
import { cut, lineOf } from './page-tree.ts';

const never: ReadonlySet<string> = new Set('script style noscript template link meta object embed applet iframe frame frameset canvas title base textarea select input option datalist'.split(' '));
const notShown = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Some pages hide their article until a script has run: what holds this share of all words is shown. */
const shownShare = 0.3;

export function strip(body: Element): void {
  const all = lineOf(body, Number.POSITIVE_INFINITY).length;
  const visit = (node: AnyNode): void => {
    if (isComment(node) || (isTag(node) && (never.has(node.name) || (isHidden(node) && lineOf(node).length < all * shownShare)))) cut(node);
    else if (isTag(node)) for (const child of node.children.toReversed()) visit(child);
  };
  for (const child of body.children.toReversed()) visit(child);
}

function isHidden(element: Element): boolean {
  return 'hidden' in element.attribs || notShown.test(element.attribs['style'] ?? '');
}
