// The places of the library, its tags, and the way in for new articles.

import type { Place } from '../../../preload/contract/calls.ts';
import { useStore } from '../../lib/store.ts';
import { chooseFiles } from '../../services/adding.ts';
import { askList } from '../../services/listing.ts';
import { openNotebook } from '../../services/notebook.ts';
import { isShown } from '../../services/saved-searches.ts';
import { counts, listing, savedSearches, type Question } from '../../state/listing.ts';
import { session } from '../../state/session.ts';
import { dialog, panes } from '../../state/surface.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Item, MenuButton } from '../parts/menu.tsx';
import { SavedSearches } from './saved-searches.tsx';
import './sidebar.css';

const places: readonly { readonly place: Place; readonly icon: IconName; readonly word: WordKey }[] = [
  { place: 'all', icon: 'library', word: 'place-all' },
  { place: 'unread', icon: 'unread', word: 'place-unread' },
  { place: 'starred', icon: 'star', word: 'place-starred' },
  { place: 'archived', icon: 'archive', word: 'place-archived' },
];

export function Sidebar() {
  const { say } = useWords();
  return (
    <nav className="sidebar" aria-label={say('library')}>
      <LibraryName />
      <div className="sidebar-places">
        {places.map(({ place, icon, word }) => (
          <PlaceLink key={place} place={place} icon={icon} label={say(word)} />
        ))}
        <NotebookLink />
        <PlaceLink place="trash" icon="trash" label={say('place-trash')} />
        <SavedSearches />
        <TagList />
      </div>
      <SidebarFoot />
    </nav>
  );
}

function LibraryName() {
  const { library } = useStore(session);
  const { say } = useWords();
  return (
    <header className="library-name">
      <h1 title={library?.path}>{library?.name ?? say('library')}</h1>
      {library?.readOnly === true ? <p className="library-note">{say('library-read-only')}</p> : null}
    </header>
  );
}

function NotebookLink() {
  const { say } = useWords();
  const { notebook } = useStore(panes);
  return (
    <button type="button" className="place" aria-current={notebook ? 'page' : undefined} onClick={openNotebook}>
      <Icon name="notebook" size={17} />
      <span className="place-label">{say('notebook')}</span>
    </button>
  );
}

function TagList() {
  const { tags } = useStore(counts);
  const { say } = useWords();
  if (tags.length === 0) return null;
  return (
    <section className="sidebar-part" aria-label={say('tags')}>
      <h2 className="sidebar-label">{say('tags')}</h2>
      {tags.map(({ tag, count }) => (
        <Link key={tag} icon="tag" label={tag} count={count} to={{ place: 'all', tag }} />
      ))}
    </section>
  );
}

function PlaceLink({ place, icon, label }: { readonly place: Place; readonly icon: IconName; readonly label: string }) {
  const held = useStore(counts)[place];
  return <Link icon={icon} label={label} count={held} to={{ place, tag: null }} />;
}

interface LinkProps {
  readonly icon: IconName;
  readonly label: string;
  readonly count: number;
  readonly to: Pick<Question, 'place' | 'tag'>;
}

function Link({ icon, label, count, to }: LinkProps) {
  const { question } = useStore(listing);
  const { number } = useWords();
  const { notebook } = useStore(panes);
  const searches = useStore(savedSearches);
  const isSearch = question.query !== '' && searches.some((search) => isShown(search, question));
  const current = !notebook && !isSearch && question.place === to.place && question.tag === to.tag;
  const go = (): void => {
    panes.change({ floating: false, notebook: false, showing: 'list' });
    askList({ ...to, query: '', sort: question.sort === 'relevance' ? 'newest' : question.sort });
  };
  return (
    <button type="button" className="place" aria-current={current ? 'page' : undefined} onClick={go}>
      <Icon name={icon} size={17} />
      <span className="place-label">{label}</span>
      {count === 0 ? null : <span className="place-count">{number(count)}</span>}
    </button>
  );
}

function SidebarFoot() {
  const { say } = useWords();
  return (
    <footer className="sidebar-foot">
      <MenuButton label={say('add')} placement="top start" button={<Button icon="add">{say('add')}</Button>}>
        <Item icon="link" label={say('add-link')} onAction={() => dialog.set({ kind: 'add-link' })} />
        <Item icon="file" label={say('add-files')} onAction={() => void chooseFiles()} />
      </MenuButton>
      <IconButton icon="gear" label={say('settings')} onPress={() => dialog.set({ kind: 'settings' })} />
    </footer>
  );
}
