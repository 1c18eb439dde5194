// The marks in a front matter, as our export writes them (publish/front-matter.ts), in the form of W3C annotations. What
// they are worth is judged where annotations of others are read (marks/foreign-mark.ts).

type Fields = Readonly<Record<string, unknown>>;

/** Null where there are none. */
export function annotationsFrom(marks: unknown): readonly unknown[] | null {
  if (!Array.isArray(marks) || marks.length === 0) return null;
  return marks.filter(isFields).map(annotationFrom);
}

function annotationFrom({ quote, prefix, suffix, picture, area, color, note, tags, created, modified }: Fields): Fields {
  const words = { type: 'TextQuoteSelector', exact: quote, prefix: prefix ?? '', suffix: suffix ?? '' };
  const place = { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: area, 'offprint:picture': picture };
  const notes = typeof note === 'string' ? [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }] : [];
  const names: readonly unknown[] = Array.isArray(tags) ? tags : [];
  return {
    type: 'Annotation',
    created,
    modified: modified ?? created,
    body: [...notes, ...names.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' }))],
    // Whose marks they are is said by the file that they stand in.
    target: { source: 'urn:offprint:file', selector: isFields(picture) ? [place] : [words], styleClass: color },
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
