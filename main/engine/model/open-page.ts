// Parses a page into a tree, by the HTML standard (parse5), as a browser with scripts does: `noscript` holds text, so that
// one which is not closed rightly cannot swallow the rest of the page.

import { load, type CheerioAPI } from 'cheerio';
import { hasChildren, isTag, type AnyNode, type Element } from 'domhandler';

/** As deep as Chromium builds a page; serialisers and extractors that recurse are safe at this depth. */
const deepest = 512;

export function openPage(html: string): CheerioAPI {
  const $ = load(html);
  flattenBelow($, deepest);
  return $;
}

/** What nests deeper loses its wrappers, never its words or pictures. */
function flattenBelow($: CheerioAPI, limit: number): void {
  let level: AnyNode[] = $.root().contents().get();
  for (let depth = 1; depth < limit && level.length > 0; depth += 1) {
    level = level.flatMap((node) => (hasChildren(node) ? node.children : []));
  }
  for (const node of level) {
    if (!isTag(node) || !node.children.some(isTag)) continue;
    const leaves = leavesOf(node);
    $(node).empty().append(leaves);
  }
}

function leavesOf(root: Element): AnyNode[] {
  const leaves: AnyNode[] = [];
  const stack: AnyNode[] = root.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node) || !node.children.some(isTag)) leaves.push(node);
    else for (const child of node.children.toReversed()) stack.push(child);
  }
  return leaves;
}
