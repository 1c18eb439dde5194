// Under the words in the search box, the same words unseen: a field cannot underline a part of its text, so this does.

import { useStore } from '../../lib/store.ts';
import { listing } from '../../state/listing.ts';
import { useWords } from '../../state/words.ts';

/** @param scrolled by how many CSS pixels the field's own text is. */
export function QueryEcho({ scrolled }: { readonly scrolled: number }) {
  const { query, parts } = useEcho();
  if (parts.length === 0) return null;
  const pieces = parts.map(({ start, end }, place) => (
    <span key={start}>
      {query.slice(parts[place - 1]?.end ?? 0, start)}
      <span className="query-odd">{query.slice(start, end)}</span>
    </span>
  ));
  return (
    <div className="query-echo" aria-hidden="true">
      <span style={{ transform: `translateX(${-scrolled}px)` }}>{pieces}</span>
    </div>
  );
}

/** The sentence about what is odd in the query; empty where nothing is. */
export function useOddParts(): string {
  const { say } = useWords();
  const { query, parts } = useEcho();
  if (parts.length === 0) return '';
  return say('odd-parts', { parts: parts.map(({ start, end }) => query.slice(start, end)).join('  ') });
}

/** Only of the query that stands in the box: the answer to another says nothing about it. */
function useEcho() {
  const { question, answered, findings } = useStore(listing);
  return { query: question.query, parts: question.query === answered.query ? findings.odd : [] };
}
