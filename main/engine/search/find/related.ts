// Articles that share the most telling words with one: its own words, rare elsewhere, asked for as a query would.

import type { ArticleRow } from '../../../../preload/contract/article.ts';
import { postingsOf } from '../inverted/postings.ts';
import { flag } from '../store/flags.ts';
import type { Ground } from '../store/ground.ts';
import { docOf, readBody, readRow } from '../store/stored-article.ts';
import { fieldTexts } from '../text/field-texts.ts';
import { indexTerms } from '../text/index-terms.ts';
import { pairToken, plainToken } from '../text/tokens.ts';
import { Asking } from './asking.ts';
import { rowOf } from './find-articles.ts';
import { rarityOf, scored } from './score.ts';

/** Words of the article that are asked for, and looked at to choose them. */
const mostWords = 24;
const mostCandidates = 160;
/** A word in more articles than this share tells nothing. */
const tellingShare = 0.1;
/** Two articles are related by at least two words. */
const leastShared = 2;
const longestText = 60_000;

/** Null for an unknown id. Not in the trash, and not the article itself. */
export function relatedArticles(ground: Ground, id: string, limit: number): readonly ArticleRow[] | null {
  const doc = docOf(ground.database, id);
  if (doc === null) return null;
  const asking = new Asking(ground, false);
  const { columns } = ground;
  const scores = new Float32Array(columns.end);
  const shared = new Uint8Array(columns.end);
  for (const postings of tellingPostings(asking, doc)) {
    const hits = scored(postings, columns);
    for (let at = 0; at < hits.docs.length; at += 1) {
      const other = hits.docs[at] as number;
      scores[other] = (scores[other] as number) + (hits.scores[at] as number);
      shared[other] = (shared[other] as number) + 1;
    }
  }
  const found: number[] = [];
  for (let other = 0; other < columns.end; other += 1) {
    const isInUse = ((columns.flags[other] as number) & (flag.present | flag.trashed)) === flag.present;
    if (other !== doc && isInUse && (shared[other] as number) >= leastShared) found.push(other);
  }
  found.sort((one, other) => (scores[other] as number) - (scores[one] as number));
  return found.slice(0, limit).flatMap((other) => rowOf(asking, other, null) ?? []);
}

function tellingPostings({ ground, isOver }: Asking, doc: number) {
  const { articles } = ground.columns;
  const found = [];
  for (const [term, weight] of heaviestTerms(ground, doc)) {
    if (isOver()) break;
    const postings = postingsOf(ground.segments.all, term);
    const holding = postings.docs.length;
    if (holding < 2 || holding > Math.max(20, articles * tellingShare)) continue;
    found.push({ postings, worth: (weight / (weight + 2)) * rarityOf(holding, articles) });
  }
  return found.sort((one, other) => other.worth - one.worth).slice(0, mostWords).map(({ postings }) => postings);
}

/** The terms that the article has most of, title words first. */
function heaviestTerms(ground: Ground, doc: number): readonly (readonly [term: string, weight: number])[] {
  const [row, body] = [readRow(ground.database, doc), readBody(ground.database, doc)];
  if (row === null || body === null) return [];
  const weights = new Map<string, number>();
  const texts = fieldTexts({ ...row, byline: null, site: null, url: null }, { ...body, text: body.text.slice(0, longestText) });
  const add = (term: string, extra: number): void => void weights.set(term, (weights.get(term) ?? 0) + 1 + extra);
  // A letter alone tells nothing.
  const addWord = (word: string, extra: number): void => (word.length > 1 ? add(word, extra) : undefined);
  indexTerms(texts, {
    word: (word, _place, extra) => addWord(word, extra),
    plain: (text, start, end, _place, extra) => addWord(plainToken(text, start, end), extra),
    // Fields' own terms and readings begin with a control character.
    term: (term, _place, extra) => (term >= ' ' && term.length > 1 ? add(term, extra) : undefined),
    pair: (first, second, _place, extra) => (second === 0 ? undefined : add(pairToken(first, second), extra)),
  });
  return [...weights].sort(([, one], [, other]) => other - one).slice(0, mostCandidates);
}
