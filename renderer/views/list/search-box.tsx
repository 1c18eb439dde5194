// Search as you type: each keystroke asks at once, and late answers are dropped.

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from '../../lib/store.ts';
import { onFind } from '../../services/commands.ts';
import { askList } from '../../services/listing.ts';
import { listing } from '../../state/listing.ts';
import { panes } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';

export function SearchBox() {
  const { say } = useWords();
  const { query } = useStore(listing).question;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => onFind(() => focus(field.current)), []);
  const keys = (event: KeyboardEvent): void => {
    // Enter while an input method is composing chooses its candidate.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') clearOrLeave(query);
    else if (event.key === 'Enter') finish();
    else if (event.key === 'ArrowDown') focusGrid();
    else return;
    event.preventDefault();
  };
  return (
    <div className="search" role="search">
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="text"
        className="search-field"
        aria-label={say('search')}
        placeholder={say('search')}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={keys}
      />
      {query === '' ? null : <IconButton icon="close" size={13} label={say('clear-search')} onPress={() => clear(field.current)} />}
    </div>
  );
}

function type(query: string): void {
  const { sort } = listing.get().question;
  // Words bring an order by relevance, and take it with them when they go.
  if (query === '') askList({ query, typing: false, sort: sort === 'relevance' ? 'newest' : sort });
  else askList({ query, typing: true, sort: listing.get().question.query === '' ? 'relevance' : sort });
}

function finish(): void {
  const { question } = listing.get();
  if (question.typing) askList({ typing: false });
  focusGrid();
}

function clearOrLeave(query: string): void {
  if (query === '') focusGrid();
  else type('');
}

function clear(field: HTMLInputElement | null): void {
  type('');
  field?.focus();
}

function focus(field: HTMLInputElement | null): void {
  panes.change({ showing: 'list' });
  requestAnimationFrame(() => {
    field?.focus();
    field?.select();
  });
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus();
}
