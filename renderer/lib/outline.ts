// The headings of a page, as an outline.

import { blocksOf } from './text-blocks.ts';
import type { TextIndex } from './text-index.ts';

export interface Heading {
  /** In the view's text, UTF-16 units. */
  readonly offset: number;
  /** 0 for the outermost ones. */
  readonly depth: number;
  readonly text: string;
}

const longest = 200;

/** In the order of the text, each as deep as it stands among those that are there. The article's own title is none of them. */
export function outlineOf(index: TextIndex): readonly Heading[] {
  const found = blocksOf(index).flatMap(({ element, start, end }) => {
    const heading = element.closest('h1, h2, h3, h4');
    if (heading === null || heading.closest('article.offprint > header') !== null) return [];
    return [{ heading, level: Number(heading.nodeName.slice(1)), offset: start, text: index.text.slice(start, end).replace(/\s+/g, ' ').trim() }];
  });
  const whole = found.filter((one, place) => one.heading !== found[place - 1]?.heading);
  const levels = [...new Set(whole.map(({ level }) => level))].toSorted((one, other) => one - other);
  return whole.map(({ level, offset, text }) => ({ depth: levels.indexOf(level), offset, text: text.slice(0, longest) }));
}
