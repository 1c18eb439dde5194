// The right of the window: the open article, or several chosen ones, or nothing yet.

import type { ArticleView } from '../../../preload/contract/article.ts';
import { usePart, useStore } from '../../lib/store.ts';
import { purgeAsked, restore } from '../../services/changes.ts';
import { listing, selection } from '../../state/listing.ts';
import { reader, shownCapture, type Reader } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { MarksPanel } from '../marks/marks-panel.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ArticleFrame } from './article-frame.tsx';
import { ArticleFacts } from './article-facts.tsx';
import { CaptureBanner } from './capture-banner.tsx';
import { ChangesView } from './changes-view.tsx';
import { DamageBanner } from './damage-banner.tsx';
import { ReaderToolbar } from './reader-toolbar.tsx';
import { SeveralChosen } from './several-chosen.tsx';
import './reader.css';

export function ReaderPane() {
  const now = useStore(reader);
  const several = usePart(selection, ({ ids }) => ids.size > 1);
  const { say } = useWords();
  return (
    <main className="reader-pane" aria-label={say('article')}>
      {several ? <SeveralChosen /> : <Content now={now} />}
    </main>
  );
}

/** Nothing to choose, nothing to say: the list says what to do. */
function NothingOpen() {
  const { say } = useWords();
  const rows = usePart(listing, ({ windows }) => windows.total ?? 0);
  return rows === 0 ? null : <Empty icon="book" title={say('nothing-open')} text={say('nothing-open-text')} />;
}

/** The folder of an article in the trash is not among those that the window may load. */
function InTrash({ article }: { readonly article: ArticleView }) {
  const { say } = useWords();
  return (
    <Empty icon="trash" title={article.title === '' ? say('untitled') : article.title} text={say('in-trash')}>
      <Button tone="primary" icon="restore" onPress={() => void restore([article.id])}>
        {say('restore')}
      </Button>
      <Button icon="trash" tone="danger" onPress={() => purgeAsked([article.id])}>
        {say('delete-for-good')}
      </Button>
    </Empty>
  );
}

function Content({ now }: { readonly now: Reader }) {
  const words = useWords();
  const { article, failure, view } = now;
  const capture = shownCapture(now);
  if (failure !== null) return <Empty icon="alert" title={words.say('article-failed')} text={words.failure(failure)} />;
  if (now.id === null) return <NothingOpen />;
  if (article === null) return null;
  if (article.deletedAt !== null) return <InTrash article={article} />;
  if (capture === null) return <Empty icon="alert" title={words.say('article-failed')} text={words.say('no-capture')} />;
  return (
    <>
      <ReaderToolbar article={article} capture={capture} />
      {view === 'changes' ? null : (
        <>
          <CaptureBanner article={article} capture={capture} />
          <DamageBanner article={article} />
        </>
      )}
      <div className="reader-body">
        {view === 'changes' ? <ChangesView article={article} /> : <ArticleFrame article={article} capture={capture} view={view} />}
        {now.marksOpen && view !== 'changes' ? <MarksPanel /> : null}
      </div>
      <ArticleFacts article={article} capture={capture} />
    </>
  );
}
