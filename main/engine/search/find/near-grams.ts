// Runs of Chinese, Japanese or Korean that stand in the index and are one character away from a run that does not: another
// character in one place, one less, or two exchanged. Characters that are read alike come first: that is how typing goes wrong.

import { phrasePostings, type Slot } from '../inverted/phrases.ts';
import { postingsOf } from '../inverted/postings.ts';
import { charactersRead, readingsOf } from '../text/chinese.ts';
import { phraseTokens } from '../text/tokens.ts';
import type { Asking } from './asking.ts';

/** Shorter runs are one character from too many others; longer ones are sentences. */
const shortestRun = 3;
const longestRun = 8;
/** Neighbours of a character that are tried in the place of the next one. */
const mostNeighbours = 400;

interface Candidate {
  readonly run: string;
  readonly alike: boolean;
  readonly articles: number;
}

/** @param open the last token stands for all pairs that begin with it (see phraseTokens). */
export function nearGrams(asking: Asking, tokens: readonly string[], open: boolean): readonly string[] {
  const run = characters(tokens, open);
  if (run.length < shortestRun || run.length > longestRun) return [];
  const found: Candidate[] = [];
  for (const { changed, alike } of [...shortened(run), ...replaced(asking, run)]) {
    if (asking.isOver()) break;
    const articles = holding(asking, changed);
    if (articles > 0) found.push({ run: changed, alike, articles });
  }
  return found.sort((one, other) => Number(other.alike) - Number(one.alike) || other.articles - one.articles).map((candidate) => candidate.run);
}

/** Of pairs that overlap the first character counts, and all of the last. */
function characters(tokens: readonly string[], open: boolean): readonly string[] {
  if (open) return tokens.map((token) => Array.from(token)[0] ?? '');
  return tokens.flatMap((token, at) => (at === tokens.length - 1 ? Array.from(token) : [Array.from(token)[0] ?? '']));
}

interface Change {
  readonly changed: string;
  readonly alike: boolean;
}

function shortened(run: readonly string[]): readonly Change[] {
  const without = run.map((_, at) => [...run.slice(0, at), ...run.slice(at + 1)]);
  const exchanged = run.slice(1).map((_, at) => [...run.slice(0, at), run[at + 1] ?? '', run[at] ?? '', ...run.slice(at + 2)]);
  return [...exchanged, ...without].map((changed) => ({ changed: changed.join(''), alike: false }));
}

/** Another character in each place: one that stands beside its neighbour in some article. */
function replaced(asking: Asking, run: readonly string[]): readonly Change[] {
  return run.flatMap((character, at) => {
    const [before, after] = [run[at - 1], run[at + 1]];
    const readings = new Set(readingsOf(character));
    const fitting = before === undefined ? alikeOf(readings, character) : neighboursOf(asking, before);
    return fitting
      .filter((other) => other !== character && (after === undefined || before === undefined || postingsOf(asking.ground.segments.all, other + after).docs.length > 0))
      .map((other) => ({ changed: [...run.slice(0, at), other, ...run.slice(at + 1)].join(''), alike: readingsOf(other).some((reading) => readings.has(reading)) }));
  });
}

function neighboursOf({ ground, isOver }: Asking, before: string): readonly string[] {
  const found = new Set<string>();
  for (const segment of ground.segments.all) {
    for (const [term] of segment.from(before)) {
      const next = term.slice(before.length);
      if (next !== '') found.add(next);
      if (found.size >= mostNeighbours) return [...found];
    }
    if (isOver()) break;
  }
  return [...found];
}

function alikeOf(readings: ReadonlySet<string>, character: string): readonly string[] {
  return [...readings].flatMap((reading) => charactersRead(reading)).filter((other) => other !== character);
}

function holding({ ground, isOver }: Asking, run: string): number {
  const { tokens, open } = phraseTokens(run);
  const slots = tokens.map((term, at): Slot => ({ term, prefix: open && at === tokens.length - 1 }));
  return phrasePostings(ground.segments.all, slots, isOver).docs.length;
}
