// What hits have in common, for people: a line for each kind, each with the words that narrow a search to it.

import type { Facets } from '../../preload/contract/calls.ts';
import { printable } from './layout.ts';
import type { Output } from './output.ts';

/** Of each kind; the JSON has them all. */
const most = 10;
const kinds = ['tags', 'sites', 'years', 'languages', 'states'] as const;

export function facetLines(output: Output, facets: Facets): readonly string[] {
  return kinds.flatMap((kind) => {
    const shown = facets[kind].slice(0, most).map(({ narrow, count }) => `${printable(narrow)} ${output.style('dim', String(count))}`);
    return shown.length === 0 ? [] : [shown.join('  ')];
  });
}
