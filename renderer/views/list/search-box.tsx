// Search as you type. Parts of a query that mean nothing are underlined; an empty box offers what was searched for before.

import { useState } from 'react';
import { useStore } from '../../lib/store.ts';
import { typeQuery } from '../../services/searching.ts';
import { isShown, nameSearch } from '../../services/saved-searches.ts';
import { listing, savedSearches } from '../../state/listing.ts';
import { session } from '../../state/session.ts';
import { dialog } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { QueryEcho, useOddParts } from './query-echo.tsx';
import { RecentSearches } from './recent-searches.tsx';
import { useSearchField } from './use-search-field.ts';
import './search-box.css';

export function SearchBox() {
  const { say } = useWords();
  const { field, query, offers, at, take, onType, ...events } = useSearchField();
  const [scrolled, setScrolled] = useState(0);
  const odd = useOddParts();
  const clear = (): void => {
    typeQuery('');
    field.current?.focus();
  };
  return (
    <div className="search" role="search">
      <Icon name="search" size={16} />
      <div className="search-text">
        <QueryEcho scrolled={scrolled} />
        <input
          ref={field}
          type="text"
          className="search-field"
          role="combobox"
          aria-label={say('search')}
          aria-expanded={offers.length > 0}
          aria-controls="recent-searches"
          aria-activedescendant={at === null ? undefined : `recent-${at}`}
          aria-describedby={odd === '' ? undefined : 'odd-parts'}
          placeholder={say('search')}
          value={query}
          title={odd}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onType(event.target.value)}
          onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
          {...events}
        />
        {odd === '' ? null : <span id="odd-parts" hidden>{odd}</span>}
      </div>
      {query === '' ? (
        <IconButton icon="help" size={15} label={say('search-help')} onPress={() => dialog.set({ kind: 'search-help' })} />
      ) : (
        <>
          <KeepButton />
          <IconButton icon="close" size={13} label={say('clear-search')} onPress={clear} />
        </>
      )}
      {offers.length === 0 ? null : <RecentSearches searches={offers} at={at} onTake={take} />}
    </div>
  );
}

/** Nothing where the search is kept already, or cannot be. */
function KeepButton() {
  const { say } = useWords();
  const { question } = useStore(listing);
  const { library } = useStore(session);
  const kept = useStore(savedSearches).some((search) => isShown(search, question));
  if (kept || library?.readOnly === true) return null;
  return <IconButton icon="bookmark" size={14} label={say('search-keep')} onPress={nameSearch} />;
}
