// Cuts a line to a length, between characters as a reader counts them.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most `longest` characters; an ellipsis stands for what was cut. */
export function shorten(text: string, longest: number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('').trimEnd()}…` : text;
}
