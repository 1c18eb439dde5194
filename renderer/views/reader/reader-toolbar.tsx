// What can be done with the open article.

import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { exportFormats } from '../../../preload/contract/calls.ts';
import { usePart, useStore } from '../../lib/store.ts';
import { archive } from '../../services/changes.ts';
import { setState } from '../../services/article-state.ts';
import { runOnArticles } from '../../services/commands.ts';
import { exportArticles } from '../../services/exporting.ts';
import { openSource, recapture, showInFolder, showView, toggleMarks } from '../../services/reading.ts';
import { toggleSpeech } from '../../services/speaking.ts';
import { marks, reader } from '../../state/reader.ts';
import { panes } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton, IconToggle } from '../parts/button.tsx';
import { Item, Line, MenuButton } from '../parts/menu.tsx';
import { Segments } from '../parts/segments.tsx';
import { CheckBadge } from './check-badge.tsx';
import { OutlineButton } from './outline-button.tsx';
import { TypeButton } from './type-button.tsx';
import { TagsButton } from './tags-editor.tsx';

interface Shown {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function ReaderToolbar({ article, capture }: Shown) {
  const { say } = useWords();
  const { view } = useStore(reader);
  return (
    <div className="reader-bar" role="toolbar" aria-label={say('article')}>
      <span className="only-narrow">
        <IconButton icon="back" label={say('back')} onPress={() => panes.change({ showing: 'list' })} />
      </span>
      <Segments
        label={say('view')}
        value={view}
        choices={[
          { key: 'reader', label: say('view-reader') },
          { key: 'original', label: say('view-original') },
          ...(article.captures.length > 1 ? [{ key: 'changes' as const, label: say('view-changes') }] : []),
        ]}
        onChange={showView}
      />
      <CheckBadge article={article} capture={capture} />
      <span className="bar-space" />
      <Actions article={article} capture={capture} />
    </div>
  );
}

function Actions({ article, capture }: Shown) {
  const { say } = useWords();
  const ids = [article.id];
  return (
    <>
      <IconToggle icon="star" filled label={say(article.starred ? 'unstar' : 'star')} isSelected={article.starred} onChange={(starred) => void setState(ids, { starred })} />
      <IconToggle icon="archive" label={say(article.archived ? 'unarchive' : 'archive')} isSelected={article.archived} onChange={(archived) => void archive(ids, archived)} />
      <OutlineButton />
      <TypeButton />
      <TagsButton article={article} />
      <ExportMenu id={article.id} />
      <MoreMenu article={article} capture={capture} />
      <MarksToggle />
    </>
  );
}

function MarksToggle() {
  const { say, number } = useWords();
  const open = usePart(reader, ({ marksOpen }) => marksOpen);
  const count = usePart(marks, ({ list }) => list.length);
  return (
    <IconToggle icon="marker" label={say('marks')} isSelected={open} onChange={toggleMarks}>
      {count > 0 ? <span className="toggle-count" data-count={number(count)} /> : null}
    </IconToggle>
  );
}

function ExportMenu({ id }: { readonly id: string }) {
  const { say } = useWords();
  return (
    <MenuButton label={say('export')} button={<IconButton icon="export" label={say('export')} />}>
      {exportFormats.map((format) => (
        <Item key={format} label={say(`export-${format}`)} onAction={() => void exportArticles([id], format)} />
      ))}
    </MenuButton>
  );
}

function MoreMenu({ article, capture }: Shown) {
  const { say } = useWords();
  const { id } = article;
  const url = capture.url ?? article.url;
  return (
    <MenuButton label={say('more')} button={<IconButton icon="more" label={say('more')} />}>
      {url === null ? null : <Item icon="external" label={say('open-source')} onAction={() => openSource(url)} />}
      <Item icon="speaker" label={say('read-aloud')} onAction={toggleSpeech} />
      <Item icon="folder" label={say('show-in-folder')} onAction={() => showInFolder(id)} />
      {url === null && capture.missing.length === 0 ? null : <Item icon="retry" label={say('recapture')} onAction={() => void recapture(id)} />}
      {url === null ? null : <Item icon="globe" label={say('recapture-browser')} onAction={() => void recapture(id, 'browser')} />}
      <Item icon="unread" label={say(article.read ? 'mark-unread' : 'mark-read')} onAction={() => void setState([id], { read: !article.read })} />
      <Line />
      <Item icon="trash" danger label={say('move-to-trash')} onAction={() => runOnArticles('delete', [id])} />
    </MenuButton>
  );
}
