// All marks of the library: filters above, marks by article below.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { NotebookEntry } from '../../../preload/contract/calls.ts';
import { useStore } from '../../lib/store.ts';
import { clearNotebookFilter, exportNotebook, moreOfNotebook, refreshNotebook } from '../../services/notebook.ts';
import { noFilter, notebook } from '../../state/notebook.ts';
import { panes } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Item, MenuButton } from '../parts/menu.tsx';
import { NotebookEntryCard } from './notebook-entry.tsx';
import { NotebookFilters } from './notebook-filters.tsx';
import './notebook.css';

export function Notebook() {
  const { say } = useWords();
  const { answer, entries } = useStore(notebook);
  useEffect(() => void refreshNotebook(), []);
  return (
    <main className="notebook" aria-label={say('notebook')}>
      <Head />
      <NotebookFilters />
      {answer === null ? null : answer.total === 0 ? <Nothing /> : <Entries entries={entries} />}
    </main>
  );
}

function Head() {
  const { say, number } = useWords();
  const { answer } = useStore(notebook);
  const total = answer?.total ?? 0;
  return (
    <header className="notebook-head">
      <IconButton icon="sidebar" label={say('toggle-sidebar')} onPress={toggleSidebar} />
      <h2>{say('notebook')}</h2>
      <p className="list-facts" role="status">
        {answer === null ? '' : say('notebook-total', { count: total, n: number(total), articles: answer.articles, m: number(answer.articles) })}
      </p>
      <span className="bar-space" />
      {total === 0 ? null : (
        <MenuButton label={say('marks-export')} button={<Button icon="export">{say('export')}</Button>}>
          <Item label={say('marks-as-jsonld')} onAction={() => exportNotebook('json')} />
          <Item label={say('marks-as-markdown')} onAction={() => exportNotebook('markdown')} />
        </MenuButton>
      )}
    </header>
  );
}

function toggleSidebar(): void {
  const { sidebar, floating } = panes.get();
  const wide = window.matchMedia('(width >= 64rem)').matches;
  panes.change(wide ? { sidebar: !sidebar } : { floating: !floating });
}

function Nothing() {
  const { say } = useWords();
  const { filter } = useStore(notebook);
  const filtered = JSON.stringify(filter) !== JSON.stringify(noFilter);
  if (!filtered) return <Empty icon="notebook" title={say('notebook-empty')} text={say('notebook-empty-text')} />;
  return (
    <Empty icon="search" title={say('notebook-none')} text={say('notebook-none-text')}>
      <Button onPress={clearNotebookFilter}>{say('notebook-clear')}</Button>
    </Empty>
  );
}

function Entries({ entries }: { readonly entries: readonly NotebookEntry[] }) {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 96,
    getItemKey: (index) => entries[index]?.mark.id ?? index,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 20) void moreOfNotebook();
  }, [last, entries.length]);
  return (
    <div ref={scroller} className="notebook-scroller">
      <div className="notebook-entries" role="list" aria-label={say('marks')} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const entry = entries[index];
          const first = entries[index - 1]?.article.id !== entry?.article.id;
          return entry === undefined ? null : (
            <div key={key} ref={virtual.measureElement} data-index={index} role="listitem" className="notebook-row" style={{ transform: `translateY(${start}px)` }}>
              <NotebookEntryCard entry={entry} first={first} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
