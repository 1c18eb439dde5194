// Which blocks of a changed stretch belong together: an edited paragraph is shown as edited, not as one that went and
// another that came.

/** More pairs than these are not weighed against each other: block stands against block, in order. */
const mostPairs = 2_500;
/** The share of words that two blocks must have in common to be one block, edited. */
const leastLikeness = 0.4;

export interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** In the order of both sides; each block once. */
export function pairBlocks<T>(before: readonly T[], after: readonly T[], wordsOf: (block: T) => readonly string[]): Pair<T>[] {
  if (before.length * after.length > mostPairs) return inOrder(before, after);
  const bags = { before: before.map((block) => bagOf(wordsOf(block))), after: after.map((block) => bagOf(wordsOf(block))) };
  // best[i][j]: the greatest sum of likeness for the blocks from i and from j on.
  const best = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  const likes = before.map((_, i) => after.map((__, j) => likeness(bags.before[i], bags.after[j])));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const like = likes[i]?.[j] ?? 0;
      const paired = like >= leastLikeness ? like + at(i + 1, j + 1) : 0;
      const row = best[i];
      if (row !== undefined) row[j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  return trace(before, after, likes, at);
}

function trace<T>(before: readonly T[], after: readonly T[], likes: readonly (readonly number[])[], at: (i: number, j: number) => number): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const like = likes[i]?.[j] ?? 0;
    const both = i < before.length && j < after.length;
    if (both && like >= leastLikeness && at(i, j) === like + at(i + 1, j + 1)) {
      pairs.push({ before: before[i] ?? null, after: after[j] ?? null });
      i += 1;
      j += 1;
    } else if (i < before.length && (!both || at(i, j) === at(i + 1, j))) {
      pairs.push({ before: before[i] ?? null, after: null });
      i += 1;
    } else {
      pairs.push({ before: null, after: after[j] ?? null });
      j += 1;
    }
  }
  return pairs;
}

function inOrder<T>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, place) => ({ before: before[place] ?? null, after: after[place] ?? null }));
}

type Bag = ReadonlyMap<string, number>;

function bagOf(words: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Dice's coefficient over the words, 0 to 1. */
function likeness(a: Bag | undefined, b: Bag | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const size = (bag: Bag): number => [...bag.values()].reduce((sum, times) => sum + times, 0);
  const shared = [...a].reduce((sum, [word, times]) => sum + Math.min(times, b.get(word) ?? 0), 0);
  const total = size(a) + size(b);
  return total === 0 ? 0 : (2 * shared) / total;
}
