// bm25 (Robertson and Zaragoza, 2009) with the usual constants. Hits are counted with the weight of their fields.

import type { Postings } from '../inverted/postings.ts';
import type { Columns } from '../store/columns.ts';
import type { Hits } from './hits.ts';

const saturation = 1.2;
const lengthShare = 0.75;

/** @param share what the hits are worth against those of a word that was asked for as it is. */
export function scored({ docs, weights }: Postings, columns: Columns, share = 1): Hits {
  const rarity = share * rarityOf(docs.length, columns.articles) * (saturation + 1);
  const { length } = columns;
  const floor = saturation * (1 - lengthShare);
  const slope = (saturation * lengthShare * Math.max(1, columns.articles)) / Math.max(1, columns.tokens);
  const scores = new Float32Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const weight = weights[at] as number;
    scores[at] = (rarity * weight) / (weight + floor + slope * (length[docs[at] as number] as number));
  }
  return { docs, scores };
}

export function rarityOf(holding: number, articles: number): number {
  return Math.log(1 + Math.max(0, articles - holding + 0.5) / (holding + 0.5));
}
