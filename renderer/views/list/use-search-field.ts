// What the search field does: its keys, the caret that a shortcut puts into it, and the recent searches that it offers while it is empty.

import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useStore } from '../../lib/store.ts';
import { onFind } from '../../services/commands.ts';
import { finishQuery, searchNow, typeQuery } from '../../services/searching.ts';
import { listing } from '../../state/listing.ts';
import { session } from '../../state/session.ts';
import { panes } from '../../state/surface.ts';

interface SearchField {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** Recent searches to choose from; empty where none are offered. */
  readonly offers: readonly string[];
  /** The one that the keys are at. */
  readonly at: number | null;
  readonly take: (query: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onType: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useSearchField(): SearchField {
  const { query } = useStore(listing).question;
  const { recentSearches } = useStore(session).settings;
  const field = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [offering, setOffering] = useState(false);
  useEffect(() => onFind(() => focus(field.current)), []);
  const offer = (offered: boolean): void => {
    setOffering(offered);
    setAt(null);
  };
  const offers = offering && query === '' ? recentSearches : [];
  const take = (chosen: string): void => {
    offer(false);
    searchNow(chosen);
    focusGrid();
  };
  return {
    field, query, offers, at, take,
    onFocus: () => offer(true),
    onBlur: () => offer(false),
    onType: (text) => {
      offer(false);
      typeQuery(text);
    },
    onKeyDown: (event) => {
      // Enter while an input method is composing chooses its candidate.
      if (event.nativeEvent.isComposing) return;
      const next = offers.length === 0 ? undefined : offerAfter(event.key, at, offers.length);
      if (next !== undefined) setAt(next);
      else if (event.key === 'Enter' && at !== null) take(offers[at] ?? '');
      else if (!press(event.key, query)) return;
      if (event.key === 'Escape') offer(false);
      event.preventDefault();
    },
  };
}

/** The offer that an arrow leads to, null for the field itself; undefined for other keys. */
function offerAfter(key: string, at: number | null, count: number): number | null | undefined {
  if (key === 'ArrowDown') return Math.min((at ?? -1) + 1, count - 1);
  if (key === 'ArrowUp') return at === null || at === 0 ? null : at - 1;
  return undefined;
}

/** False for a key that is the field's own. */
function press(key: string, query: string): boolean {
  if (key === 'Escape' && query !== '') {
    typeQuery('');
    return true;
  }
  if (key === 'Enter') finishQuery();
  else if (key !== 'Escape' && key !== 'ArrowDown') return false;
  focusGrid();
  return true;
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
