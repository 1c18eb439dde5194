// The order of an article's marks: by their place in the text that is shown.

import { createAnchor } from '../../../preload/contract/anchor.ts';
import { pictureOf, positionOf, type Annotation } from '../../../preload/contract/mark.ts';

/** The marks by place in a view's text, pictures by the place they had; those whose words are gone come last, by the place they had. */
export function orderMarks(text: string, marks: readonly Annotation[]): Annotation[] {
  const anchor = createAnchor(text);
  const gone = text.length + 1;
  return marks
    .map((mark) => {
      const anchored = anchor(mark.target.selector);
      const had = positionOf(mark)?.start ?? 0;
      const start = anchored?.start ?? (pictureOf(mark) === null ? gone + had : had);
      return { mark, start, end: anchored?.end ?? start };
    })
    .sort((one, other) => one.start - other.start || one.end - other.end || one.mark.created.localeCompare(other.mark.created))
    .map(({ mark }) => mark);
}
