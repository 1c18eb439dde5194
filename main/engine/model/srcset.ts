// Which picture of a `srcset` a page shows (HTML, sections 4.8.4.2 and 4.8.4.3), on a window 1280 CSS pixels wide at one
// device pixel to each: the window that the original view is compared with.

interface Candidate {
  readonly url: string;
  readonly width: number | null;
  readonly density: number | null;
}

/** CSS pixels. */
const windowWidth = 1280;
const emWidth = 16;

/**
 * The address that is shown, or null for a srcset with no candidate.
 * @param fallback `src`, which counts as the candidate for density 1 where no widths are given.
 */
export function shownOfSrcset(srcset: string, sizes: string, fallback: string | null): string | null {
  const listed = candidates(srcset);
  const byWidth = listed.some(({ width }) => width !== null);
  const own = fallback === null || fallback === '' || fallback.startsWith('data:') || byWidth ? [] : [{ url: fallback, width: null, density: 1 }];
  const slot = slotWidth(sizes);
  const dense = [...own, ...listed].map(({ url, width, density }) => ({ url, density: width === null ? (density ?? 1) : width / slot }));
  const enough = dense.filter(({ density }) => density >= 1).toSorted((a, b) => a.density - b.density);
  const best = enough[0] ?? dense.toSorted((a, b) => b.density - a.density)[0];
  return best?.url ?? null;
}

/** All addresses of a srcset, the largest first. */
export function candidatesOf(srcset: string): string[] {
  const size = ({ width, density }: Candidate): number => width ?? (density ?? 1) * windowWidth;
  return candidates(srcset).toSorted((a, b) => size(b) - size(a)).map(({ url }) => url);
}

function candidates(srcset: string): Candidate[] {
  const found: Candidate[] = [];
  // An address ends at white space; a comma right at its end belongs to the list, one inside it to the address.
  for (const match of srcset.matchAll(/\s*,*\s*(\S*[^\s,])(?:\s+([^,]*))?\s*(?:,|$)/g)) {
    const [, url, descriptor = ''] = match;
    if (url !== undefined) found.push({ url, width: numberBefore('w', descriptor), density: numberBefore('x', descriptor) });
  }
  return found;
}

function numberBefore(unit: string, descriptor: string): number | null {
  const match = new RegExp(`([\\d.]+)${unit}`).exec(descriptor);
  return match === null ? null : Number(match[1]);
}

/** `(max-width: 600px) 100vw, 640px` on our window; what is not understood takes the whole width, as `100vw` does. */
function slotWidth(sizes: string): number {
  for (const entry of sizes.split(',').map((part) => part.trim())) {
    const match = /^(?:(\(.*\))\s+)?(\d*\.?\d+)(px|vw|em|rem)$/.exec(entry);
    if (match === null) continue;
    const [, condition, amount = '0', unit] = match;
    if (condition !== undefined && !mediaHolds(condition)) continue;
    const factor = unit === 'vw' ? windowWidth / 100 : unit === 'px' ? 1 : emWidth;
    return Math.max(1, Number(amount) * factor);
  }
  return windowWidth;
}

/** Whether a condition on the width holds on our window; one on anything else does not. */
export function mediaHolds(condition: string): boolean {
  const parts = [...condition.matchAll(/\((min|max)-width\s*:\s*([\d.]+)(px|em|rem)\)/g)];
  if (parts.length === 0) return false;
  return parts.every(([, side, amount, unit]) => {
    const width = Number(amount) * (unit === 'px' ? 1 : emWidth);
    return side === 'min' ? windowWidth >= width : windowWidth <= width;
  });
}
