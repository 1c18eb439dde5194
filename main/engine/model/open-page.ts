// Parses a page into a tree, by the HTML standard (parse5), as a browser with scripts does: `noscript` holds text, so that
// one which is not closed rightly cannot swallow the rest of the page.

import { load, type CheerioAPI } from 'cheerio';
import { hasChildren, isComment, isDirective, isTag, type AnyNode, type ChildNode, type Element } from 'domhandler';
import { tameMarkup } from './tame-markup.ts';

/** As deep as Chromium builds a page; serialisers and extractors that recurse are safe at this depth. */
const deepest = 512;

export function openPage(html: string): CheerioAPI {
  const $ = load(tameMarkup(html));
  flattenBelow($, deepest);
  return $;
}

/**
 * The whole document as HTML. parse5 writes a doctype's name alone, but its identifiers decide how a browser lays the page out
 * (HTML, section 13.2.6.4.1): they are written too.
 */
export function documentHtml($: CheerioAPI): string {
  const html = $.html();
  const nodes = $.root().contents().toArray();
  const at = nodes.findIndex((node) => isDirective(node) && node.name === '!doctype');
  const doctype = nodes[at];
  if (doctype === undefined || !isDirective(doctype)) return html;
  const [publicId, systemId] = [doctype['x-publicId'] ?? '', doctype['x-systemId'] ?? ''];
  if (publicId === '' && systemId === '') return html;
  // What would end the doctype, or its quotes, is in no identifier that a browser knows.
  if (/["<>]/.test(publicId + systemId)) return html;
  const system = systemId === '' ? '' : ` "${systemId}"`;
  // Only comments may stand before it: XHTML's `<?xml …?>` is read as one.
  const from = nodes.slice(0, at).reduce((length, node) => length + (isComment(node) ? node.data.length + '<!---->'.length : 0), 0);
  const whole = `<!DOCTYPE html ${publicId === '' ? `SYSTEM${system}` : `PUBLIC "${publicId}"${system}`}>`;
  return html.slice(0, from) + whole + html.slice(html.indexOf('>', from) + 1);
}

/** What nests deeper loses its wrappers, never its words or pictures. */
function flattenBelow($: CheerioAPI, limit: number): void {
  let level: AnyNode[] = $.root().contents().get();
  for (let depth = 1; depth < limit && level.length > 0; depth += 1) {
    level = level.flatMap((node) => (hasChildren(node) ? node.children : []));
  }
  for (const node of level) {
    if (!isTag(node) || !node.children.some(isTag)) continue;
    adopt(node, leavesOf(node));
  }
}

/** By hand: cheerio's `append` looks through all that is there for each piece. */
function adopt(parent: Element, children: ChildNode[]): void {
  parent.children = children;
  for (const [at, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[at - 1] ?? null;
    child.next = children[at + 1] ?? null;
  }
}

function leavesOf(root: Element): ChildNode[] {
  const leaves: ChildNode[] = [];
  const stack: ChildNode[] = root.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node) || !node.children.some(isTag)) leaves.push(node);
    else for (const child of node.children.toReversed()) stack.push(child);
  }
  return leaves;
}
