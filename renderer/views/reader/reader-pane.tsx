// The right of the window: the open article, or several chosen ones, or nothing yet.

import { usePart, useStore } from '../../lib/store.ts';
import { libraryFile } from '../../lib/address.ts';
import { selection } from '../../state/listing.ts';
import { reader, shownCapture, type Reader } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { MarksPanel } from '../marks/marks-panel.tsx';
import { Empty } from '../parts/empty.tsx';
import { ArticleFrame } from './article-frame.tsx';
import { ArticleFacts } from './article-facts.tsx';
import { PicturesBanner } from './pictures-banner.tsx';
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

function Content({ now }: { readonly now: Reader }) {
  const words = useWords();
  const { article, failure, view } = now;
  const capture = shownCapture(now);
  if (failure !== null) return <Empty icon="alert" title={words.say('article-failed')} text={words.failure(failure)} />;
  if (now.id === null) return <Empty icon="book" title={words.say('nothing-open')} text={words.say('nothing-open-text')} />;
  if (article === null) return null;
  if (capture === null) return <Empty icon="alert" title={words.say('article-failed')} text={words.say('no-capture')} />;
  return (
    <>
      <ReaderToolbar article={article} capture={capture} />
      <PicturesBanner article={article} capture={capture} />
      <div className="reader-body">
        <ArticleFrame address={libraryFile(view === 'reader' ? capture.reader : capture.original)} view={view} title={article.title} />
        {now.marksOpen ? <MarksPanel /> : null}
      </div>
      <ArticleFacts article={article} capture={capture} />
    </>
  );
}
