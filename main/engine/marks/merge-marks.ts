// Two sets of marks of one article made one: no mark is lost, and none is there twice.

import { noteOf, positionOf, type Annotation } from '../../../preload/contract/mark.ts';

/** `held` with those of `coming` that it does not have; of the same mark (by id) the one that was changed last. `added` counts what changed. */
export function mergeMarks(held: readonly Annotation[], coming: readonly Annotation[]): { items: readonly Annotation[]; added: number } {
  const items = new Map(held.map((mark) => [mark.id, mark]));
  const prints = new Set(held.map(print));
  let added = 0;
  for (const mark of coming) {
    const before = items.get(mark.id);
    const isNew = before === undefined ? !prints.has(print(mark)) : Date.parse(mark.modified) > Date.parse(before.modified);
    if (!isNew) continue;
    items.set(mark.id, mark);
    prints.add(print(mark));
    added += 1;
  }
  return { items: [...items.values()], added };
}

/** The same words marked at the same place, with the same to say: one mark, under whatever id. */
function print(mark: Annotation): string {
  const quotes = mark.target.selector.map((selector) =>
    selector.type === 'TextQuoteSelector' ? selector.exact : selector.type === 'FragmentSelector' ? `${selector['offprint:picture'].file} ${selector.value}` : '',
  );
  return JSON.stringify([quotes.join(''), positionOf(mark)?.start ?? null, mark.target.styleClass, noteOf(mark)]);
}
