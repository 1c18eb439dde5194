// Reading `srcset` (HTML, section 4.8.4.2.1) and choosing the picture that is kept.

interface Candidate {
  readonly url: string;
  /** Width in pixels (`w`), or density times a nominal width (`x`). */
  readonly weight: number;
}

/** The widest that a page at 1280 CSS pixels on a fine screen shows. */
const enoughWidth = 2560;
const nominalWidth = 1280;

/** The addresses in a srcset, best first: the largest that is not larger than needed, then the others by size. */
export function bestOfSrcset(srcset: string): readonly string[] {
  return candidates(srcset)
    .sort((a, b) => Number(a.weight > enoughWidth) - Number(b.weight > enoughWidth) || direction(a) * (b.weight - a.weight))
    .map(({ url }) => url);
}

function direction(candidate: Candidate): number {
  return candidate.weight > enoughWidth ? -1 : 1;
}

function candidates(srcset: string): Candidate[] {
  const found: Candidate[] = [];
  // An address ends at white space; a comma right at its end belongs to the list, one inside it to the address.
  for (const match of srcset.matchAll(/\s*,*\s*(\S*[^\s,])(?:\s+([^,]*))?\s*(?:,|$)/g)) {
    const url = match[1];
    if (url !== undefined) found.push({ url, weight: weightOf(match[2] ?? '') });
  }
  return found;
}

function weightOf(descriptor: string): number {
  const width = /([\d.]+)w/.exec(descriptor);
  if (width !== null) return Number(width[1]);
  const density = /([\d.]+)x/.exec(descriptor);
  return nominalWidth * (density === null ? 1 : Number(density[1]));
}
