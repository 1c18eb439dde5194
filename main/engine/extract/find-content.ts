// Which element of a page holds the article: from the body down, always to the child with the most prose, for as long as
// little is left behind. An element that says it is the article may leave more behind than one that does not.

import type { Element } from 'domhandler';
import { contentClaim } from './furniture-names.ts';
import { measureOf, type Measures } from './measure.ts';
import { elementsOf } from './page-tree.ts';

export interface FoundContent {
  readonly element: Element;
  /** Of all the page's prose. */
  readonly percent: number;
}

/** Share of the prose that a child must hold to be gone down to, by how surely it says that it is the article. */
const neededShare = { 0: 0.8, 1: 0.6, 2: 0.4 } as const;
/** What stands outside a page's `main` is by its meaning something else. */
const neededOfMain = 0.25;
/** Elements that are parts of a text, never all of it. */
const parts: ReadonlySet<string> = new Set('p ul ol li dl dd dt blockquote pre table tbody thead tr h1 h2 h3 h4 h5 h6 span a b strong em i font figure center details summary'.split(' '));

/** Null where the page has no prose at all. */
export function findContent(body: Element, measures: Measures): FoundContent | null {
  let element = body;
  for (;;) {
    const child = fullest(element, measures);
    if (child === null || share(child, element, measures) < needed(child)) break;
    element = child;
  }
  while (parts.has(element.name) && element !== body && element.parent !== null) element = element.parent as Element;
  if (measureOf(measures, element).prose <= 0) return null;
  const percent = Math.round(100 * share(element, body, measures));
  return { element, percent: Math.min(100, percent) };
}

function needed(child: Element): number {
  return child.name === 'main' ? neededOfMain : neededShare[contentClaim(child)];
}

function fullest(element: Element, measures: Measures): Element | null {
  let best: Element | null = null;
  for (const child of elementsOf(element)) {
    if (measureOf(measures, child).prose > (best === null ? 0 : measureOf(measures, best).prose)) best = child;
  }
  return best;
}

function share(part: Element, whole: Element, measures: Measures): number {
  const all = positive(whole, measures);
  return all === 0 ? 0 : measureOf(measures, part).prose / all;
}

/** What the children hold together; one with more links than prose takes nothing from the others. */
function positive(whole: Element, measures: Measures): number {
  const kids = elementsOf(whole).map((child) => Math.max(0, measureOf(measures, child).prose));
  return Math.max(measureOf(measures, whole).prose, kids.reduce((sum, prose) => sum + prose, 0));
}
