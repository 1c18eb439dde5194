// All that the hits have in common, by kind.

import { useState } from 'react';
import type { Facet, Facets } from '../../../preload/contract/calls.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { FacetChip } from './facet-chip.tsx';

const kinds: readonly { readonly kind: keyof Facets; readonly word: WordKey }[] = [
  { kind: 'tags', word: 'tags' },
  { kind: 'sites', word: 'facet-sites' },
  { kind: 'years', word: 'facet-years' },
  { kind: 'languages', word: 'facet-languages' },
  { kind: 'states', word: 'facet-states' },
];
/** Of one kind before the others are asked for. */
const shownFirst = 6;

export function FacetGroups({ facets, query }: { readonly facets: Facets; readonly query: string }) {
  const { say } = useWords();
  return (
    <div className="facet-groups">
      {kinds.map(({ kind, word }) => (facets[kind].length === 0 ? null : <Group key={kind} title={say(word)} facets={facets[kind]} query={query} />))}
      {kinds.every(({ kind }) => facets[kind].length === 0) ? <p className="facet-none">{say('facet-none')}</p> : null}
    </div>
  );
}

function Group({ title, facets, query }: { readonly title: string; readonly facets: readonly Facet[]; readonly query: string }) {
  const { say, number } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? facets : facets.slice(0, shownFirst);
  const left = facets.length - shown.length;
  return (
    <section className="facet-group" aria-label={title}>
      <h3 className="facet-title">{title}</h3>
      <div className="facet-chips">
        {shown.map((facet) => (
          <FacetChip key={facet.narrow} facet={facet} query={query} />
        ))}
        {left === 0 ? null : (
          <button type="button" className="text-action" onClick={() => setAll(true)}>
            {say('facet-more', { n: number(left) })}
          </button>
        )}
      </div>
    </section>
  );
}
