// Several neighbouring segments made into one. Lists are joined as they are, without being read, but where articles have
// gone meanwhile. In slices, so that searches and saves come in between.

import { BlockWriter, type BlockStart, type RowSink } from './block.ts';
import { HitCursor } from './hit-cursor.ts';
import type { Segment } from './segment.ts';
import { TermListWriter, type TermList } from './term-list.ts';

/** How long a slice may take before it pauses. */
const sliceMs = 4;

interface Source {
  readonly base: number;
  /** Some of its articles are gone. */
  readonly thinned: boolean;
  readonly terms: Generator<readonly [string, TermList]>;
  /** The term it stands at; null at its end. */
  term: string | null;
  list: TermList | null;
}

/**
 * Pauses (yields) after each slice; answers the starts of the blocks that were written.
 * @param segments in the order of their articles.
 * @param isGone true for an article that is not in the index any more.
 */
export function* mergeSegments(segments: readonly Segment[], sink: RowSink, isGone: (doc: number) => boolean): Generator<null, readonly BlockStart[]> {
  const base = segments[0]?.head.base ?? 0;
  const sources = segments.map((segment) => sourceOf(segment, isGone));
  const writer = new BlockWriter(sink);
  const list = new TermListWriter();
  let sliceEnd = performance.now() + sliceMs;
  for (let term = lowest(sources), count = 0; term !== null; term = lowest(sources), count += 1) {
    list.begin(base);
    for (const source of sources) {
      if (source.term !== term) continue;
      if (source.list !== null) appendTo(list, source.list, source, isGone);
      advance(source);
    }
    if (list.count > 0) writer.add(term, list);
    if (count % 64 === 0 && performance.now() > sliceEnd) {
      yield null;
      sliceEnd = performance.now() + sliceMs;
    }
  }
  writer.flush();
  return writer.starts;
}

function sourceOf(segment: Segment, isGone: (doc: number) => boolean): Source {
  const { base, last } = segment.head;
  let thinned = false;
  for (let doc = base; doc <= last && !thinned; doc += 1) thinned = isGone(doc);
  const source: Source = { base, thinned, terms: segment.from(''), term: null, list: null };
  advance(source);
  return source;
}

function advance(source: Source): void {
  const next = source.terms.next();
  [source.term, source.list] = next.done === true ? [null, null] : next.value;
}

function lowest(sources: readonly Source[]): string | null {
  let found: string | null = null;
  for (const { term } of sources) if (term !== null && (found === null || term < found)) found = term;
  return found;
}

function appendTo(list: TermListWriter, from: TermList, { base, thinned }: Source, isGone: (doc: number) => boolean): void {
  if (!thinned) {
    list.appendList(from, base);
    return;
  }
  const cursor = new HitCursor(from, base);
  let places = new Int32Array(64);
  while (cursor.next()) {
    if (isGone(cursor.doc)) continue;
    if (places.length < cursor.hits) places = new Int32Array(cursor.hits * 2);
    cursor.places(places);
    for (let hit = 0; hit < cursor.hits; hit += 1) list.positions.number((places[hit] as number) - (hit === 0 ? 0 : (places[hit - 1] as number)));
    list.article(cursor.doc, cursor.hits, cursor.extra);
  }
}
