// A text without its blanks, and the way back. Views of one article differ in white space (line breaks between blocks,
// indents, soft hyphens), never in words: so words are looked for here.

/** White space, soft hyphens and other characters that draw nothing. Joiners stay: they are part of emoji. */
const inked = /[^\s\u00ad\u200b\u2060\ufeff]+/g;

export interface SqueezedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its place in the whole text. */
  readonly places: Uint32Array;
  /** Of the whole text. */
  readonly length: number;
}

export function squeeze(whole: string): SqueezedText {
  const places = new Uint32Array(whole.length);
  let text = '';
  for (const run of whole.matchAll(inked)) {
    for (let unit = 0; unit < run[0].length; unit += 1) places[text.length + unit] = run.index + unit;
    text += run[0];
  }
  return { text, places: places.subarray(0, text.length), length: whole.length };
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

/** Whether a word goes on over a place of the squeezed text: the words of a quote that began one are not found inside another. */
export function isInsideWord({ text, places }: SqueezedText, place: number): boolean {
  if ((places[place] ?? 0) - (places[place - 1] ?? -2) !== 1) return false;
  const pair = text.slice(place - 1, place + 1);
  return spacedLetters.test(pair) && !unspaced.test(pair);
}

const spacedLetters = /^[\p{L}\p{N}]{2}$/u;
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
