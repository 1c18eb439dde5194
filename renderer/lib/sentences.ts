// The sentences of a text, in its order: what is read aloud one by one, and taken by a key to be marked. Pure.

export interface Stretch {
  /** UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Initials and short forms after which a sentence goes on: `Dr.`, `e.g.`, `No.`. */
const goesOn = /(?:^|[\s("'“‘])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Vol|Fig|vs|cf|e\.g|i\.e|ca|approx|pp?|Bd|Nr|bzw|z\.B)\.\s*$/u;

/** After `“Stop!”` for instance. */
const small = /^\p{Ll}/u;

/** The sentences of each block, without white space at their ends. No sentence goes over the end of a block. */
export function sentencesOf(text: string, blocks: readonly Stretch[], language: string): readonly Stretch[] {
  const cutter = new Intl.Segmenter(isKnown(language) ? language : 'en', { granularity: 'sentence' });
  return blocks.flatMap((block) => inBlock(text.slice(block.start, block.end), block.start, cutter));
}

function inBlock(words: string, at: number, cutter: Intl.Segmenter): readonly Stretch[] {
  const found: Stretch[] = [];
  let begun: number | null = null;
  for (const { segment, index } of cutter.segment(words)) {
    const from: number = begun ?? index;
    const end = index + segment.length;
    const upTo = words.slice(from, end);
    begun = end < words.length && (goesOn.test(upTo) || small.test(words.slice(end, end + 2))) ? from : null;
    if (begun === null) found.push(...trimmed(upTo, at + from));
  }
  return found;
}

function trimmed(words: string, at: number): readonly Stretch[] {
  const bare = words.trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return [];
  const start = at + (words.length - words.trimStart().length);
  return [{ start, end: start + bare.length }];
}

function isKnown(language: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
