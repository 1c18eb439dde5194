// Under the list's title: what the hits have in common, to narrow them by a click. A line of the most telling while
// something is searched for; all of them, by kind, when they are laid open.

import { tellingFacets } from '../../lib/narrowing.ts';
import { useStore } from '../../lib/store.ts';
import { facets, listing } from '../../state/listing.ts';
import { panes } from '../../state/surface.ts';
import { FacetChip } from './facet-chip.tsx';
import { FacetGroups } from './facet-groups.tsx';

export function FacetBar() {
  const { question, windows } = useStore(listing);
  const { facets: open } = useStore(panes);
  const held = useStore(facets);
  if (open) return <FacetGroups facets={held} query={question.query} />;
  const telling = question.query === '' ? [] : tellingFacets(held, question.query, windows.total ?? 0);
  if (telling.length === 0) return null;
  return (
    <div className="facet-line">
      {telling.map((facet) => (
        <FacetChip key={facet.narrow} facet={facet} query={question.query} />
      ))}
    </div>
  );
}
