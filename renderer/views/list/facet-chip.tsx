// One thing that hits have in common, and how many have it.

import type { Facet } from '../../../preload/contract/calls.ts';
import { isNarrowed } from '../../lib/narrowing.ts';
import { toggleNarrow } from '../../services/faceting.ts';
import { useWords, type WordKey, type Words } from '../../state/words.ts';

export function FacetChip({ facet, query }: { readonly facet: Facet; readonly query: string }) {
  const words = useWords();
  const label = facetLabel(facet, words);
  return (
    <button type="button" className="facet" title={label} aria-pressed={isNarrowed(query, facet.narrow)} onClick={() => toggleNarrow(facet.narrow)}>
      <span className="facet-label">{label}</span>
      <span className="facet-count">{words.number(facet.count)}</span>
    </button>
  );
}

const states: Readonly<Record<string, WordKey>> = {
  unread: 'place-unread',
  read: 'state-read',
  starred: 'place-starred',
  archived: 'place-archived',
  partial: 'state-partial',
  damaged: 'damaged',
  mark: 'state-mark',
  note: 'state-note',
  image: 'state-image',
  video: 'state-video',
  missing: 'state-missing',
};

function facetLabel({ value, narrow }: Facet, { say, locale }: Words): string {
  if (narrow.startsWith('lang:')) return languageName(value, locale);
  const state = /^(?:is|has):/.test(narrow) ? states[value] : undefined;
  return state === undefined ? value : say(state);
}

/** In the user's own language; the tag itself where it is none. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
