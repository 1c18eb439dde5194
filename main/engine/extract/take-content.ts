// The article's own part of a page: found, gathered from beside it, and freed of furniture. Works on the page's tree, which
// it leaves cut to pieces.

import type { Element } from 'domhandler';
import type { DroppedBlock } from '../model/draft.ts';
import { findContent, type Choice } from './find-content.ts';
import { isFurniture } from './furniture-names.ts';
import { gather } from './gather.ts';
import { discount, measure, measureOf, type Measures } from './measure.ts';
import { prune } from './prune.ts';

export interface Content {
  readonly root: Element;
  readonly choice: string;
  readonly dropped: readonly DroppedBlock[];
}

interface Found {
  readonly choice: Choice;
  readonly measures: Measures;
}

/** @param body without what is never content (strip.ts). Null where the page has no prose. */
export function findIn(body: Element): Found | null {
  const whole = measure(body);
  const all = measureOf(whole, body).prose;
  const measures = discount(body, whole, (element, own) => isFurniture(element, own, all));
  const choice = findContent(body, measures);
  if (choice !== null) return { choice, measures };
  // Everything is called furniture here: names are not believed.
  const any = findContent(body, whole);
  return any === null ? null : { choice: any, measures: whole };
}

/** @param host of the page, to tell its own links from those that lead away; null when unknown. */
export function takeContent(body: Element, { choice, measures }: Found, host: string | null): Content {
  const gathered = gather(choice.element, body, measures);
  const dropped = prune(gathered.root, measures, host);
  return { root: gathered.root, choice: choice.why, dropped: [...gathered.dropped, ...dropped] };
}
