// The middle column: search, what the list shows, the list, and captures on their way.

import type { Place } from '../../../preload/contract/calls.ts';
import { duration } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { toggleFacets } from '../../services/faceting.ts';
import { isShown } from '../../services/saved-searches.ts';
import { counts, listing, savedSearches, type Question } from '../../state/listing.ts';
import { dialog, panes } from '../../state/surface.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { JobTray } from '../adding/job-tray.tsx';
import { Button, IconButton, IconToggle } from '../parts/button.tsx';
import { ArticleGrid } from './article-grid.tsx';
import { EmptyList } from './empty-list.tsx';
import { FacetBar } from './facet-bar.tsx';
import { ListNotice } from './list-notice.tsx';
import { SearchBox } from './search-box.tsx';
import { SortMenu } from './sort-menu.tsx';
import './facets.css';
import './list.css';

export const placeWords: Readonly<Record<Place, WordKey>> = {
  all: 'place-all',
  unread: 'place-unread',
  starred: 'place-starred',
  archived: 'place-archived',
  trash: 'place-trash',
};

export function ListPane() {
  const { say } = useWords();
  const { windows, question, answered } = useStore(listing);
  const { facets } = useStore(panes);
  const empty = windows.total === 0;
  return (
    <section className="list-pane" aria-label={say('articles')} aria-busy={question !== answered}>
      <header className="list-head">
        <div className="list-tools">
          <IconButton icon="sidebar" label={say('toggle-sidebar')} onPress={toggleSidebar} />
          <SearchBox />
          <IconToggle icon="filter" size={16} label={say('filter')} isSelected={facets} onChange={toggleFacets} />
        </div>
        <ListTitle question={answered} />
        <FacetBar />
        <ListNotice />
      </header>
      {empty ? <EmptyList question={answered} /> : <ArticleGrid />}
      <JobTray />
    </section>
  );
}

function ListTitle({ question }: { readonly question: Question }) {
  const { say } = useWords();
  const { trash } = useStore(counts);
  const search = useStore(savedSearches).find((one) => isShown(one, question));
  const emptyTrash = question.place === 'trash' && question.query === '' && trash > 0;
  return (
    <div className="list-title">
      <h2>{search?.name ?? question.tag ?? say(placeWords[question.place])}</h2>
      <ListFacts searching={question.query !== ''} />
      {emptyTrash ? (
        <Button tone="quiet" onPress={() => dialog.set({ kind: 'empty-trash', count: trash })}>
          {say('empty-trash')}
        </Button>
      ) : (
        <SortMenu />
      )}
    </div>
  );
}

function ListFacts({ searching }: { readonly searching: boolean }) {
  const { windows, findings } = useStore(listing);
  const { say, number, locale } = useWords();
  const count = windows.total ?? 0;
  const n = number(count);
  const time = duration(windows.tookMs, locale);
  const text = searching ? say(findings.exact ? 'found-in' : 'found-least', { n, time }) : n;
  return (
    <p className="list-facts" role="status" aria-label={say('total', { count, n })}>
      {windows.total === null || (count === 0 && !searching) ? '' : text}
    </p>
  );
}

/** Beside the list where there is room, else over it (base.css knows the width). */
function toggleSidebar(): void {
  const { sidebar, floating } = panes.get();
  const wide = window.matchMedia('(width >= 64rem)').matches;
  panes.change(wide ? { sidebar: !sidebar } : { floating: !floating });
}
