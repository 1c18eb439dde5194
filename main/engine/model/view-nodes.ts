// The text nodes that make the text of a view (preload/contract/view-text.ts), over a parsed document.

import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Text } from 'domhandler';
import { isSkippedInViewText } from '../../../preload/contract/view-text.ts';

/**
 * The text nodes that count, in document order. The document must have been parsed with `scriptingEnabled: false`, as
 * the sandboxed frame parses it: else what stands in <noscript> moves from the head to the body.
 */
export function viewNodes($: CheerioAPI): Text[] {
  const found: Text[] = [];
  const waiting: AnyNode[] = $('body').first().contents().toArray().toReversed();
  // A stack of our own: a stranger's page may nest deeper than calls can.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') found.push(node);
    else if ('children' in node && !('name' in node && isSkippedInViewText(node.name))) {
      for (const child of node.children.toReversed()) waiting.push(child);
    }
  }
  return found;
}

export function joinNodes(nodes: readonly Text[]): string {
  return nodes.map((node) => node.data).join('');
}
