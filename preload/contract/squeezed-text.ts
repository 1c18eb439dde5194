// A text without its blanks, and the way back. Views of one article differ in white space (line breaks between blocks,
// indents, soft hyphens), never in words: so words are looked for here.

/** White space, soft hyphens and other characters that draw nothing. Joiners stay: they are part of emoji. */
const inked = /[^\s\u00ad\u200b\u2060\ufeff]+/g;

export interface SqueezedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its place in the whole text. */
  readonly places: Uint32Array;
}

export function squeeze(whole: string): SqueezedText {
  const places = new Uint32Array(whole.length);
  let text = '';
  for (const run of whole.matchAll(inked)) {
    for (let unit = 0; unit < run[0].length; unit += 1) places[text.length + unit] = run.index + unit;
    text += run[0];
  }
  return { text, places: places.subarray(0, text.length) };
}

export function squeezeWords(words: string): string {
  return squeeze(words).text;
}

/** The index in the squeezed text of the first unit at or after a place of the whole text. */
export function squeezedIndex(squeezed: SqueezedText, place: number): number {
  let low = 0;
  let high = squeezed.places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((squeezed.places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stretch of the whole text under `start` to `end` (exclusive, `end > start`) of the squeezed one. */
export function wholeRange(squeezed: SqueezedText, start: number, end: number): { start: number; end: number } {
  return { start: squeezed.places[start] ?? 0, end: (squeezed.places[end - 1] ?? 0) + 1 };
}
