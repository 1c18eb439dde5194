// The article's own part of a page: found, gathered from beside it, and freed of furniture. Works on the page's tree, which
// it leaves cut to pieces.

import type { Element } from 'domhandler';
import type { Choice, DroppedBlock } from '../../../preload/contract/extract.ts';
import { findContent, type FoundContent } from './find-content.ts';
import { isFurniture } from './furniture-names.ts';
import { gather } from './gather.ts';
import { discount, measure, measureOf, type Measures } from './measure.ts';
import { labelOf } from './page-tree.ts';
import { prune } from './prune.ts';

export interface Content {
  readonly root: Element;
  readonly choice: Choice;
  readonly dropped: readonly DroppedBlock[];
}

interface Found {
  readonly content: FoundContent;
  readonly measures: Measures;
}

/** @param body without what is never content (strip.ts). Null where the page has no prose. */
export function findIn(body: Element): Found | null {
  const whole = measure(body);
  const all = measureOf(whole, body).prose;
  const measures = discount(body, whole, (element, own) => isFurniture(element, own, all));
  const content = findContent(body, measures);
  if (content !== null) return { content, measures };
  // Everything is called furniture here: names are not believed.
  const any = findContent(body, whole);
  return any === null ? null : { content: any, measures: whole };
}

/** @param host of the page, to tell its own links from those that lead away; null when unknown. */
export function takeContent(body: Element, { content, measures }: Found, host: string | null): Content {
  const choice: Choice = { from: 'element', element: labelOf(content.element), percent: content.percent };
  const gathered = gather(content.element, body, measures);
  const dropped = prune(gathered.root, measures, host);
  return { root: gathered.root, choice, dropped: [...gathered.dropped, ...dropped] };
}
