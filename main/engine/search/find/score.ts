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
  const slope = slopeOf(columns);
  const scores = new Float32Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const weight = weights[at] as number;
    scores[at] = (rarity * weight) / (weight + floor + slope * (length[docs[at] as number] as number));
  }
  return { docs, scores };
}

const floor = saturation * (1 - lengthShare);

function slopeOf({ articles, tokens }: Columns): number {
  return (saturation * lengthShare * Math.max(1, articles)) / Math.max(1, tokens);
}

/** What an article is worth by so many hits of anything: from 0 to 1. */
export function worthBy(columns: Columns): (doc: number, hits: number) => number {
  const slope = slopeOf(columns);
  return (doc, hits) => hits / (hits + floor + slope * (columns.length[doc] as number));
}

export function rarityOf(holding: number, articles: number): number {
  return Math.log(1 + Math.max(0, articles - holding + 0.5) / (holding + 0.5));
}
