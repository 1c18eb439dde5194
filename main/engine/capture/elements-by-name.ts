// The elements of a page by their names, out of one walk: each selector is a walk of its own, and a survey would need some
// thirty of them.

import type { CheerioAPI } from 'cheerio';
import { hasChildren, isTag, type Element } from 'domhandler';

export type ElementsByName = ReadonlyMap<string, readonly Element[]>;

/** Each name's elements in the order of the document. */
export function elementsByName($: CheerioAPI): ElementsByName {
  const found = new Map<string, Element[]>();
  for (const element of allElements($)) {
    const alike = found.get(element.name);
    if (alike === undefined) found.set(element.name, [element]);
    else alike.push(element);
  }
  return found;
}

/** Every element in the order of the document, also those in templates. */
export function allElements($: CheerioAPI): readonly Element[] {
  const all: Element[] = [];
  const stack = $.root().toArray().flatMap(({ children }) => children.toReversed());
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isTag(node)) all.push(node);
    if (!hasChildren(node)) continue;
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) stack.push(child);
    }
  }
  return all;
}
