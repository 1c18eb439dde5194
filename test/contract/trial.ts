// One mark on one made page, through one edit: what became of it, beside what should have.

import { anchorSelectors, describeSelection, type AnchorState } from '../../preload/contract/anchor.ts';
import { edits, markedTokens, PageMaker, placesOf, stretchOf, textOf, type Edit, type Stretch } from './edited-pages.ts';

export interface Trial {
  readonly edit: string;
  readonly quote: string;
  readonly state: AnchorState | 'gone';
  /** In the right place: the very words for `exact` and `moved`, most of them for `changed`, nowhere for `gone`. */
  readonly right: boolean;
}

/** `marks` marks for each kind of edit on each page; the same seed gives the same trials. */
export function* trials(pages: number, marks: number, seed: number): Generator<Trial> {
  for (let number = 0; number < pages; number += 1) {
    const maker = new PageMaker(seed + number);
    const page = maker.page();
    for (const edit of edits) {
      for (let mark = 0; mark < marks; mark += 1) yield tryOne(page, markedTokens(page, maker), edit, maker);
    }
  }
}

function tryOne(page: ReturnType<PageMaker['page']>, marked: readonly number[], edit: Edit, maker: PageMaker): Trial {
  const stretch = stretchOf(marked, placesOf(page));
  if (stretch === null) throw new Error('a mark without words');
  const text = textOf(page);
  const selectors = describeSelection(text, stretch.start, stretch.end);
  // The other view has other blanks between its paragraphs.
  const edited = edit.apply(page, marked, maker);
  const truth = stretchOf(marked, placesOf(edited, '\n'));
  const found = anchorSelectors(textOf(edited, '\n'), selectors);
  const quote = text.slice(stretch.start, stretch.end);
  return { edit: edit.name, quote, state: found?.state ?? 'gone', right: isRight(found, truth, edit) };
}

function isRight(found: (Stretch & { readonly state: AnchorState }) | null, truth: Stretch | null, edit: Edit): boolean {
  // A word that was replaced: nothing is left of it, and what stands there now is its place all the same.
  if (truth === null) return found === null || (found.state === 'changed' && edit.name.includes('changed'));
  if (found === null) return false;
  if (found.state !== 'changed') return found.start === truth.start && found.end === truth.end;
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  return shared >= (Math.max(found.end, truth.end) - Math.min(found.start, truth.start)) / 2;
}
