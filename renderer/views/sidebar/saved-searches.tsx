// The searches that are kept, each with how many articles it finds now.

import { Button as AriaButton } from 'react-aria-components';
import type { CountedSearch } from '../../../preload/contract/calls.ts';
import { useStore } from '../../lib/store.ts';
import { isShown, openSearch, removeSearch, uncounted } from '../../services/saved-searches.ts';
import { listing, savedSearches } from '../../state/listing.ts';
import { session } from '../../state/session.ts';
import { dialog, panes } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { Item, MenuButton } from '../parts/menu.tsx';

export function SavedSearches() {
  const searches = useStore(savedSearches);
  const { say } = useWords();
  if (searches.length === 0) return null;
  return (
    <section className="sidebar-part" aria-label={say('searches')}>
      <h2 className="sidebar-label">{say('searches')}</h2>
      {searches.map((search) => (
        <SearchLink key={search.id} search={search} />
      ))}
    </section>
  );
}

function SearchLink({ search }: { readonly search: CountedSearch }) {
  const { question } = useStore(listing);
  const { notebook } = useStore(panes);
  const { library } = useStore(session);
  const { number } = useWords();
  const current = !notebook && isShown(search, question);
  return (
    <div className="saved-search">
      <button type="button" className="place" title={search.query} aria-current={current ? 'page' : undefined} onClick={() => openSearch(search)}>
        <Icon name="search" size={16} />
        <span className="place-label">{search.name}</span>
        {search.count === 0 ? null : <span className="place-count">{number(search.count)}</span>}
      </button>
      {library?.readOnly === true ? null : <SearchMenu search={search} />}
    </div>
  );
}

function SearchMenu({ search }: { readonly search: CountedSearch }) {
  const { say } = useWords();
  const button = (
    <AriaButton className="saved-search-more" aria-label={say('search-actions', { name: search.name })}>
      <Icon name="more" size={16} />
    </AriaButton>
  );
  return (
    <MenuButton label={say('search-actions', { name: search.name })} placement="bottom start" button={button}>
      <Item icon="note" label={say('search-rename')} onAction={() => dialog.set({ kind: 'name-search', search: uncounted(search) })} />
      <Item icon="trash" danger label={say('search-remove')} onAction={() => void removeSearch(search)} />
    </MenuButton>
  );
}
