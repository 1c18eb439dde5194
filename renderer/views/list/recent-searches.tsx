// What was searched for before, under the empty search box.

import type { MouseEvent } from 'react';
import { forgetSearches } from '../../services/searching.ts';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';

interface RecentSearchesProps {
  readonly searches: readonly string[];
  /** The one that the keys are at. */
  readonly at: number | null;
  readonly onTake: (query: string) => void;
}

export function RecentSearches({ searches, at, onTake }: RecentSearchesProps) {
  const { say } = useWords();
  return (
    <div className="recent">
      <div className="recent-head">
        <span>{say('recent-searches')}</span>
        <button type="button" className="text-action" tabIndex={-1} onMouseDown={keepFocus} onClick={forgetSearches}>
          {say('recent-clear')}
        </button>
      </div>
      <div id="recent-searches" role="listbox" aria-label={say('recent-searches')}>
        {searches.map((query, place) => (
          <button
            key={query}
            id={`recent-${place}`}
            type="button"
            role="option"
            tabIndex={-1}
            className="recent-search"
            aria-selected={place === at}
            onMouseDown={keepFocus}
            onClick={() => onTake(query)}
          >
            <Icon name="clock" size={14} />
            <span>{query}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** The search field keeps it: without, these would be gone before the click. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
