// Text that a page sets in columns from top to bottom (CSS Writing Modes 4, section 3.1) keeps that in the reader: its
// styles go, so the elements are given a class that the reader's own style knows.

import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';

export type Columns = 'offprint-columns-rl' | 'offprint-columns-lr';

const vertical = /(?:^|[;{\s])(?:-webkit-|-ms-|-epub-)?writing-mode\s*:\s*(vertical-rl|vertical-lr|tb-rl|tb|tb-lr|sideways-rl|sideways-lr)\b/i;
/** Fewer letters are a label beside a picture or in a table's head: read more easily in lines. */
const fewestLetters = 40;

/** Before styles are stripped: gives the outermost elements that are set in columns their class. */
export function keepColumns($: CheerioAPI): void {
  const found = new Map<Element, Columns>();
  const note = (element: Element, css: string): void => {
    const mode = vertical.exec(css)?.[1];
    if (mode !== undefined && !found.has(element)) found.set(element, /lr/i.test(mode) ? 'offprint-columns-lr' : 'offprint-columns-rl');
  };
  for (const element of $('[style*="writing-mode" i]').toArray()) note(element, element.attribs['style'] ?? '');
  for (const style of $('style').toArray()) {
    const css = $(style).text();
    if (!vertical.test(css)) continue;
    // What ends with a brace and has none in it, inside `@media` as well: enough to find the rules that set columns.
    for (const block of css.split('}')) {
      const [selector = '', declarations = ''] = block.split('{').slice(-2);
      if (vertical.test(declarations)) for (const element of selected($, selector)) note(element, declarations);
    }
  }
  for (const [element, columns] of found) {
    const isInner = $(element).parents().toArray().some((above) => found.has(above));
    if (!isInner && $(element).text().replace(/\s+/g, '').length >= fewestLetters) $(element).addClass(columns);
  }
}

/** How the text around an element is set, where the page sets it in columns. */
export function columnsAround($: CheerioAPI, root: Element): Columns | null {
  const around = $(root).closest('.offprint-columns-rl, .offprint-columns-lr');
  if (around.length === 0) return null;
  return around.hasClass('offprint-columns-lr') ? 'offprint-columns-lr' : 'offprint-columns-rl';
}

/** None for a selector that cannot be read here. */
function selected($: CheerioAPI, selector: string): readonly Element[] {
  try {
    return $(selector.replace(/\/\*[\s\S]*?\*\//g, '').trim()).toArray().filter(isTag);
  } catch {
    return [];
  }
}
