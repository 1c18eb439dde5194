// The parts of an article that stand beside the element which holds most of it: an introduction before it, further
// sections built like it. All else around it is left outside.

import type { Element } from 'domhandler';
import type { DroppedBlock } from '../../../preload/contract/extract.ts';
import { contentClaim } from './furniture-names.ts';
import { measureOf, type Measures } from './measure.ts';
import { cut, elementsOf, isHeading, labelOf, lineOf, walk } from './page-tree.ts';

interface Level {
  readonly parent: Element;
  /** The child in which the article stands. */
  readonly path: Element;
  readonly also: ReadonlySet<Element>;
}

export interface Gathered {
  readonly root: Element;
  readonly dropped: readonly DroppedBlock[];
}

/** Cuts from the tree what stands between the article's parts. */
export function gather(content: Element, body: Element, measures: Measures): Gathered {
  const levels = levelsAbove(content, body, measures);
  const top = levels.findLastIndex((level) => level.also.size > 0);
  const dropped: DroppedBlock[] = [];
  levels.forEach((level, at) => {
    for (const sibling of elementsOf(level.parent)) {
      if (sibling === level.path || level.also.has(sibling)) continue;
      const text = lineOf(sibling, 300);
      if (text !== '') dropped.push({ reason: 'outside-the-article', element: labelOf(sibling), text });
      if (at <= top) cut(sibling);
    }
  });
  return { root: levels[top]?.parent ?? content, dropped };
}

function levelsAbove(content: Element, body: Element, measures: Measures): Level[] {
  const levels: Level[] = [];
  const most = measureOf(measures, content).prose;
  for (let path = content; path !== body && path.parent !== null; path = path.parent as Element) {
    const parent = path.parent as Element;
    levels.push({ parent, path, also: partsBeside(parent, path, most, measures) });
  }
  return levels;
}

function partsBeside(parent: Element, path: Element, most: number, measures: Measures): Set<Element> {
  const siblings = elementsOf(parent);
  const at = siblings.indexOf(path);
  const parts = new Set<Element>();
  siblings.forEach((sibling, index) => {
    if (sibling === path) return;
    const { prose, chars, linkChars, sentences } = measureOf(measures, sibling);
    if (prose < 100 || sentences === 0 || linkChars > chars * 0.5 || prose < chars * 0.4) return;
    const goesOn = isAlike(sibling, path) && (index < at || (prose >= most * 0.1 && linkChars <= chars * 0.1));
    if (goesOn || (index < at && prose < most * 0.4 && linkChars <= chars * 0.3 && isIntroduction(siblings, index, at))) parts.add(sibling);
  });
  if (parts.size === 0) return parts;
  const kept = siblings.flatMap((sibling, index) => (parts.has(sibling) || sibling === path ? [index] : []));
  for (const sibling of siblings.slice(kept[0], kept.at(-1))) if (sibling !== path && isHeading(sibling)) parts.add(sibling);
  return parts;
}

/** Built as the same kind of section. */
function isAlike(one: Element, other: Element): boolean {
  const [mine, theirs] = [one.attribs['class'] ?? '', other.attribs['class'] ?? ''];
  if (one.name !== other.name) return false;
  return mine === theirs ? mine !== '' || one.name === 'section' : contentClaim(one) > 0 && contentClaim(other) > 0;
}

/** From the main heading to the article. */
function isIntroduction(siblings: readonly Element[], index: number, at: number): boolean {
  const heading = siblings.findLastIndex((sibling, place) => place < at && hasMainHeading(sibling));
  return heading >= 0 && heading <= index;
}

function hasMainHeading(element: Element): boolean {
  return element.name === 'h1' || [...walk(element)].some((one) => one.name === 'h1');
}
