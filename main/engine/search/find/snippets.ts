// The place of an article that shows best why it was found: a short run of its text with the hits marked.

import type { Passage } from '../../../../preload/contract/article.ts';
import { findHits, roughHits, roughPattern, type Hit, type Needle } from './needles.ts';

// In half-width columns: an ideograph takes two. About two lines of the list.
const snippetWidth = 180;
const leadWidth = 40;

/** Gives the best place of the first text that has one; null where none has. */
export type Snippets = (texts: readonly string[]) => readonly Passage[] | null;

export function snippetsFor(needles: readonly Needle[]): Snippets {
  const patterns = needles.map(roughPattern);
  return (texts) => snippetOf(texts, needles, patterns);
}

function snippetOf(texts: readonly string[], needles: readonly Needle[], patterns: readonly RegExp[]): readonly Passage[] | null {
  for (const text of texts) {
    const passages = snippetNear(text, roughHits(text, patterns), needles) ?? snippetNear(text, findHits(text, needles), needles);
    if (passages !== null) return passages;
  }
  return null;
}

function snippetNear(text: string, hits: readonly Hit[], needles: readonly Needle[]): readonly Passage[] | null {
  const best = bestHit(text, hits);
  if (best === null) return null;
  const start = snippetStart(text, best.start);
  // Cut a little wider than the snippet, so that words at its edges are whole.
  const from = widthStart(text, start, leadWidth);
  const near = text.slice(from, widthEnd(text, start, snippetWidth + leadWidth));
  const exact = findHits(near, needles).map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from }));
  return exact.length === 0 ? null : passagesFrom(text, start, exact);
}

/** The hit from which the most different needles stand within one snippet; the first of equals. */
function bestHit(text: string, hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null;
  let bestScore = 0;
  let last = 0;
  hits.forEach((hit, index) => {
    const limit = widthEnd(text, hit.start, snippetWidth - leadWidth);
    while (last < hits.length && (hits[last]?.end ?? 0) <= limit) last += 1;
    const near = hits.slice(index, Math.min(last, index + 40));
    const score = new Set(near.map(({ needle }) => needle)).size * 100 + Math.min(near.length, 10);
    if (score > bestScore) [best, bestScore] = [hit, score];
  });
  return best;
}

function passagesFrom(text: string, start: number, hits: readonly Hit[]): readonly Passage[] {
  const firstEnd = hits.find((hit) => hit.start >= start)?.end ?? start;
  const end = Math.max(firstEnd, snippetEnd(text, start));
  const passages: Passage[] = [];
  let at = start;
  for (const hit of hits) {
    if (hit.end > end || hit.end <= at) continue;
    const from = Math.max(hit.start, at);
    addPassage(passages, text.slice(at, from), false);
    addPassage(passages, text.slice(from, hit.end), true);
    at = hit.end;
  }
  addPassage(passages, text.slice(at, end), false);
  return withEllipses(passages, start > 0, end < text.length);
}

function addPassage(passages: Passage[], text: string, marked: boolean): void {
  if (text === '') return;
  const clean = text.replace(/\s+/g, ' ').toWellFormed();
  const last = passages.at(-1);
  // Overlapping pairs make one run of marks.
  if (last !== undefined && last.marked === marked) passages[passages.length - 1] = { text: last.text + clean, marked };
  else passages.push({ text: clean, marked });
}

function withEllipses(passages: readonly Passage[], before: boolean, after: boolean): readonly Passage[] {
  return [...(before ? [{ text: '…', marked: false }] : []), ...passages, ...(after ? [{ text: '…', marked: false }] : [])].reduce<Passage[]>(
    (joined, { text, marked }) => {
      addPassage(joined, text, marked);
      return joined;
    },
    [],
  );
}

/** A sentence's or a word's beginning shortly before the hit. */
function snippetStart(text: string, hit: number): number {
  const earliest = widthStart(text, hit, leadWidth);
  if (earliest === 0) return 0;
  const lead = text.slice(earliest, hit);
  const sentence = /^[\s\S]*[。！？!?\n]|^[\s\S]*\.\s/u.exec(lead);
  if (sentence !== null) return skipBlanks(text, earliest + sentence[0].length);
  const blank = lead.search(/\s/);
  return blank === -1 ? earliest : skipBlanks(text, earliest + blank);
}

function skipBlanks(text: string, at: number): number {
  let start = at;
  while (/\s/.test(text[start] ?? '')) start += 1;
  return start;
}

function snippetEnd(text: string, start: number): number {
  const end = widthEnd(text, start, snippetWidth);
  if (end >= text.length) return text.length;
  const tail = text.slice(Math.max(start, end - 16), end);
  const blank = /\s\S*$/.exec(tail);
  return blank === null ? end : end - (tail.length - blank.index);
}

/** Where `width` columns from `start` on are full; never inside a surrogate pair. */
function widthEnd(text: string, start: number, width: number): number {
  let at = start;
  for (let used = 0; at < text.length && used < width; at += 1) used += text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function widthStart(text: string, end: number, width: number): number {
  let at = end;
  for (let used = 0; at > 0 && used < width; at -= 1) used += text.charCodeAt(at - 1) >= 0x2e80 ? 2 : 1;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
