// The menu items for one or several articles: what the list's menu and the reader's share.

import { useStore } from '../../lib/store.ts';
import { restore } from '../../services/changes.ts';
import { every, runOnArticles } from '../../services/commands.ts';
import { listing } from '../../state/listing.ts';
import { dialog } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { Item, Line } from './menu.tsx';

export function ArticleItems({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  const { question } = useStore(listing);
  if (question.place === 'trash') {
    return (
      <>
        <Item icon="restore" label={say('restore')} onAction={() => void restore(ids)} />
        <Item icon="trash" danger label={say('delete-for-good')} onAction={() => runOnArticles('delete', ids)} />
      </>
    );
  }
  return (
    <>
      <Item icon="unread" label={say(every(ids, 'read') ? 'mark-unread' : 'mark-read')} onAction={() => runOnArticles('toggle-read', ids)} />
      <Item icon="star" label={say(every(ids, 'starred') ? 'unstar' : 'star')} onAction={() => runOnArticles('toggle-star', ids)} />
      <Item icon="archive" label={say(every(ids, 'archived') ? 'unarchive' : 'archive')} onAction={() => runOnArticles('archive', ids)} />
      <Item icon="tag" label={say('edit-tags')} onAction={() => dialog.set({ kind: 'tags', ids })} />
      <Item icon="export" label={say('export')} onAction={() => runOnArticles('export', ids)} />
      <Line />
      <Item icon="trash" danger label={say('move-to-trash')} onAction={() => runOnArticles('delete', ids)} />
    </>
  );
}
