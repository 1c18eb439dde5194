// What the hits have in common, asked when the list has come to rest, and the clicks that narrow it.

import { isNarrowed, narrowed, widened } from '../lib/narrowing.ts';
import { counts, facets, listing, subjectOf } from '../state/listing.ts';
import { panes } from '../state/surface.ts';
import { ask } from './ask.ts';
import { askList } from './listing.ts';
import { rememberSearch } from './searching.ts';

/** The list is asked for its facets when it has been the same for so long (ms): not with each letter. */
const rest = 170;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What was asked about last, and the state of the library it was asked of. */
let last: { readonly about: string; readonly counted: object } | null = null;

/** Keeps the facets with the list while they are shown; the answer stops that. */
export function followList(): () => void {
  const stops = [listing, counts, panes].map((store) => store.subscribe(follow));
  return () => stops.forEach((stop) => stop());
}

function follow(): void {
  const { question } = listing.get();
  const counted = counts.get();
  if (!panes.get().facets && question.query === '') {
    clearTimeout(timer);
    last = null;
    return;
  }
  const about = `${subjectOf(question)} ${question.typing}`;
  if (last?.about === about && last.counted === counted) return;
  last = { about, counted };
  clearTimeout(timer);
  timer = setTimeout(() => void refreshFacets(), rest);
}

/** What was shown stays until the answer is there. */
async function refreshFacets(): Promise<void> {
  asked += 1;
  const mine = asked;
  const { place, tag, query, typing } = listing.get().question;
  const answer = await ask('facets', { place, tag, query, typing });
  if (answer.ok && mine === asked) facets.set(answer.value);
}

export function toggleFacets(): void {
  panes.change({ facets: !panes.get().facets });
}

/** Narrows the list to what has this, or, when it is that already, widens it again. */
export function toggleNarrow(clause: string): void {
  const { query, typing, sort } = listing.get().question;
  const next = isNarrowed(query, clause) ? widened(query, clause) : narrowed(query, clause, typing);
  // Conditions alone give nothing to rank by: the order stays as it was.
  askList({ query: next, typing: false, sort: next === '' && sort === 'relevance' ? 'newest' : sort });
  rememberSearch();
}
