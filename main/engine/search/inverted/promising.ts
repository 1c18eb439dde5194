// Which articles are looked at for a phrase of frequent words where looking at all takes too long: those in which its words
// are so frequent that the phrase itself is likely to be. Nothing is read for this but the lists of articles.

import { HitCursor } from './hit-cursor.ts';
import type { TermList } from './term-list.ts';

/** The lists of the phrase's terms in one segment, the shortest first. */
export interface Part {
  readonly base: number;
  readonly lists: readonly { readonly list: TermList; readonly offset: number }[];
}

export interface PhraseBound {
  /** So many hits of its words are looked at. */
  readonly mostHits: number;
  /** What an article is worth by so many hits, from 0 to 1. */
  readonly worth: (doc: number, hits: number) => number;
  /** Is told when articles are left out. */
  readonly reached: () => void;
}

/** Articles that hold all terms, in rising order. */
interface Candidates {
  readonly docs: Int32Array;
  readonly worth: Float32Array;
  readonly hits: Int32Array;
}

/** Worth is told apart in so many steps. */
const steps = 2048;

/** Null where all can be looked at. */
export function promisingArticles<P extends Part>(parts: readonly P[], bound: PhraseBound): ReadonlyMap<P, Int32Array> | null {
  if (parts.reduce((sum, { lists }) => sum + (lists[0]?.list.count ?? 0) * lists.length, 0) * likelyHits <= bound.mostHits) return null;
  const candidates = parts.map((part) => candidatesOf(part, bound));
  const least = leastWorth(candidates, bound.mostHits);
  if (least === 0) return null;
  bound.reached();
  return new Map(candidates.map((some, at) => [parts[at] as P, worthAtLeast(some, least)]));
}

/** In articles of usual length a word that is in most of them seldom stands more often. */
const likelyHits = 20;

function candidatesOf({ base, lists }: Part, { worth }: PhraseBound): Candidates {
  const [first, ...others] = lists.map(({ list }) => new HitCursor(list, base));
  const most = lists[0]?.list.count ?? 0;
  const found = { docs: new Int32Array(most), worth: new Float32Array(most), hits: new Int32Array(most) };
  let count = 0;
  search: while (first !== undefined && first.next()) {
    const { doc } = first;
    let [product, hits, extra] = [first.hits, first.hits, first.extra];
    for (const cursor of others) {
      if (!cursor.seek(doc)) break search;
      if (cursor.doc !== doc) continue search;
      product *= cursor.hits;
      hits += cursor.hits;
      extra = Math.min(extra, cursor.extra);
    }
    found.docs[count] = doc;
    found.worth[count] = worth(doc, product ** (1 / lists.length) + extra);
    found.hits[count] = hits;
    count += 1;
  }
  return { docs: found.docs.subarray(0, count), worth: found.worth.subarray(0, count), hits: found.hits.subarray(0, count) };
}

/** The worth from which on the candidates have at most so many hits; 0 where all have. */
function leastWorth(parts: readonly Candidates[], mostHits: number): number {
  const byWorth = new Float64Array(steps);
  for (const { worth, hits } of parts) {
    for (let at = 0; at < worth.length; at += 1) {
      const step = Math.min(steps - 1, Math.floor((worth[at] as number) * steps));
      byWorth[step] = (byWorth[step] as number) + (hits[at] as number);
    }
  }
  let sum = 0;
  for (let step = steps - 1; step >= 0; step -= 1) {
    sum += byWorth[step] as number;
    if (sum > mostHits) return (step + 1) / steps;
  }
  return 0;
}

function worthAtLeast({ docs, worth }: Candidates, least: number): Int32Array {
  return docs.filter((_, at) => (worth[at] as number) >= least);
}
