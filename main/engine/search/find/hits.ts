// Articles that were found, with what they are worth: joined, cut and taken from one another.

import type { FlagCondition } from '../store/flags.ts';

/** Articles in rising order. */
export interface Hits {
  readonly docs: Int32Array;
  readonly scores: Float32Array;
}

export const noHits: Hits = { docs: new Int32Array(), scores: new Float32Array() };

export function inBoth(one: Hits, other: Hits): Hits {
  const [few, many] = one.docs.length <= other.docs.length ? [one, other] : [other, one];
  const docs = new Int32Array(few.docs.length);
  const scores = new Float32Array(few.docs.length);
  const [fewDocs, manyDocs] = [few.docs, many.docs];
  let [count, at] = [0, 0];
  for (let next = 0; next < fewDocs.length; next += 1) {
    const doc = fewDocs[next] as number;
    at = seek(manyDocs, at, doc);
    if (manyDocs[at] !== doc) continue;
    docs[count] = doc;
    scores[count] = (few.scores[next] as number) + (many.scores[at] as number);
    count += 1;
  }
  return { docs: docs.subarray(0, count), scores: scores.subarray(0, count) };
}

/** The first place from `from` on where a number is at least `doc`: by steps that double, then by halves. */
function seek(docs: Int32Array, from: number, doc: number): number {
  if (from >= docs.length || (docs[from] as number) >= doc) return from;
  let step = 1;
  while (from + step < docs.length && (docs[from + step] as number) < doc) step *= 2;
  let [low, high] = [from + (step >>> 1), Math.min(from + step, docs.length)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] as number) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those in either; what an article is worth in both counts together. */
export function inEither(one: Hits, other: Hits): Hits {
  if (other.docs.length === 0) return one;
  if (one.docs.length === 0) return other;
  const size = one.docs.length + other.docs.length;
  const [docs, scores] = [new Int32Array(size), new Float32Array(size)];
  let [count, left, right] = [0, 0, 0];
  while (left < one.docs.length || right < other.docs.length) {
    const first = one.docs[left] ?? Number.MAX_SAFE_INTEGER;
    const second = other.docs[right] ?? Number.MAX_SAFE_INTEGER;
    docs[count] = Math.min(first, second);
    if (first <= second) scores[count] = (scores[count] as number) + (one.scores[left++] as number);
    if (second <= first) scores[count] = (scores[count] as number) + (other.scores[right++] as number);
    count += 1;
  }
  return { docs: docs.subarray(0, count), scores: scores.subarray(0, count) };
}

/** Those for which `holds`. */
export function keep({ docs, scores }: Hits, holds: (doc: number) => boolean): Hits {
  const [keptDocs, keptScores] = [new Int32Array(docs.length), new Float32Array(docs.length)];
  let count = 0;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] as number;
    if (!holds(doc)) continue;
    keptDocs[count] = doc;
    keptScores[count] = scores[at] as number;
    count += 1;
  }
  return { docs: keptDocs.subarray(0, count), scores: keptScores.subarray(0, count) };
}

/** Those whose flags are such: the same as `keep`, without a call for each. */
export function keepFlagged({ docs, scores }: Hits, flags: Uint16Array, { mask, value }: FlagCondition): Hits {
  const [keptDocs, keptScores] = [new Int32Array(docs.length), new Float32Array(docs.length)];
  let count = 0;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] as number;
    keptDocs[count] = doc;
    keptScores[count] = scores[at] as number;
    count += ((flags[doc] as number) & mask) === value ? 1 : 0;
  }
  return { docs: keptDocs.subarray(0, count), scores: keptScores.subarray(0, count) };
}

/** Of the numbers below `end` those for which `holds`, worth nothing. */
export function allOf(end: number, holds: (doc: number) => boolean): Hits {
  const docs = new Int32Array(end);
  let count = 0;
  for (let doc = 0; doc < end; doc += 1) if (holds(doc)) docs[count++] = doc;
  return { docs: docs.slice(0, count), scores: new Float32Array(count) };
}
