// What the list says where it has nothing to show.

import { useStore } from '../../lib/store.ts';
import { chooseFiles } from '../../services/adding.ts';
import { askList } from '../../services/listing.ts';
import { searchNow, typeQuery } from '../../services/searching.ts';
import { listing, type Question } from '../../state/listing.ts';
import { dialog } from '../../state/surface.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { useOddParts } from './query-echo.tsx';
import { Empty } from '../parts/empty.tsx';
import type { IconName } from '../parts/icon.tsx';

export function EmptyList({ question }: { readonly question: Question }) {
  const { failure } = useStore(listing);
  const words = useWords();
  if (failure !== null) {
    return <Empty icon="alert" title={words.say('list-failed')} text={words.failure(failure)} />;
  }
  if (question.query !== '') return <NoMatch question={question} />;
  return question.place === 'all' && question.tag === null ? <NewLibrary /> : <EmptyPlace question={question} />;
}

function NoMatch({ question }: { readonly question: Question }) {
  const { say } = useWords();
  const { didYouMean } = useStore(listing).findings;
  const odd = useOddParts();
  const narrow = question.place !== 'all' || question.tag !== null;
  return (
    <Empty icon="search" title={say('no-match')} text={[say('no-match-text', { query: question.query }), odd].join(' ').trim()}>
      {didYouMean === null ? null : (
        <Button tone="primary" onPress={() => searchNow(didYouMean)}>
          {say('did-you-mean', { query: didYouMean })}
        </Button>
      )}
      {narrow ? <Button onPress={() => askList({ place: 'all', tag: null })}>{say('search-everywhere')}</Button> : null}
      <Button onPress={() => typeQuery('')}>{say('clear-search')}</Button>
    </Empty>
  );
}

function NewLibrary() {
  const { say } = useWords();
  return (
    <Empty icon="book" title={say('empty-all')} text={say('empty-all-text')}>
      <Button tone="primary" icon="link" onPress={() => dialog.set({ kind: 'add-link' })}>
        {say('add-link')}
      </Button>
      <Button icon="file" onPress={() => void chooseFiles()}>
        {say('add-files')}
      </Button>
    </Empty>
  );
}

const places: Readonly<Record<Question['place'], { readonly icon: IconName; readonly title: WordKey; readonly text: WordKey }>> = {
  all: { icon: 'tag', title: 'empty-tag', text: 'empty-tag-text' },
  unread: { icon: 'check', title: 'empty-unread', text: 'empty-unread-text' },
  starred: { icon: 'star', title: 'empty-starred', text: 'empty-starred-text' },
  archived: { icon: 'archive', title: 'empty-archived', text: 'empty-archived-text' },
  trash: { icon: 'trash', title: 'empty-trash-place', text: 'empty-trash-text' },
};

function EmptyPlace({ question }: { readonly question: Question }) {
  const { say } = useWords();
  const { icon, title, text } = places[question.place];
  return <Empty icon={icon} title={say(title)} text={say(text)} />;
}
