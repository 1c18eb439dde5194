// What can be done with several articles at once.

import { useStore } from '../../lib/store.ts';
import { restore } from '../../services/changes.ts';
import { every, runOnArticles } from '../../services/commands.ts';
import { chooseNone } from '../../services/selecting.ts';
import { listing, selection } from '../../state/listing.ts';
import { dialog } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';

export function SeveralChosen() {
  const { say, number } = useWords();
  const ids = [...useStore(selection).ids];
  const { question } = useStore(listing);
  return (
    <Empty icon="copy" title={say('total', { count: ids.length, n: number(ids.length) })} text={say('several-text')}>
      {question.place === 'trash' ? <TrashButtons ids={ids} /> : <LiveButtons ids={ids} />}
      <Button tone="quiet" onPress={chooseNone}>
        {say('choose-none')}
      </Button>
    </Empty>
  );
}

function TrashButtons({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      <Button icon="restore" onPress={() => void restore(ids)}>
        {say('restore')}
      </Button>
      <Button icon="trash" tone="danger" onPress={() => runOnArticles('delete', ids)}>
        {say('delete-for-good')}
      </Button>
    </>
  );
}

function LiveButtons({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      <Button icon="star" onPress={() => runOnArticles('toggle-star', ids)}>
        {say(every(ids, 'starred') ? 'unstar' : 'star')}
      </Button>
      <Button icon="archive" onPress={() => runOnArticles('archive', ids)}>
        {say(every(ids, 'archived') ? 'unarchive' : 'archive')}
      </Button>
      <Button icon="tag" onPress={() => dialog.set({ kind: 'tags', ids })}>
        {say('edit-tags')}
      </Button>
      <Button icon="export" onPress={() => runOnArticles('export', ids)}>
        {say('export')}
      </Button>
      <Button icon="trash" tone="danger" onPress={() => runOnArticles('delete', ids)}>
        {say('move-to-trash')}
      </Button>
    </>
  );
}
